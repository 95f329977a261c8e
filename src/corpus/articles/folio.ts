import { pageNumber, toIsoDate } from '../../domain/index.ts'
import { isMasthead } from '../wording/furniture.ts'
import { printedDate } from '../wording/printed-date.ts'
import { readSourceTrace } from '../wording/source-trace.ts'

/** What a page says of itself in its folio. */
export interface Folio {
  readonly paper?: string
  readonly date?: string
  readonly page?: string
  readonly section?: string
}

/** A date with figures in it, which are no page number. */
const DATE = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}([-/.])\d{1,2}\1\d{1,2}/u
const DATE_ALONE =
  /^[（(]?[\d〇○零一二三四五六七八九十]{2,6}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?$/u
const PAGE =
  /(?:^|[\s第])([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|^([A-Z]?\d{1,3})(?=$|\s)|\s([A-Z]\d{1,2}|0\d)(?=$|\s)|^([A-Z]\d{1,2}|0\d)(?=\p{Script=Han}{2,4}(?:$|\s))/u
const SECTION =
  /(?:星期[一二三四五六日天]|周[一二三四五六日]|版|^[A-Z]?\d{1,3})[\s·:：]*(?:[A-Z]?\d{1,3}\s*版?[\s·]*)?(?!责任|编辑|主编|美编|第?[一二三四五六七八九十]{1,3}版)(\p{Script=Han}{2,6})(?=$|\s)/u
const SECTION_ALONE = /^(\p{Script=Han}{2,4})$/u
const PAPER_NAME =
  '\\p{Script=Han}{2,6}?(?:[日晚早晨时時商周导導新][报報]|都市[报報]|都市早报|青年[报報]|工人报|农民报|法治报|法制报)'
const PAPER = new RegExp(`(?:^|[\\s:：])(${PAPER_NAME})(?=$|[\\s·:：\\d热])`, 'u')
const AGENCY_PAPER = new RegExp(`^(${PAPER_NAME})`, 'u')

/**
 * Reads paper, date, page and section from the page's lines of furniture.
 * @param mayBeOf whether the page may be of a date that stands alone on a line: so do those under decrees
 */
export function readFolio(
  furniture: readonly { readonly text: string }[],
  mayBeOf: (date: string) => boolean = () => true,
): Folio {
  const folio: Partial<Record<keyof Folio, string | undefined>> = {}
  /** Dates that stand alone: so do those under decrees and letters. */
  const alone = new Set<string>()
  for (const { text } of furniture) {
    const trace = readSourceTrace(text)
    if (trace) {
      folio.paper ??= trace.paper
      folio.date ??= trace.date
      folio.page ??= trace.page
      continue
    }
    const date = printedDate(text)
    if (date !== undefined && DATE_ALONE.test(text)) alone.add(date)
    else folio.date ??= date
    if (!isMasthead(text)) folio.section ??= SECTION.exec(text)?.[1] ?? SECTION_ALONE.exec(text)?.[1]
    const page = PAGE.exec(text.replace(DATE, ' ').replace(/电话.*|热线.*|邮编.*/u, ''))
    const number = page?.[1] ?? page?.[2] ?? page?.[3] ?? page?.[4]
    if (number !== undefined) folio.page ??= pageNumber(number)
    folio.paper ??= PAPER.exec(text)?.[1] ?? (isMasthead(text) ? text : undefined)
  }
  const [only, ...others] = alone
  if (others.length === 0 && only !== undefined && mayBeOf(only)) folio.date ??= only
  return Object.fromEntries(Object.entries(folio).filter(([, value]) => value !== undefined))
}

/** The paper that most bylines of a page name: 成都日报锦观新闻 writes for 成都日报. */
export function paperOfBylines(agencies: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const agency of agencies) {
    const paper = AGENCY_PAPER.exec(agency)?.[1]
    if (paper) counts.set(paper, (counts.get(paper) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

const IN_PATH = /(?<!\d)((?:18|19|20)\d{2})[-_/.]?([01]\d)[-_/.]?([0-3]\d)(?!\d)/

/** The date in a path: `2024-06-08/A02.txt`, `20240608-02.txt`. */
export function dateFromPath(file: string): string | undefined {
  const found = IN_PATH.exec(file)
  return found ? toIsoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}
