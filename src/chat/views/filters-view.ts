import type { Article } from '../../domain/index.ts'
import { joinHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, buttonIfFits, inRows } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { shorten } from './shorten.ts'
import { renderCount, renderMonthName } from './source-line.ts'

/** Choices of each kind: three rows of buttons. */
const MOST_CHOICES = 9

/** What a list can be narrowed to: the sections and months of its hits, the most frequent first. */
export function renderFilters(
  hits: readonly Article[],
  list: string,
  isFiltered: boolean,
  texts: Texts,
): Message {
  const label = (name: string, count: number) => `${shorten(name, 20)} (${renderCount(count, texts)})`
  const sections = countOf(hits.map(({ section }) => section)).map(([section, count]) =>
    buttonIfFits(label(section, count), { kind: 'filter', list, section }),
  )
  const months = countOf(hits.map(({ issueDate }) => issueDate?.slice(0, 7))).map(([month, count]) =>
    buttonIfFits(label(renderMonthName(month, texts), count), { kind: 'filter', list, month }),
  )
  return {
    html: joinHtml([
      texts.filterTitle,
      ...(sections.length + months.length === 0 ? [texts.nothingToFilter] : []),
    ]),
    buttons: [
      ...inRows(sections.flat(), 3),
      ...inRows(months.flat(), 2),
      [
        ...(isFiltered ? [button(texts.noFilter, { kind: 'filter', list })] : []),
        button(texts.buttons.back, { kind: 'list', list, page: 0 }),
      ],
    ],
  }
}

function countOf(values: readonly (string | undefined)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || b.localeCompare(a)).slice(0, MOST_CHOICES)
}
