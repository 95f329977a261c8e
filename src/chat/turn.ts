import type { Request } from './request.ts'
import type { Texts } from './texts/index.ts'

/** A request, and the words to answer it in. */
export interface Turn {
  readonly request: Request
  readonly texts: Texts
}
