import { readIssueDate } from './issue-date.ts'
import { readPageLabel } from './page-label.ts'
import { fieldOf } from './record-keys.ts'
import type { IssueFacts } from './source-article.ts'

/* What programs that keep Markdown add to its lines, brought into the few forms that are read. */

/** Front matter without its first border, as Hexo takes it. */
const OPEN_FRONT_MATTER = /^\ufeff?(?=\w+:\s)((?:[\w-]+:.*|[ \t]*-\s.*|[ \t]+\S.*)\r?\n){1,40}---[ \t]*\r?\n/u
/** A line of signs below a title makes it a heading. */
const UNDERLINED = /^(?:={3,}|-{3,})\s*$/u

/** Headings that are underlined, as those with marks. */
function withMarks(line: string, at: number, lines: readonly string[]): string {
  const below = lines[at + 1] ?? ''
  const isTitle =
    UNDERLINED.test(below) &&
    line.trim() !== '' &&
    line.length <= 80 &&
    (lines[at - 1] ?? '').trim() === '' &&
    !/[。！？#>|]$|^[#>|\s-]/u.test(line)
  if (isTitle) return `${below.startsWith('=') ? '#' : '##'} ${line.trim()}`
  const above = lines[at - 1] ?? ''
  const isLine =
    UNDERLINED.test(line) &&
    above.trim() !== '' &&
    withMarks(above, at - 1, lines).startsWith('#') &&
    !above.startsWith('#')
  return isLine ? '' : line
}

/** Commands of site makers ({{< toc >}}), and words to find a note by (#剪报). */
const NO_TEXT = /^\{\{[<%].*[>%]\}\}$|^(?:#[^\s#]{1,30}\s*)+$/u

/** A note that an editor set above a text: `> [!info] …`. */
const NOTE = /^>\s*\[![\w-]+\]/u

/** The lines of a file with headings marked as such, without notes set above a text. */
export function linesOfMarkdown(text: string): readonly string[] {
  let isInNote = false
  return text.split(/\r?\n/u).map((line, at, lines) => {
    isInNote = NOTE.test(line) || (isInNote && line.startsWith('>'))
    return isInNote ? '' : withMarks(line, at, lines)
  })
}

/** Front matter as it is read, with both its borders. */
export function withBorders(given: string): string {
  const text = given.replace(/^\ufeff/u, '')
  if (OPEN_FRONT_MATTER.test(text)) return `---\n${text}`
  const [head = ''] = FACTS.exec(text) ?? []
  const facts = head.split(/\r?\n/u).map((line) => FACT.exec(line) ?? [])
  if (!facts.some(([, key = '']) => fieldOf(key) === 'headline')) return given
  const lines = facts.map(([, key = '', value = '']) =>
    key === '' ? '' : `${key}: ${JSON.stringify(value.replace(/^\[\[|\]\]$/gu, ''))}`,
  )
  return `---\n${lines.filter(Boolean).join('\n')}\n---\n${text.slice(head.length)}`
}

/** Facts a line each above the text, without borders, as Pelican and Logseq keep them. */
const FACTS = /^(?:[\w-]{2,20}::?[ \t].*\r?\n){2,20}(?=\s*\n)/u
const FACT = /^([\w-]{2,20})::?[ \t]+(.*?)\s*$/u

/** Whether a line is none of a text. */
export const isNoText = (line: string): boolean => NO_TEXT.test(line)

const ISSUE_PAGE = /第?\s*([A-Z]{0,3}\d{1,4})\s*版\s*[（(：:]?\s*(\p{Script=Han}{2,8})?/u
const ISSUE_PAPER = /^《?([\p{Script=Han}A-Za-z]{2,20})》?[\s，,（(]*(?=\d{4})/u

/** A line that names paper, day and page: 江城日报 2025年11月14日 第01版 要闻. */
export function issueOfLine(line: string): IssueFacts | undefined {
  const date = readIssueDate(line)
  const [, page, section = ''] = ISSUE_PAGE.exec(line.replace(/\d{4}\s*年.*?日/u, ' ')) ?? []
  const label = page === undefined ? undefined : readPageLabel(`${page}版：${section}`)
  const paper = ISSUE_PAPER.exec(line)?.[1]
  return date === undefined || label === undefined
    ? undefined
    : { ...(paper === undefined ? {} : { paper }), date, ...label }
}
