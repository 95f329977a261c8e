import type { RefusalParameters } from '../rules/refusal.ts'

/** What every call is answered with. */
export type ApiAnswer =
  | { readonly ok: true; readonly result: unknown; readonly description?: string }
  | {
      readonly ok: false
      readonly error_code: number
      readonly description: string
      readonly parameters?: RefusalParameters
    }

/** An answer, or what to do to the connection in its place. */
export type CallOutcome = ApiAnswer | 'reset' | 'hang'
