import { parse } from 'yaml'
import { isJsonObject } from '../domain/index.ts'
import { withoutNotices } from './html/around-text.ts'
import { isBesideText } from './html/body.ts'
import { readIssueDate } from './issue-date.ts'
import { isNoText, issueOfLine, linesOfMarkdown, withBorders } from './markdown-lines.ts'
import { readPageFact, readPageLabel } from './page-label.ts'
import { pathFacts } from './path-facts.ts'
import { readLabel } from './read-labelled.ts'
import { fieldOf } from './record-keys.ts'
import { fieldByWords } from './record-words.ts'
import type { BodyPart, IssueFacts, SourceArticle, SourceFile } from './source-article.ts'

const FRONT_MATTER = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:\1|\.{3})[ \t]*(?:\r?\n|$)/u
/** A line of TOML, as far as front matter tells an article by it; what stands below the head of a table is of something else. */
const TOML_LINE = /^[ \t]*["']?([\w\p{Script=Han}.-]{1,40})["']?[ \t]*=[ \t]*(.*?)[ \t]*$/u
const TOML_TABLE = /^[ \t]*\[/u
const DATED_NAME = /(?:^|\/)\d{8}[-_][A-Z]?\d{2}[-_]\d+\.\w+$/u

/** Files that tell about a folder, not articles. */
const ABOUT_FOLDER =
  /\/(?:readme|changelog|licen[cs]e|contributing|index|summary)(?:[._-][^/]*)?\.(?:md|markdown)$/iu
/** Some systems keep a page in a folder of its own: its front matter tells. */
const PAGE_OF_FOLDER = /\/index(?:[._-][^/]*)?\.(?:md|markdown)$/iu

/**
 * Reads articles that were saved as Markdown: one article a file (with front matter, with a heading, or by lines as
 * crawlers write them), or a day a file with a heading for each page and article.
 */
export function readMarkdown(file: string, given: string): SourceFile {
  const text = withBorders(given)
  const isPage = PAGE_OF_FOLDER.test(`/${file}`) && /^\ufeff?(?:---|\+\+\+)/u.test(text)
  if (ABOUT_FOLDER.test(`/${file}`) && !isPage)
    return { form: 'markdown', articles: [], empty: 'no article', warnings: [] }
  const [whole, mark, header] = FRONT_MATTER.exec(text) ?? []
  const told = header === undefined ? {} : toldBy(mark === '+++' ? readToml(header) : readYaml(header))
  const lines = linesOfMarkdown(text.slice(whole?.length ?? 0).replace(/^\ufeff/u, ''))
  const before = (whole?.split('\n').length ?? 1) - 1
  const path = pathFacts(file)
  const articles =
    header === undefined && isDay(lines)
      ? readDay(lines, path)
      : header === undefined && titlesOf(lines).length > 1
        ? readSeveral(lines, { ...pathFacts(`${file.replace(/\.[^./]*$/u, '')}/`), ...path })
        : [
            header === undefined && DATED_NAME.test(`/${file}`) && !lines.some(readHeading)
              ? readByLines(lines, path)
              : readOne(lines, { ...path, ...told, ...namedBy(file, lines, told) }, before),
          ]
  const found = articles.filter((it) => it.body.length > 0)
  const warnings =
    header !== undefined && Object.keys(told).length === 0 ? ['front matter cannot be read'] : []
  return found.length > 0
    ? { form: 'markdown', articles: found, warnings }
    : { form: 'markdown', articles: [], empty: 'no article', warnings }
}

/** Notes are called by their titles, and need not say them again. */
function namedBy(file: string, lines: readonly string[], { headline }: Told): Told {
  const name = (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '')
  const isTitle =
    TITLE_NAME.test(name) && readIssueDate(name) === undefined && readPageLabel(name) === undefined
  return headline === undefined && isTitle && !lines.some(readHeading) ? { headline: name } : {}
}

const TITLE_NAME = /\p{Script=Han}.{3,}/u

type Told = IssueFacts & {
  readonly headline?: string
  readonly kicker?: string
  readonly deck?: string
  readonly author?: string
}

/** Damaged front matter gives nothing; the text below it is read all the same. */
function readYaml(header: string): unknown {
  try {
    // As text alone: a date or a page 01 must stay as it is written.
    return parse(header, { schema: 'failsafe', maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** The plain values of TOML: texts, dates, lists of texts on one line. */
function readToml(header: string): unknown {
  const values: Record<string, unknown> = {}
  for (const line of header.split(/\r?\n/u)) {
    if (TOML_TABLE.test(line)) break
    const [, key, value = ''] = TOML_LINE.exec(line) ?? []
    if (key !== undefined)
      values[key] = /^\[.*\]$/u.test(value) ? value.slice(1, -1).split(',').map(plainToml) : plainToml(value)
  }
  return values
}

function plainToml(value: string): string {
  const text = value.trim()
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"/u.exec(text) ?? []
  if (quoted !== undefined) return quoted.replace(/\\(["\\])/gu, '$1')
  return /^'([^']*)'/u.exec(text)?.[1] ?? text.replace(/\s+#.*$/u, '')
}

function toldBy(value: unknown): Told {
  if (typeof value !== 'object' || value === null) return {}
  const told: Partial<Record<keyof Told, string>> = {}
  // Systems keep what is not their own in an object of its own: `params: {page: 03}`.
  const nested = Object.entries(value).flatMap(([key, it]) =>
    OWN_FACTS.test(key) && isJsonObject(it) ? Object.entries(it) : [],
  )
  for (const [key, it] of [...Object.entries(value), ...nested]) {
    const name = fieldOf(key) ?? fieldByWords(key)
    const text = (Array.isArray(it) ? it : [it])
      .map((one) => (isJsonObject(one) ? one.name : one))
      .filter((one) => typeof one === 'string')
      .join(' ')
      .trim()
    if (name !== undefined && name !== 'body' && text !== '') told[name] ??= text
  }
  const { date, page, ...others } = told
  const label = readPageFact(page ?? '')
  const day = readIssueDate(date ?? '')
  return {
    ...label,
    ...others,
    ...(label === undefined && page !== undefined ? { page } : {}),
    ...(day === undefined ? {} : { date: day }),
  }
}

const OWN_FACTS = /^(?:params|extra|meta|custom)$/iu
const HEADING = /^ {0,3}(#{1,6})\s(.*)$/u
/** The marks that may close a heading. */
const CLOSING = /(?<=^|\s)#+$/u
const PICTURE = /^!\[([^[\]]*)\]\([^)]+\)$/u
const AUTHOR = /^(?:\*{1,2}|_)(.{2,60}?)(?:\*{1,2}|_)$/u
const AUTHOR_WORDS = /记者|通讯员|作者|实习生|^文|评论员/u
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/u

/** A heading and how many marks it has; `undefined` for any other line. */
function readHeading(line: string): { readonly level: number; readonly text: string } | undefined {
  const [, marks, rest = ''] = HEADING.exec(line) ?? []
  const text = rest.trim().replace(CLOSING, '').trim()
  return marks === undefined || text === '' ? undefined : { level: marks.length, text }
}

/** Where each heading of the first level stands, if all of them have a text below them: then each is the title of an article. */
function titlesOf(lines: readonly string[]): readonly number[] {
  const levels = lines.map((it) => readHeading(it)?.level)
  const found = levels.flatMap((it, at) => (it === 1 ? [at] : []))
  const hasText = (from: number, to: number) =>
    lines.slice(from + 1, to).some((it, at) => levels[from + 1 + at] === undefined && it.trim() !== '')
  return lines.slice(0, found[0]).every((it) => it.trim() === '') &&
    found.every((at, index) => hasText(at, found[index + 1] ?? lines.length))
    ? found
    : []
}

/** Articles one below the other, as of one page: the name of the file tells which. */
function readSeveral(lines: readonly string[], facts: IssueFacts): readonly SourceArticle[] {
  const titles = titlesOf(lines)
  return titles.map((at, index) => readOne(lines.slice(at, titles[index + 1]), facts, at))
}

/** What the heading of a page says, whether it names the page alone or with the issue. */
const labelOf = (text: string): IssueFacts | undefined => readPageLabel(text) ?? issueOfLine(text)

/** A heading for each page: `## 第01版：要闻`. */
const isDay = (lines: readonly string[]): boolean =>
  lines.some((it) => {
    const { level, text } = readHeading(it) ?? {}
    return level !== undefined && level <= 3 && /版/u.test(text ?? '') && labelOf(text ?? '') !== undefined
  })

function readDay(lines: readonly string[], path: IssueFacts): readonly SourceArticle[] {
  const articles: SourceArticle[] = []
  let issue: IssueFacts = path
  let pageLevel = 0
  let start = -1
  const close = (end: number) => {
    if (start >= 0) articles.push(readOne(lines.slice(start, end), issue, start))
    start = -1
  }
  for (const [at, line] of lines.entries()) {
    const heading = readHeading(line)
    if (!heading) continue
    const { level, text } = heading
    const label = /版/u.test(text) ? labelOf(text) : undefined
    if (label) {
      close(at)
      pageLevel = level
      const { page: _page, section: _section, ...day } = issue
      issue = { ...day, ...label }
    } else if (pageLevel === 0) {
      const date = readIssueDate(text)
      const paper = text.replace(/\d{4}.*$/u, '').trim()
      issue = { ...issue, ...(date === undefined ? {} : { date }), ...(paper === '' ? {} : { paper }) }
    } else if (level === pageLevel + 1) {
      close(at)
      start = at
    }
  }
  close(lines.length)
  return articles
}

/** Line 1 is the kicker, 2 the headline, 3 the deck, each maybe empty; then a paragraph a line. */
function readByLines(lines: readonly string[], facts: IssueFacts): SourceArticle {
  const [kicker = '', headline = '', deck = '', ...rest] = lines.map((it) => it.trim())
  return articleOf({ ...facts, kicker, headline, deck }, rest.flatMap(toPart), 1)
}

function readOne(lines: readonly string[], told: Told, before: number): SourceArticle {
  const parts: BodyPart[] = []
  let { headline = '', author = '' } = told
  const facts: { -readonly [name in keyof Told]: Told[name] } = { ...told }
  for (const line of lines.map((it) => it.trim())) {
    const { text } = readHeading(line) ?? {}
    const fact = text === undefined && parts.length === 0 ? factOf(line.replace(/^>\s*/u, '')) : undefined
    if (fact) {
      Object.assign(facts, { ...fact, ...told })
      author = facts.author ?? author
      continue
    }
    const named = AUTHOR.exec(line)?.[1] ?? ''
    if (text !== undefined && parts.length === 0 && (headline === '' || bare(headline) === bare(text)))
      headline = plain(text)
    else if (text !== undefined) parts.push({ kind: 'subhead', text: plain(text) })
    else if (author === '' && parts.length === 0 && AUTHOR_WORDS.test(named)) author = named
    else parts.push(...toPart(line))
  }
  return articleOf({ ...facts, headline, author }, parts, before + 1)
}

/** In UTF-16 units; what is longer is text. */
const LONGEST_FACT = 40

/** A line below the title that tells a fact: `**日期**：2024-06-08`. */
function factOf(line: string): Told | undefined {
  const { field, value = '' } = readLabel(line) ?? {}
  if (field === undefined || field === 'body' || field === 'headline' || value.length > LONGEST_FACT)
    return undefined
  const fact = (field === 'paper' && issueOfLine(value)) || toldBy({ [field]: value })
  return Object.keys(fact).length > 0 ? fact : undefined
}

const bare = (text: string): string => plain(text).replace(/[\s\u3000]+/gu, '')

function toPart(line: string): readonly BodyPart[] {
  const picture = PICTURE.exec(line)
  if (picture) return picture[1] ? [{ kind: 'caption', text: plain(picture[1]) }] : []
  const text = plain(line.replace(/^>\s?/u, ''))
  return text === '' || RULE.test(line) || isNoText(line) || isBesideText(text)
    ? []
    : [{ kind: 'paragraph', text }]
}

/** The text without the marks of Markdown. */
const plain = (text: string): string =>
  text
    .replace(/<!--[^<>]*-->|<\/?(?:p|br|div|span|b|i|strong|em|center|font)(?:\s[^<>]*)?\/?>/giu, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)/gu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1')
    .replace(/(\*\*|__)(.+?)\1/gu, '$2')
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/gu, '$1')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .trim()

function articleOf(
  { headline = '', kicker, deck, author, ...facts }: Told,
  body: readonly BodyPart[],
  position: number,
): SourceArticle {
  const listOf = (text: string | undefined) => (text === undefined || text === '' ? [] : [plain(text)])
  return {
    ...facts,
    headline: plain(headline),
    kicker: listOf(kicker),
    deck: listOf(deck),
    author: listOf(author),
    body: withoutNotices(body),
    pictures: [],
    regions: [],
    position,
    warnings: headline === '' ? ['no headline found'] : [],
  }
}
