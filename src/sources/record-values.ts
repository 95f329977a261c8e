import { isJsonObject, toIsoDate } from '../domain/index.ts'
import { isBesideText, readBody } from './html/body.ts'
import { isTooDeep, lineOf, parsePage } from './html/parse-page.ts'
import { readIssueDate } from './issue-date.ts'
import { type Entries, entriesOf, firstOf } from './record-keys.ts'
import type { BodyPart } from './source-article.ts'

/** The names of what an object in place of a plain value holds: `{"title": {"main": …, "sub": …}}`. */
const PARTS = {
  main: 'main maintitle text title headline value 主标题 标题',
  above: 'kicker intro introtitle pre pretitle guide eyebrow 引题 肩题',
  below: 'sub subtitle deck subheadline 副题 副标题',
  number: 'no number num page pageno order code 版次 版号 序号',
  name: 'name title section 版名 名称',
  caption: 'caption desc description note alt text title 图说 说明 图片说明 描述',
  file: 'src url file href path 地址 文件',
} as const satisfies Record<string, string>

/** A part of an object that stands for one thing; empty if it has none. */
export function partOf(value: unknown, part: keyof typeof PARTS): string {
  if (!isJsonObject(value)) return ''
  const entries = entriesOf(value)
  const found = PARTS[part]
    .split(' ')
    .map((it) => entries.get(it))
    .find((it) => typeof it === 'string' || typeof it === 'number')
  return found === undefined ? '' : String(found).trim()
}

/** Seconds, or milliseconds, since 1970. */
const INSTANT = /^(\d{10})(?:\d{3})?$/u
/** Midnight in China, as programs write it that turn a day into an instant. */
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T16:00:00(?:\.0+)?Z$/u
const SHIFT_MS = 8 * 3_600_000

/** The day that a value of a record names. An instant is told by the clock of China, where papers of this kind are made. */
export function dayOf(text: string): string | undefined {
  const seconds = INSTANT.exec(text)?.[1]
  const midnight = MIDNIGHT.exec(text)?.[0]
  const instant =
    seconds === undefined
      ? midnight === undefined
        ? undefined
        : Date.parse(midnight)
      : Number(seconds) * 1000
  if (instant === undefined) return readIssueDate(text)
  const day = new Date(instant + SHIFT_MS)
  return toIsoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** WordPress wraps texts: `{"rendered": "…"}`. */
export const plainValue = (value: unknown): unknown =>
  isJsonObject(value) && typeof value.rendered === 'string' ? value.rendered : value

/** What is longer is no title, and not worth to be parsed as a page. */
const LONGEST_TITLE = 2000

/** Line breaks and tags inside a title part nothing in Chinese. */
export const titleText = (text: string): string =>
  (/[<&]/u.test(text) && text.length <= LONGEST_TITLE
    ? lineOf(parsePage(text.replace(/<br\s*\/?>|<\/?p>/giu, '')).querySelector('body'))
    : text
  )
    .split(/[\r\n]+/u)
    .map((it) => it.trim())
    .join('')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()

/** The authors of a record on one line, whether it names one, a list of them, or objects with their names. */
export function authorsOf(value: unknown): readonly string[] {
  const line = namesIn(value, 0)
    .map((it) => it.trim())
    .filter(Boolean)
    .join(' ')
  return line === '' ? [] : [line]
}

/** Some programs keep what belongs to a record in objects around it: `{"data": [{"attributes": {"name": …}}]}`. */
function namesIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value]
  if (depth > DEEPEST_NAME) return []
  if (Array.isArray(value)) return value.flatMap((it) => namesIn(it, depth + 1))
  if (!isJsonObject(value)) return []
  if (typeof value.name === 'string') return [value.name]
  return [value.data, value.attributes].flatMap((it) =>
    typeof it === 'object' && it !== null ? namesIn(it, depth + 1) : [],
  )
}

const DEEPEST_NAME = 6

interface TextOfRecord {
  readonly parts: readonly BodyPart[]
  readonly pictures: readonly string[]
}

/** The text of a record: plain, HTML, or a list of paragraphs, each a text or an object with one. */
export function bodyOf(given: unknown, depth = 0): TextOfRecord {
  const value = plainValue(given)
  if (depth > DEEPEST_BLOCK) return NOTHING
  // `{"content": {"paragraphs": […]}}`
  if (isJsonObject(value)) {
    const inner = firstOf(entriesOf(value), 'body') ?? value.html
    return isJsonObject(inner) ? NOTHING : bodyOf(inner, depth + 1)
  }
  if (Array.isArray(value) && value.some(isJsonObject)) {
    const all = value.map((it) => blockOf(it, depth + 1))
    return { parts: all.flatMap((it) => it.parts), pictures: all.flatMap((it) => it.pictures) }
  }
  const text = Array.isArray(value) ? value.filter((it) => typeof it === 'string').join('\n') : value
  if (typeof text !== 'string') return NOTHING
  if (/<\/?[a-z][^<>]*>/iu.test(text) && !isTooDeep(text))
    return readBody([...parsePage(text).querySelectorAll('body')])
  const lines = text.split(/[\r\n]+/u).map((it) => it.trim())
  const told = lines.filter((it) => it !== '' && !isBesideText(it))
  return { parts: told.map((it) => ({ kind: 'paragraph', text: it })), pictures: [] }
}

const DEEPEST_BLOCK = 6
const NOTHING: TextOfRecord = { parts: [], pictures: [] }

/** What editors for the web keep: `{"type": "heading", "text": …}`, `{"type": "image", "src": …, "caption": …}`. */
function blockOf(block: unknown, depth: number): TextOfRecord {
  if (!isJsonObject(block)) return typeof block === 'string' ? bodyOf(block, depth) : NOTHING
  const type = typeof block.type === 'string' ? block.type : ''
  if (/^(?:image|img|picture|photo|figure|图片)$/iu.test(type)) return captionsOf([block])
  const data = isJsonObject(block.data) ? block.data : block
  const { parts, pictures } = bodyOf(firstOf(entriesOf(data), 'body') ?? data.value, depth)
  const isSubhead = /^(?:h[1-6]|head(?:ing|er)|sub-?head(?:ing)?|subtitle|小标题)$/iu.test(type)
  return { parts: isSubhead ? parts.map((it) => ({ ...it, kind: 'subhead' })) : parts, pictures }
}

/** The pictures that a record lists beside its text. */
export function picturesOf(entries: Entries): TextOfRecord {
  return captionsOf(PICTURES.map((it) => entries.get(it)).find((it) => it !== undefined))
}

const PICTURES = 'images pictures photos pics imagelist piclist 图片 配图 图片列表'.split(' ')

function captionsOf(given: unknown): TextOfRecord {
  const pictures = [given].flat().filter(isJsonObject)
  const captions = pictures.map((it) => titleText(partOf(it, 'caption'))).filter(Boolean)
  const files = pictures.map((it) => partOf(it, 'file').split('/').at(-1) ?? '').filter(Boolean)
  return { parts: captions.map((text) => ({ kind: 'caption', text })), pictures: files }
}
