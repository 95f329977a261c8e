import type { ReplicaTexts } from './texts.ts'

/** Texts of several bots in English. */
export const enReplicas: ReplicaTexts = {
  pressInterrupted: 'That was interrupted. Please look whether it worked, and if not, press again.',
  sourceElsewhere: 'The page file is on another server. Please try again later.',
}
