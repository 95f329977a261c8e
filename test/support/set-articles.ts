import type { Pen } from '../../src/pictures/drawing/pen.ts'
import { createFontBook, isVisible } from '../../src/pictures/fonts/font-book.ts'
import { standInFor } from '../../src/pictures/fonts/stand-in.ts'
import { breakLines, type Line } from '../../src/pictures/typesetting/break-lines.ts'

const COMMON = Array.from(
  '报纸的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
)
const RARE = Array.from('𠮷龘㙓㐂䶮𬭚𫖯𬸪垚犇骉赑靐龖鿏鿔𨭎㵘囧槑氹奀嘦勥婻祼')
const MARKS = [
  '，',
  '。',
  '、',
  '；',
  '：',
  '！',
  '？',
  '……',
  '——',
  '”',
  '“',
  '（',
  '）',
  '《',
  '》',
  '【',
  '】',
  '「',
  '」',
  '·',
  '％',
  '℃',
  '-',
  '～',
]
const WORDS = [
  'GDP',
  'COVID-19',
  'iPhone 15 Pro',
  'AT&T',
  'Île-de-France',
  'Đà Nẵng',
  'Ŧĭj',
  'Українська',
  'Ελλάδα',
  'Antidisestablishmentarianism',
  'https://news.example/a/b?c=d',
  '2024年6月8日',
  '12.5%',
  '￥1,234.56',
  'CO₂',
  'PM2.5',
  'x²',
  '½',
  '№7',
  '→',
]
const EMOJI = ['😀', '👨‍👩‍👧‍👦', '🇨🇳', '❤️', '👍🏽', '🧧', '①', '㊙', '★', '♪']

/** A text of about so many characters: common and rare ones, marks, words, emoji, pairs of brackets. */
export function randomText(length: number, chance: (below: number) => number): string {
  const pick = <T>(list: readonly T[]) => list[chance(list.length)] as T
  let text = ''
  while (Array.from(text).length < length) {
    const dice = chance(100)
    if (dice < 72) text += pick(COMMON)
    else if (dice < 76) text += pick(RARE)
    else if (dice < 90) text += pick(MARKS)
    else if (dice < 95) text += pick(WORDS)
    else if (dice < 97) text += pick(EMOJI)
    else text += `（${pick(COMMON)}《${pick(WORDS)}》${pick(COMMON)}）`
  }
  return text
}

/** What is wrong with a set paragraph. */
export interface Faults {
  /** Characters that are drawn as their code points. */
  readonly missing: number
  /** Pieces beyond the column, or over one another; text that is lost. */
  readonly overlapping: number
  /** Lines that begin or end with a mark that may not stand there (GB/T 15834, CLREQ). */
  readonly badBreaks: number
}

const NEVER_FIRST = /^[，。、；：！？）》」』】〕”’…％℃·～,.;:!?)\]}%‰]/u
const NEVER_LAST = /[（《「『【〔“‘([{￥¥$]$/u

/** Sets a paragraph as cards do, and counts what is wrong with it. */
export function faultsOf(
  text: string,
  pen: Pick<Pen, 'measure'>,
  { width, size, indent }: { readonly width: number; readonly size: number; readonly indent: number },
): Faults {
  const style = { face: 'serif', size, weight: 450, colour: '#000', leading: 1.7 } as const
  const measure = (it: string) => pen.measure(it, style)
  const lines = breakLines(text, { width, em: size, indent: indent * size, isJustified: true, measure })
  const solid = text.replaceAll(/\s/gu, '')
  const kept = lines
    .flatMap(({ pieces }) => pieces.map((it) => it.text))
    .join('')
    .replaceAll(/\s/gu, '')
  // A mark that is the whole line (a text that begins with it) can stand nowhere else.
  const bad = lines.filter((line, at) => {
    const own = textOf(line)
    return (at > 0 && NEVER_FIRST.test(own)) || (at < lines.length - 1 && NEVER_LAST.test(own))
  })
  return {
    missing: missingIn(text),
    overlapping: lines.reduce(
      (sum, it) => sum + collisionsIn(it, width, size, measure),
      solid === kept ? 0 : 1,
    ),
    badBreaks: bad.length,
  }
}

const textOf = ({ pieces }: Line) =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim()

/** A mark may give up its blank half, which is half an em, to its neighbour or the margin. */
function collisionsIn(line: Line, width: number, size: number, measure: (text: string) => number): number {
  const pieces = line.pieces.toSorted((a, b) => a.x - b.x)
  return pieces.filter((piece, at) => {
    if (piece.text.trim() === '') return false
    const blank = MARKS_WITH_BLANK.test(piece.text) ? size / 2 : size * 0.05
    const end = piece.x + measure(piece.text)
    const next = pieces[at + 1]
    // The next one may have moved into its own blank half.
    const room = next && MARKS_WITH_BLANK.test(next.text) ? size / 2 : 0
    return end - blank > (next ? next.x + room : width) + 0.5
  }).length
}

const MARKS_WITH_BLANK = /^[，。、；：！？（）《》「」『』【】〔〕“”‘’·…]+$/u

const book = createFontBook({ register: () => null })
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const has = (text: string) => book.familyFor(text, 'serif') !== undefined

function missingIn(text: string): number {
  let missing = 0
  for (const { segment } of graphemes.segment(text)) {
    if (/^\s*$/u.test(segment) || has(segment)) continue
    for (const character of Array.from(segment).filter(isVisible))
      if (!has(character) && !Array.from(standInFor(character)?.text ?? '\0').every(has)) missing++
  }
  return missing
}
