/** Which archive something was made from, and up to which of its changes: what an index outside of it must go with. */
export interface ArchiveState {
  /** Another name for every archive; a backup bears the name of what it was made of. */
  readonly archive: string
  /** The latest change; 0 if nothing has ever been in it. */
  readonly revision: number
}
