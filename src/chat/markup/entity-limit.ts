import { findLinks, type Span } from './detect.ts'
import { SafeHtml } from './html.ts'
import { type MarkupElement, type ParsedMarkup, parseMarkup } from './parse-markup.ts'

/** Entities that Telegram keeps of a message. It drops what comes after them without a word. */
export const ENTITY_LIMIT = 100

/** UTF-16 units of a message's text (Bot API). */
const TEXT_LIMIT = 4096

/** Invisible, no part of a word, and a reason for Telegram to see no link. */
const WORD_JOINER = '\u2060'
/** Marks that make a link of what stands beside them. */
const LINKING = /[@#/.:$+]/g

/**
 * The message with at most {@link ENTITY_LIMIT} entities, those that Telegram finds by itself included; the text that is
 * read stays the same. What makes the message clear stays (links, headlines, quotation blocks), then highlights by their
 * weight: in headlines first, then each excerpt's first ones, repeated words and what is folded away last. If a text is
 * full of addresses or hashtags, those beyond half of what is left are no links.
 */
export function withinEntityLimit(message: SafeHtml): SafeHtml {
  if (upperBound(message.markup) <= ENTITY_LIMIT) return message
  const parsed = parseMarkup(message.markup)
  const elements = parsed.elements.filter(({ text: [from, to] }) => to > from)
  const detected = detectOutside(parsed)
  if (elements.length + detected.length <= ENTITY_LIMIT) return message
  const byWeight = orderByWeight(elements, parsed.text)
  const frame = Math.min(ENTITY_LIMIT, byWeight.filter((it) => it.name !== HIGHLIGHT).length)
  const room = ENTITY_LIMIT - frame
  const highlights = elements.length - frame
  const links = Math.min(detected.length, Math.max(room - highlights, room >> 1))
  return new SafeHtml(
    rewrite(message.markup, parsed, {
      dropped: byWeight.slice(ENTITY_LIMIT - links),
      unlinked: detected.slice(links),
    }),
  )
}

/** Entities that Telegram would make of the message: never fewer than it does, at times a few more. */
export function countEntities({ markup }: SafeHtml): number {
  const parsed = parseMarkup(markup)
  const elements = parsed.elements.filter(({ text: [from, to] }) => to > from)
  return elements.length + detectOutside(parsed).length
}

/** Each entity needs a tag, or one of these characters in its text. */
const upperBound = (markup: string): number => markup.match(/<[a-z]|[@#$/.+]/g)?.length ?? 0

/** Nothing is found inside code and links. */
function detectOutside({ text, elements }: ParsedMarkup): readonly Span[] {
  const closed = elements.filter(({ name }) => name === 'code' || name === 'pre' || name === 'a')
  return findLinks(text).filter(([from, to]) => !closed.some((it) => from < it.text[1] && it.text[0] < to))
}

/** Matched words are `<strong>`; what is bold for another reason is `<b>`. */
const HIGHLIGHT = 'strong'

/** The elements, what must not be missed first. */
function orderByWeight(elements: readonly MarkupElement[], text: string): readonly MarkupElement[] {
  const seen = new Map<string, number>()
  const keyed = elements
    .toSorted((a, b) => a.text[0] - b.text[0])
    .map((element): { readonly element: MarkupElement; readonly key: readonly number[] } => {
      const rank = rankOf(element)
      if (element.name !== HIGHLIGHT) return { element, key: [rank, 0, 0, element.text[0]] }
      const line = `${text.lastIndexOf('\n', element.text[0])}`
      const word = `${line} ${text.slice(...element.text)}`
      const isRepeated = seen.has(word)
      const place = seen.get(line) ?? 0
      seen.set(word, 1).set(line, place + 1)
      return { element, key: [rank, isRepeated ? 1 : 0, place, element.text[0]] }
    })
  return keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ element }) => element)
}

function rankOf({ name, within }: MarkupElement): number {
  if (name === 'a' || name === 'code' || name === 'pre') return 0
  if (name === 'i') return 2
  if (name !== HIGHLIGHT) return 1
  // Headlines of hits are underlined; what is folded away is read last.
  if (within.includes('u')) return 3
  return within.includes('blockquote') ? 5 : 4
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0)
  return 0
}

/** Takes tags out, and lets Telegram see no links if there are too many. */
function rewrite(
  markup: string,
  { text, positions }: ParsedMarkup,
  { dropped, unlinked }: { readonly dropped: readonly MarkupElement[]; readonly unlinked: readonly Span[] },
): string {
  const removals = dropped.flatMap(({ open, close }) => [open, close])
  const joiners = unlinked.flatMap(([from, to]) =>
    Array.from(text.slice(from, to).matchAll(LINKING), ({ index }) => from + index + 1),
  )
  const fits = text.length + joiners.length <= TEXT_LIMIT
  const edits: (readonly [from: number, to: number, instead: string])[] = [
    ...removals.map(([from, to]) => [from, to, ''] as const),
    ...(fits ? joiners : []).map((at) => {
      // Behind the character before, whatever tags follow it.
      const place = endOf(markup, positions[at - 1] ?? 0)
      return [place, place, WORD_JOINER] as const
    }),
  ]
  let result = ''
  let done = 0
  for (const [from, to, instead] of edits.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    result += markup.slice(done, from) + instead
    done = to
  }
  return result + markup.slice(done)
}

/** Where the character, or the reference that stands for one, ends that begins at this place of the markup. */
const endOf = (markup: string, start: number): number =>
  markup[start] === '&' ? markup.indexOf(';', start) + 1 : start + 1
