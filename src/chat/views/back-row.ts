import type { Origin } from '../callback/origin.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { Keyboard } from '../turn/reply.ts'

/** Leads back to the very page of the list that one came from, if one came from a list. */
export const backRow = (origin: Origin | undefined, texts: Texts): Keyboard =>
  origin ? [[button(texts.buttons.back, { kind: 'list', ...origin })]] : []
