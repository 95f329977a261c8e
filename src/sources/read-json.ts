import { isJsonObject } from '../domain/index.ts'
import { readBody } from './html/body.ts'
import { isTooDeep, lineOf, parsePage } from './html/parse-page.ts'
import { readIssueDate } from './issue-date.ts'
import { readPageLabel } from './page-label.ts'
import { pathFacts } from './path-facts.ts'
import type { BodyPart, IssueFacts, SourceArticle, SourceFile } from './source-article.ts'

/** The names that people give to one thing, in English, pinyin initials and Chinese; the first that holds text counts. */
const KEYS = {
  paper: ['paper', 'paperName', 'paper_name', 'source', 'newspaper', 'publication', '报纸', '报名', '来源'],
  date: [
    'date',
    'paperDate',
    'paperData',
    'paper_date',
    'issue_date',
    'issueDate',
    'publish_date',
    'pubDate',
    '日期',
    '出版日期',
  ],
  page: [
    'page',
    'pageNo',
    'page_no',
    'pageNumber',
    'page_number',
    'paperNumber',
    'pageNum',
    '版号',
    '版次',
    '版面',
    '版',
  ],
  section: ['section', 'page_name', 'pageName', 'name', 'paperBk', 'column', '版名', '栏目'],
  headline: ['headline', 'title', 'mainTitle', 'main_title', '标题', '题目'],
  kicker: ['kicker', 'guideTitle', 'introTitle', 'introtitle', 'intro_title', 'pre_title', '引题', '肩题'],
  deck: ['deck', 'title2', 'subtitle', 'subTitle', 'sub_title', '副题', '副标题'],
  author: ['byline', 'author', 'authors', 'articleAuthor', '作者', '记者'],
  body: ['body', 'content', 'text', 'paragraphs', 'article', '正文', '内容'],
} as const satisfies Record<string, readonly string[]>

/** Names of lists that hold pages or articles. */
const LISTS = [
  'pages',
  'paperInfo',
  'articles',
  'xyList',
  'onePageArticleList',
  'items',
  'data',
  'list',
  'news',
  '版面',
  '文章',
  '稿件',
]

type Field = keyof typeof KEYS
type Json = Readonly<Record<string, unknown>>

/** Deeper lists are no issue of a newspaper. */
const DEEPEST = 6

/**
 * Reads an issue, a page or a list of articles that was saved as JSON, in any of the forms that crawlers write: lists
 * in lists, with paper, date, page and section on any level above the article.
 * @throws {SyntaxError} if it is no JSON
 */
export function readJson(file: string, text: string): SourceFile {
  const articles: SourceArticle[] = []
  const { value, warnings } = parse(text)
  collect(value, pathFacts(file), articles, 0)
  return { form: 'json', articles, ...(articles.length > 0 ? {} : { empty: 'no article' }), warnings }
}

/** A whole value, or one a line: many programs write JSON Lines under this name. Then lines that are none are named. */
function parse(text: string): { readonly value: unknown; readonly warnings: readonly string[] } {
  try {
    return { value: JSON.parse(text), warnings: [] }
  } catch (error) {
    const lines = text.split('\n')
    const values = lines.map(parseLine)
    const bad = lines.flatMap((line, at) => (line.trim() !== '' && values[at] === undefined ? [at + 1] : []))
    if (values.filter(isJsonObject).length <= bad.length) throw error
    const warnings =
      bad.length === 0 ? [] : [`${bad.length} lines are no JSON, the first of them line ${bad[0]}`]
    return { value: values, warnings }
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function collect(value: unknown, above: IssueFacts, articles: SourceArticle[], depth: number): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, above, articles, depth + 1)
    return
  }
  if (!isJsonObject(value)) return
  const article = readArticle(value, above, articles.length + 1)
  if (article) {
    articles.push(article)
    return
  }
  const facts = { ...above, ...factsOf(value, true) }
  for (const name of LISTS) if (Array.isArray(value[name])) collect(value[name], facts, articles, depth + 1)
}

function readArticle(value: Json, above: IssueFacts, position: number): SourceArticle | undefined {
  const headline = titleText(field(value, 'headline'))
  const body = bodyOf(firstOf(value, 'body'))
  // A page has a name and a list; an article has a text, or at least a title and a picture's caption.
  if (body.parts.length === 0 || hasList(value)) return undefined
  const [kicker, deck] = [titleText(field(value, 'kicker')), titleText(field(value, 'deck'))]
  return {
    ...above,
    ...factsOf(value, false),
    headline,
    kicker: kicker === '' ? [] : [kicker],
    deck: deck === '' ? [] : [deck],
    author: authorsOf(firstOf(value, 'author')),
    body: body.parts,
    pictures: body.pictures,
    regions: [],
    position,
    warnings: headline === '' ? ['no headline found'] : [],
  }
}

const hasList = (value: Json): boolean =>
  LISTS.some((name) => Array.isArray(value[name]) && (value[name] as unknown[]).some(isJsonObject))

/** @param isPage whether the names of a page count: `name` of an article is not a section */
function factsOf(value: Json, isPage: boolean): IssueFacts {
  const paper = field(value, 'paper')
  const date = readIssueDate(field(value, 'date'))
  const label = readPageLabel(field(value, 'page'))
  const section = label?.section ?? (isPage || value.name === undefined ? field(value, 'section') : '')
  const named = readPageLabel(section)
  const page = label?.page ?? named?.page
  return {
    ...(paper === '' || paper.length > 30 ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page }),
    ...(section === '' ? {} : { section: named?.section ?? section }),
  }
}

function firstOf(value: Json, name: Field): unknown {
  return KEYS[name].map((key) => value[key]).find((it) => it !== undefined && it !== null && it !== '')
}

const field = (value: Json, name: Field): string => {
  const found = firstOf(value, name)
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
}

/** What is longer is no title, and not worth to be parsed as a page. */
const LONGEST_TITLE = 2000

/** Line breaks and tags inside a title part nothing in Chinese. */
const titleText = (text: string): string =>
  (/[<&]/u.test(text) && text.length <= LONGEST_TITLE
    ? lineOf(parsePage(text.replace(/<br\s*\/?>|<\/?p>/giu, '')).querySelector('body'))
    : text
  )
    .split(/[\r\n]+/u)
    .map((it) => it.trim())
    .join('')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()

function authorsOf(value: unknown): readonly string[] {
  const names = Array.isArray(value) ? value : [value]
  const line = names
    .filter((it): it is string => typeof it === 'string')
    .map((it) => it.trim())
    .filter(Boolean)
    .join(' ')
  return line === '' ? [] : [line]
}

function bodyOf(value: unknown): {
  readonly parts: readonly BodyPart[]
  readonly pictures: readonly string[]
} {
  const text = Array.isArray(value) ? value.filter((it) => typeof it === 'string').join('\n') : value
  if (typeof text !== 'string') return { parts: [], pictures: [] }
  if (/<\/?[a-z][^<>]*>/iu.test(text) && !isTooDeep(text))
    return readBody([...parsePage(text).querySelectorAll('body')])
  const lines = text.split(/[\r\n]+/u).map((it) => it.trim())
  return { parts: lines.filter(Boolean).map((it) => ({ kind: 'paragraph', text: it })), pictures: [] }
}
