import { readIssueDate } from '../issue-date.ts'
import { readPageLabel } from '../page-label.ts'
import type { BodyPart, IssueFacts } from '../source-article.ts'

/** In UTF-16 units. Shorter lines are too likely to stand in a title by chance, longer ones are text. */
const SHORTEST = 4
const LONGEST = 80
/** How many lines of a text may stand before its headline: the name of the paper, where one is. */
const MOST_BEFORE = 3
/** What is added to the headline in the title of a page, or stands in place of it. */
const SITE = /(?:报|报纸|晚报|日报|周刊|杂志|新闻网|网|客户端|电子版|数字报|首页)$/u
const ENDS_SENTENCE = /[。！？!?；;，,][”’」』）)》]*$/u
const PAGE = /第\s*([A-Z]{0,3}\d{1,4}|[一二三四五六七八九十]{1,3})\s*版/u

/** A headline, and the text below it. */
interface Titled {
  readonly headline: string
  readonly parts: readonly BodyPart[]
}

/**
 * Finds the headline of a page by itself. The title of a page often names the site as well, or only that: then a heading, or a line at
 * the start of the text, says what of it is the headline.
 * @param title of the page, if it has one
 * @param headings of the page, the highest first
 */
export function findWebTitle(title: string, headings: readonly string[], parts: readonly BodyPart[]): Titled {
  const whole = bare(title)
  const isOfTitle = (text: string) =>
    text.length <= LONGEST &&
    bare(text).length >= SHORTEST &&
    bare(text) !== whole &&
    (whole.startsWith(bare(text)) || isBehindSite(whole, bare(text)))
  const namesOnlySite = isNameOfSite(title)
  const start = parts.slice(0, MOST_BEFORE)
  const heading = headings.find(isOfTitle) ?? (namesOnlySite ? headings.find(isLine) : undefined)
  const line =
    start.find(({ text }) => isOfTitle(text)) ?? (namesOnlySite ? start.find(isTitleLine) : undefined)
  const headline = heading ?? line?.text ?? withoutSite(title)
  const at = start.findIndex(({ text }) => bare(text) === bare(headline))
  return { headline, parts: parts.slice(at + 1) }
}

/** Whether the title of a page says no more than where it is from. */
export const isNameOfSite = (title: string): boolean =>
  title === '' || (bare(title).length <= 12 && SITE.test(title.trim()))

/** The lines between headline and text that only say where and when it was printed, and what they say. */
export function readLeadLines({ parts }: Pick<Titled, 'parts'>): {
  readonly facts: IssueFacts
  readonly parts: readonly BodyPart[]
} {
  const facts: IssueFacts = {}
  let at = 0
  for (const { text } of parts.slice(0, MOST_BEFORE)) {
    const date = readIssueDate(text)
    const [label, number] = PAGE.exec(text) ?? []
    if (text.length > LONGEST || ENDS_SENTENCE.test(text) || (date === undefined && label === undefined))
      break
    const page = readPageLabel(`${number ?? ''}版`)?.page
    Object.assign(facts, date === undefined ? {} : { date }, page === undefined ? {} : { page })
    at++
  }
  // A text that is nothing but such lines is a text.
  return at === parts.length ? { facts: {}, parts } : { facts, parts: parts.slice(at) }
}

/** `江城日报 - 标题`: some sites stand before the headline. */
const isBehindSite = (whole: string, text: string): boolean =>
  whole.endsWith(text) && SITE.test(whole.slice(0, -text.length).replace(/[\s_|｜–—:：·-]+$/u, ''))

/** Without the name of a site behind a mark: `标题_江城晚报数字报`. */
function withoutSite(title: string): string {
  const at = Math.max(...MARKS.map((mark) => title.lastIndexOf(mark)))
  const site = title.slice(at).replace(/^[\s_|｜–—-]+/u, '')
  const before = title.slice(0, Math.max(0, at)).trim()
  return before.length >= SHORTEST && site.length <= 20 && SITE.test(site) ? before : title
}

const MARKS = ['_', '|', '｜', ' - ', ' – ', ' — ', '--']

/** A line without its blanks, to be compared with another. */
export const bare = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

const isLine = (text: string): boolean =>
  text.length <= LONGEST &&
  bare(text).length >= SHORTEST &&
  !ENDS_SENTENCE.test(text) &&
  readIssueDate(text) === undefined

const isTitleLine = ({ kind, text }: BodyPart): boolean => kind === 'subhead' && isLine(text)
