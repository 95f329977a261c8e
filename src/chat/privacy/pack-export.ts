import { html } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import type { OutgoingFile } from '../turn/reply.ts'
import type { ExportedBookmark, ExportedData } from './collect-data.ts'

/** UTF-8 bytes of a file at most: a phone opens it, and a slow line carries it in time. Telegram takes fifty times as much. */
const MOST_BYTES = 1_000_000

/** Sections of the exported file that may grow without end, so that they are dealt out to several files. */
const SECTIONS = [
  'subscriptions',
  'alerts',
  'bookmarks',
  'channels',
  'lists',
  'shownArticles',
  'reports',
] as const

interface ExportContext {
  /** `YYYY-MM-DD`; in the names of the files. */
  readonly today: string
  readonly nowMs: number
  readonly isGroup: boolean
  readonly texts: Texts
  /** {@link MOST_BYTES} unless told. */
  readonly mostBytes?: number
}

/** Writes what is kept as JSON, and saved articles as Markdown too; as several files of each if one would be too large. */
export function packExport(data: ExportedData, context: ExportContext): readonly OutgoingFile[] {
  const { today, isGroup, texts, mostBytes = MOST_BYTES } = context
  const { fileNames, exported, exportedGroup, exportedBookmarks } = texts.privacy
  const files = (
    name: string,
    ending: string,
    type: string,
    caption: string,
    contents: readonly string[],
  ): readonly OutgoingFile[] =>
    contents.map((content, index) => {
      const [part, parts] = [index + 1, contents.length]
      const isOnly = parts === 1
      return {
        name: `${name}-${today}${isOnly ? '' : `-${part}-${parts}`}.${ending}`,
        type,
        content,
        caption: html`${part === 1 ? caption : ''}${isOnly ? '' : ` ${texts.privacy.part(`${part}/${parts}`)}`}`,
      }
    })
  const json = jsonParts(data, context.nowMs, mostBytes)
  const markdown = data.bookmarks.length === 0 ? [] : markdownParts(data.bookmarks, texts, mostBytes)
  return [
    ...files(fileNames.data, 'json', 'application/json', isGroup ? exportedGroup : exported, json),
    ...files(fileNames.bookmarks, 'md', 'text/markdown', exportedBookmarks, markdown),
  ]
}

function jsonParts(data: ExportedData, nowMs: number, mostBytes: number): readonly string[] {
  const entries = SECTIONS.flatMap((section) =>
    data[section].map((value) => ({ section, value, text: JSON.stringify(value) })),
  )
  const parts = dealOut(entries, ({ text }) => Buffer.byteLength(text) + 8, mostBytes)
  const { chat } = data
  return parts.map((part, index) => {
    const sections = SECTIONS.map((section) => [
      section,
      part.filter((it) => it.section === section).map(({ value }) => value),
    ])
    const head = {
      format: 'paperboy-export',
      version: 1,
      exportedAt: new Date(nowMs).toISOString(),
      part: index + 1,
      parts: parts.length,
      ...(index === 0 && { chat }),
    }
    return `${JSON.stringify({ ...head, ...Object.fromEntries(sections) }, undefined, 1)}\n`
  })
}

function markdownParts(
  bookmarks: readonly ExportedBookmark[],
  texts: Texts,
  mostBytes: number,
): readonly string[] {
  const lines = bookmarks.map((it) => lineOf(it, texts))
  const parts = dealOut(lines, (line) => Buffer.byteLength(line) + 1, mostBytes)
  return parts.map((part) => `# ${texts.privacy.bookmarksTitle}\n\n${part.join('\n')}\n`)
}

/** `- 标题（成都日报 · 2024-06-08 · 第03版） a_abcdefghij` */
function lineOf({ id, headline, paper, date, page }: ExportedBookmark, texts: Texts): string {
  if (headline === undefined) return `- ${texts.privacy.bookmarkGone} \`a_${id}\``
  const source = [paper, date, page === undefined ? undefined : texts.page(page)].filter(Boolean).join(' · ')
  return `- ${escapeMarkdown(headline)}${source === '' ? '' : ` — ${escapeMarkdown(source)}`} \`a_${id}\``
}

const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`).replace(/\s+/gu, ' ')

/** Parts of things in their order, each as large as it may be; one at least. */
function dealOut<T>(
  things: readonly T[],
  sizeOf: (thing: T) => number,
  most: number,
): readonly (readonly T[])[] {
  const parts: T[][] = [[]]
  let size = 0
  for (const thing of things) {
    const more = sizeOf(thing)
    if (size > 0 && size + more > most) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(thing)
    size += more
  }
  return parts
}
