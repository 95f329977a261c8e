/** Remembers for 48 hours which updates have been taken over, so that each has its effect once. */
export interface UpdateStore {
  /**
   * To be called before anything is done for an update.
   * @returns false where it was claimed before: by a process that is done with it, or died over it. A reply that may
   * have been sent is not sent again.
   */
  claim(updateId: number): Promise<boolean>
}
