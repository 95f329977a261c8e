/** By how much a page is read otherwise than it looks at first, where it can be taken in more ways than one. */
export interface ReadingBias {
  /** For running text and against titles, in log-odds. */
  readonly text: number
  /** For text flows that go on in others, in log-odds. */
  readonly links: number
}

/** A page as it is taken first: nothing is added to any of its values. */
export const NO_BIAS: ReadingBias = { text: 0, links: 0 }
