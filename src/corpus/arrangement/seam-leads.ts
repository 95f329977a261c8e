import { idfOfSeam } from '../wording/bigram-idf.ts'
import type { TextFlow } from './text-flow.ts'

/** Less than any seam leads by, where one side is not torn. */
const NO_SEAM = -20

/** By how much a torn text flow goes on more usually in one torn start than in any other of the page. */
export function seamLeads(flows: readonly TextFlow[]): (a: number, b: number) => number {
  const starts = flows.flatMap(({ first, paragraphs }, flow) =>
    first.start === 'middle' ? [{ flow, text: paragraphs[0]?.lines[0]?.text ?? '' }] : [],
  )
  const rows = flows.map(({ last, paragraphs }, flow) => {
    if (last.end !== 'middle') return undefined
    const end = paragraphs.at(-1)?.lines.at(-1)?.text ?? ''
    const seams = starts
      .filter((it) => it.flow !== flow)
      .map((it) => ({ flow: it.flow, value: -idfOfSeam(end, it.text) }))
    return { seams, sorted: seams.map(({ value }) => value).toSorted((x, y) => y - x) }
  })
  return (a, b) => {
    const row = rows[a]
    const value = row?.seams.find(({ flow }) => flow === b)?.value
    if (row === undefined || value === undefined) return NO_SEAM
    const [first = NO_SEAM, second = NO_SEAM] = row.sorted
    return value - (value === first ? second : first)
  }
}
