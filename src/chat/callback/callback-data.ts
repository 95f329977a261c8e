import { ACTIONS, type CallbackAction } from './actions.ts'
import type { CallbackField } from './fields.ts'

/** Bytes that the data of a button holds (Bot API). */
const MOST_BYTES = 64

interface Definition {
  readonly code: string
  readonly fields: Readonly<Record<string, CallbackField<unknown>>>
}
const table: Readonly<Record<string, Definition>> = ACTIONS
const kindsByCode = new Map(Object.entries(table).map(([kind, { code }]) => [code, kind]))

/** Writes an action into a button. `undefined` if it does not fit: a section with a very long name, a long query. */
export function encodeCallback(action: CallbackAction): string | undefined {
  const { code, fields }: Definition = ACTIONS[action.kind]
  const facts: Readonly<Record<string, unknown>> = action
  const parts = Object.entries(fields).flatMap(([name, field]) => field.write(facts[name]))
  const data = [code, ...parts].join('.')
  return data.isWellFormed() && Buffer.byteLength(data) <= MOST_BYTES ? data : undefined
}

/** Reads what a button sent; `undefined` if no button of ours could have sent it. Never throws. */
export function decodeCallback(data: string): CallbackAction | undefined {
  const parts = data.split('.')
  // A code has one part or two.
  const kinds = [1, 2].map((length) => [kindsByCode.get(parts.slice(0, length).join('.')), length] as const)
  for (const [kind, length] of kinds) {
    const action = kind === undefined ? undefined : readAction(kind, parts.slice(length))
    // What reads well but would be written otherwise was not written by us.
    if (action && encodeCallback(action) === data) return action
  }
  return undefined
}

function readAction(kind: string, parts: readonly string[]): CallbackAction | undefined {
  const facts: Record<string, unknown> = { kind }
  let at = 0
  for (const [name, field] of Object.entries(table[kind]?.fields ?? {})) {
    const read = field.read(parts.slice(at))
    if (!read) return undefined
    if (read.value !== undefined) facts[name] = read.value
    at += read.used
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the facts are those of this kind in the table
  return facts as CallbackAction
}
