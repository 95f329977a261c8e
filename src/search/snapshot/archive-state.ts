/** Which archive an index is of, and up to which of its changes. */
export interface ArchiveState {
  readonly archive: string
  readonly revision: number
}
