import type { Texts } from '../texts/index.ts'
import type { Request } from './request.ts'

/** A request, and the words to answer it in. */
export interface Turn {
  readonly request: Request
  readonly texts: Texts
}
