import { button } from '../keyboard.ts'
import { HEADLINES, type Origin } from '../press.ts'
import type { Button } from '../reply.ts'
import { texts } from '../texts.ts'

/** Leads back to the very page that one came from, if one came from a list. */
export function backButton(origin: Origin | undefined): readonly Button[] {
  if (!origin) return []
  const press =
    origin.list === HEADLINES
      ? ({ kind: 'headlines', page: origin.page } as const)
      : ({ kind: 'list', ...origin } as const)
  return [button(`‹ ${texts.back}`, press)]
}
