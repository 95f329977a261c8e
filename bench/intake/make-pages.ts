import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '../search/chance.ts'

const PAGES_AN_ISSUE = 8
const YESTERDAY_S = Date.now() / 1000 - 86_400
const PRINTED_DATE = /\d{4}年\d{1,2}[月⽉]\d{1,2}[日⽇]/gu

/**
 * Writes as many pages as asked for, eight an issue, in a folder a day: the pages of `from`, in which most lines have
 * changed places with lines of equal length of any page, so that columns stay columns and no two pages are alike.
 */
export function makePages(folder: string, count: number, from: string): void {
  const draw = createChance(42)
  const pages = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => readFileSync(join(from, file), 'utf8').split('\n'))
  const byLength = new Map<number, string[]>()
  for (const line of pages.flat()) byLength.set(line.length, [...(byLength.get(line.length) ?? []), line])
  const mix = (line: string): string => {
    if (line.length < 10 || draw(10) < 3) return line
    const alike = byLength.get(line.length) ?? [line]
    return alike[draw(alike.length)] ?? line
  }
  for (let number = 0; number < count; number++) {
    const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(number / PAGES_AN_ISSUE)))
    const date = day.toISOString().slice(0, 10)
    const printed = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    const lines = (pages[number % pages.length] ?? []).map(mix)
    mkdirSync(join(folder, date), { recursive: true })
    const file = join(folder, date, `0${1 + (number % PAGES_AN_ISSUE)}.txt`)
    writeFileSync(file, lines.join('\n').replaceAll(PRINTED_DATE, printed))
    utimesSync(file, YESTERDAY_S, YESTERDAY_S)
  }
}
