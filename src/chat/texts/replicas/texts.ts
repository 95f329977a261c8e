/** Texts that are needed only where several bots answer together. */
export interface ReplicaTexts {
  /** To a press whose bot ended in the middle of it. */
  readonly pressInterrupted: string
  /** This bot has no page files, another one has. */
  readonly sourceElsewhere: string
}
