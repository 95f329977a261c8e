/** Remembers for 48 hours which updates have been taken over, so that each has its effect once. */
export interface UpdateStore {
  /**
   * To be called before anything is done for an update.
   * @returns the ids among these that had not been claimed before; the others were claimed by a process that is done
   * with them, or died over them. A reply that may have been sent is not sent again.
   */
  claim(updateIds: readonly number[]): Promise<ReadonlySet<number>>
}
