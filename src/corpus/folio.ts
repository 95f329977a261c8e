import type { Line } from './line.ts'

/** What a page says of itself in its folio. */
export interface Folio {
  readonly paper?: string
  readonly date?: string
  readonly page?: string
  readonly section?: string
}

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const PAGE_ALONE = /^第?\s*([A-Z]?\d{1,3})\s*版?$/u
const AFTER_WEEKDAY = /星期[一二三四五六日天]\s*(\p{Script=Han}{2,6})$/u
const PAPER =
  /(?:^|[^\p{Script=Han}])(\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|周报|周末|新闻报|导报|报))(?=$|[\s·:：\d]|热线)/u

/** Reads paper, date, page and section from the page's lines of furniture. */
export function readFolio(furniture: readonly Line[]): Folio {
  const folio: Partial<Record<keyof Folio, string | undefined>> = {}
  for (const { text } of furniture) {
    const day = DATE.exec(text)
    if (day) folio.date ??= toIsoDate(Number(day[1]), Number(day[2]), Number(day[3]))
    const section = AFTER_WEEKDAY.exec(text)?.[1]
    if (section) folio.section ??= section
    const page = PAGE_ALONE.exec(text)?.[1]
    if (page) folio.page ??= page
    const paper = PAPER.exec(text)?.[1]
    if (paper) folio.paper ??= paper
  }
  return Object.fromEntries(Object.entries(folio).filter(([, value]) => value !== undefined))
}

/** `undefined` for a day that no calendar has. */
export function toIsoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && year >= 1800 ? date.toISOString().slice(0, 10) : undefined
}

const IN_PATH = /(?<!\d)((?:18|19|20)\d{2})[-_/.]?([01]\d)[-_/.]?([0-3]\d)(?!\d)/

/** The date in a path: `2024-06-08/A02.txt`, `20240608-02.txt`. */
export function dateFromPath(file: string): string | undefined {
  const found = IN_PATH.exec(file)
  return found ? toIsoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}
