import { readFile } from 'node:fs/promises'
import { type CorpusFile, type Correction, type Mark, readMarks } from '../../corpus/index.ts'
import type { Article } from '../../domain/index.ts'
import type { Call } from '../command.ts'
import { UsageError } from '../usage-error.ts'

type Values = Call['values']

const ORDERS = ['join', 'split', 'headline', 'kicker', 'deck', 'of', 'order'] as const

/** Whether any correction is asked for. */
export const isAsked = (values: Values): boolean => ORDERS.some((it) => values[it] !== undefined)

/**
 * The corrections that options ask for.
 * @param articles of the page as it is read now
 * @throws {UsageError} if they name a line or an article that the page does not have
 */
export async function readOrders(
  file: CorpusFile,
  articles: readonly Article[],
  values: Values,
): Promise<readonly Correction[]> {
  if (!isAsked(values)) return []
  const marks = readMarks(await readFile(file.path), file.file)
  const lineAt = (line: number): Mark => {
    const mark = marks.get(line)
    if (!mark) throw new UsageError(`line ${line} of ${file.file} is blank or not there`)
    return mark
  }
  const article = (name: string): Mark => {
    if (/^\d+$/u.test(name)) return lineAt(Number(name))
    const found = articles.find(({ id }) => id === name)
    if (!found)
      throw new UsageError(`${file.file} has no article ${name}: paperboy fix ${file.file} shows them`)
    return bodyMark(found, marks) ?? lineAt(found.source.lines[0] ?? 0)
  }
  const lines = (option: (typeof ORDERS)[number]) => linesOf(values[option], option).map(lineAt)
  const [joined, parts, at] = [namesIn(values['join']).map(article), lines('order'), lines('split')]
  const [headline, kicker, deck] = [lines('headline'), lines('kicker'), lines('deck')]
  const { of } = values
  if (joined.length === 1) throw new UsageError('--join needs two articles or more: --join A,B')
  if (parts.length === 1) throw new UsageError('--order needs two lines or more: --order 40,12')
  if (at.length > 1) throw new UsageError('--split takes one line')
  const titled = typeof of === 'string' ? article(of) : at[0]
  const isTitle = headline.length > 0
  if (!isTitle && (kicker.length > 0 || deck.length > 0 || of !== undefined))
    throw new UsageError('--kicker, --deck and --of need --headline LINES')
  if (isTitle && !titled) throw new UsageError('--headline needs --of A: an id, or a line of the article')
  return [
    ...(joined.length > 0 ? [{ kind: 'join', articles: joined } as const] : []),
    ...at.map((mark) => ({ kind: 'split', at: mark }) as const),
    ...(isTitle && titled ? [{ kind: 'headline', of: titled, headline, kicker, deck } as const] : []),
    ...(parts.length > 0 ? [{ kind: 'order', parts } as const] : []),
  ]
}

/** An article is best named by the first line of its text: its title may come to stand elsewhere. */
function bodyMark(
  { paragraphs, source, headline }: Article,
  marks: ReadonlyMap<number, Mark>,
): Mark | undefined {
  const text = paragraphs[0] ?? ''
  const own = source.lines.flatMap((line) => marks.get(line) ?? [])
  const first = own.find((mark) => text.startsWith(mark.text))
  // A jump marker before it was taken off.
  return first ?? own.find((mark) => text.includes(mark.text) && !headline.startsWith(mark.text))
}

const namesIn = (value: Values[string]): readonly string[] =>
  typeof value === 'string' ? value.split(/[,，\s]+/u).filter(Boolean) : []

/** `3-4,7` → 3, 4, 7. */
function linesOf(value: Values[string], option: string): readonly number[] {
  return namesIn(value).flatMap((part) => {
    const [, from, to = from] = /^(\d{1,9})(?:[-–](\d{1,9}))?$/u.exec(part) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (from === undefined || last < first || last - first > MOST_LINES)
      throw new UsageError(`--${option} ${part} are no lines: write 3-4,7`)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

const MOST_LINES = 100
