import type { Block } from '../layout/block.ts'
import type { ArrangementEvidence } from './arrangement-evidence.ts'
import type { Paragraph } from './text-flow.ts'

/** An article in the making: blocks of the page, each in its part. */
export interface Draft {
  readonly kicker: Block[]
  readonly headline: Block[]
  readonly deck: Block[]
  /** Paragraphs and the sub-heads between them, in reading order. */
  readonly body: (Paragraph | Block)[]
  readonly bylines: Block[]
  readonly datelines: Block[]
  readonly captions: Block[]
  /** How sure its arrangement is; absent where nothing was arranged. */
  readonly evidence?: ArrangementEvidence
  /** Whether an operator corrected it: then nothing is doubtful about it. */
  readonly isCorrected?: boolean
  /** Whether each line of its title is in its part already. */
  readonly isTitleGiven?: boolean
}

/** A new draft without any text, for its parts to be added to. */
export const emptyDraft = (evidence?: ArrangementEvidence): Draft => ({
  ...(evidence && { evidence }),
  kicker: [],
  headline: [],
  deck: [],
  body: [],
  bylines: [],
  datelines: [],
  captions: [],
})

/** Whether a part of the body is a sub-head: sub-heads stay whole blocks, text is split into paragraphs. */
export const isSubhead = (part: Paragraph | Block): part is Block => 'kind' in part
