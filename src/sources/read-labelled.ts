import { readRecords } from './read-json.ts'
import { fieldOf } from './record-keys.ts'
import type { Field } from './record-words.ts'
import type { SourceFile } from './source-article.ts'

/*
 * Text in which each article has its facts above it, a line each: `标题：…`, `日期：…`, `【作者】…`, `Title: …`, `<正文>=…`. A file that
 * holds them begins so: what a page says below its first lines (时间：…, 地点：…) is text.
 */

/** A line with a name before what it tells. */
const LABELLED =
  /^[\s*#>-]{0,8}(?:[【[<〔「](?<inside>[\p{L}_ \u3000-]{1,20})[】\]>〕」]\s{0,4}[:：=]?|(?<before>[\p{L}_ \u3000-]{1,20}?)\*{0,2}\s{0,4}[:：=])\*{0,2}(?<value>.*)$/u
/** What a line tells by its name. */
export interface Label {
  readonly name: string
  /** Undefined if the name tells nothing of an article. */
  readonly field: Field | undefined
  readonly value: string
}

/** Reads a line that has a name before what it tells (`日期：2024-06-08`, `**作者**：张三`); undefined for any other. */
export function readLabel(line: string): Label | undefined {
  const { inside, before, value = '' } = LABELLED.exec(line)?.groups ?? {}
  const name = (inside ?? before)?.trim() ?? ''
  return name === '' ? undefined : { name, field: fieldOf(name), value: value.trim() }
}

/** Parts one article from the next: a rule, or the name of a record. */
const RULE = /^\s*(?:[-=_*#~—–·•+※★☆]\s*){3,}$|^\s*<\/?REC>\s*$/iu

interface Line {
  readonly text: string
  readonly label: Label | undefined
}

/** A run of lines that tell facts. */
interface Head {
  readonly start: number
  /** Behind its last line. */
  readonly end: number
  readonly facts: ReadonlyMap<string, string>
}

/**
 * Reads one or several articles that each have their facts above them.
 * @returns undefined if the text does not begin with the title and another fact of an article
 */
export function readLabelled(file: string, text: string): SourceFile | undefined {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\n\r\f\u2028\u2029]/u)
    .map(toLine)
  const heads = findHeads(lines)
  const [first] = heads
  if (!first || lines.slice(0, first.start).some(({ text: it }) => it.trim() !== '' && !RULE.test(it)))
    return undefined
  const records = heads.map(({ start, end, facts }, at) => {
    const body = lines
      .slice(end, heads[at + 1]?.start ?? lines.length)
      .filter(({ text: it }) => !RULE.test(it))
    const told = facts.get('body') ?? ''
    const whole = [told, ...body.map(({ text: it }) => it)].join('\n').trim()
    return { record: { ...Object.fromEntries(facts), body: whole }, position: start + 1 }
  })
  const articles = readRecords(file, records)
  return articles.length === 0 ? undefined : { form: 'labelled', articles, warnings: [] }
}

const toLine = (text: string): Line => ({ text, label: readLabel(text) })

/** The runs of facts that hold a title and another one. */
function findHeads(lines: readonly Line[]): readonly Head[] {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.label?.field === undefined) continue
    const head = readHead(lines, at)
    if (head.facts.has('headline') && head.facts.size > 1) {
      heads.push(head)
      at = head.end - 1
    }
  }
  return heads
}

/**
 * Reads facts from a line on, up to the text. A name that tells nothing of an article (关键词, 责任编辑) is one of the facts if a blank
 * line or a known name follows, else the first line of the text.
 */
function readHead(lines: readonly Line[], start: number): Head {
  const facts = new Map<string, string>()
  let end = start
  for (let at = start; at < lines.length; at++) {
    const { text = '', label } = lines[at] ?? {}
    if (text.trim() === '') continue
    if (label === undefined || (label.field === undefined && !isAmongFacts(lines, at, end))) break
    // The next article begins: its title, where this one has its own.
    if (label.field !== undefined && facts.has(label.field)) break
    const below = label.value === '' && label.field !== 'body' ? valueBelow(lines, at) : undefined
    if (label.field !== undefined) facts.set(label.field, below ?? label.value)
    if (below !== undefined) at++
    end = at + 1
    if (label.field === 'body') break
  }
  return { start, end, facts }
}

const isAmongFacts = (lines: readonly Line[], at: number, end: number): boolean =>
  at === end && ((lines[at + 1]?.text.trim() ?? '') === '' || lines[at + 1]?.label?.field !== undefined)

/** What stands below a name that has nothing beside it, if another name follows. */
function valueBelow(lines: readonly Line[], at: number): string | undefined {
  const value = lines[at + 1]
  return value !== undefined &&
    value.label === undefined &&
    value.text.trim() !== '' &&
    lines[at + 2]?.label?.field !== undefined
    ? value.text.trim()
    : undefined
}
