import { type ParsedQuery, renderQuery } from '../search/index.ts'

/** A topic in the query language without its days; as typed if nothing else is left. */
export function nameOfTopic({ filter, ...topic }: ParsedQuery, typed: string): string {
  const { from: _from, to: _to, ...others } = filter
  return renderQuery({ ...topic, filter: others }) || typed
}
