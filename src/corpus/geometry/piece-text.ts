import { readBracketedNames, readByline } from '../wording/byline.ts'
import { closesWithDateline, JUMP_ON, opensArticle } from '../wording/markers.ts'
import { endsText } from '../wording/signature.ts'
import type { ColumnPiece } from './column-piece.ts'
import type { TextLine } from './text-line.ts'

/** A paragraph, or as much of it as stands in one piece of a column. */
export interface PieceParagraph {
  readonly lines: readonly TextLine[]
}

/** What the text of a piece tells of what stands before and behind it. */
export interface PieceText {
  readonly paragraphs: readonly PieceParagraph[]
  readonly text: string
  /** Whether a paragraph starts with it, goes on in it, or cannot be told. */
  readonly start: 'paragraph' | 'middle' | 'open'
  /** Whether its last paragraph ends, stops in mid-sentence, or ends a sentence on a full line. */
  readonly end: 'paragraph' | 'middle' | 'open'
  /** Whether it opens an article by its wording. */
  readonly opens: boolean
  /** Whether it does nothing but sign an article. */
  readonly signs: boolean
}

/** First lines of paragraphs are indented by two characters; by less than one is none, by more than this many is not it. */
const LEAST_INDENT = 1.1
const MOST_INDENT = 3
/** A line is short of its column from this many characters on. */
const SHORT = 1.3

/** Whether paragraphs of a page begin with an indentation: lines behind a finished paragraph tell. */
export function hasIndents(pieces: readonly ColumnPiece[]): boolean {
  let [indented, flush] = [0, 0]
  for (const piece of pieces)
    for (const [at, line] of piece.lines.entries()) {
      const before = piece.lines[at - 1]
      if (!before || !isShort(before, piece) || !endsText(before.text)) continue
      if (isIndented(line, piece)) indented++
      else if (line.x0 < piece.x0 + piece.size * 0.5) flush++
    }
  return indented >= flush
}

/** Reads a piece into paragraphs. */
export function readPiece(piece: ColumnPiece, indents: boolean): PieceText {
  const paragraphs: { lines: TextLine[] }[] = []
  for (const [at, line] of piece.lines.entries()) {
    const last = paragraphs.at(-1)
    if (last && (isBracketOpen(last.lines) || !startsParagraph(piece, at, indents))) last.lines.push(line)
    else paragraphs.push({ lines: [line] })
  }
  const text = piece.lines.map((line) => line.text).join('')
  // A name may end with its line, or go on in the next one.
  const signs = isSignature(text) || isSignature(piece.lines.map((line) => line.text).join(' '))
  return {
    paragraphs,
    text,
    signs,
    opens: !signs && opensArticle(text),
    start: signs ? 'paragraph' : startOf(piece, indents),
    end: endOf(piece),
  }
}

/** Whether the last lines of a piece, from one that opens a bracket on, name who wrote the article. */
function isLastSignature({ lines }: ColumnPiece, at: number): boolean {
  if (lines.length - at > 3 || !/^[（(]/u.test(lines[at]?.text ?? '')) return false
  const rest = lines.slice(at).map((line) => line.text)
  return [rest.join(''), rest.join(' ')].some(
    (it) => readByline(it) !== undefined || readBracketedNames(it) !== undefined || closesWithDateline(it),
  )
}

/** Whether a signature goes on in the next line: its bracket is open. */
function isBracketOpen(lines: readonly TextLine[]): boolean {
  const text = lines.map((line) => line.text).join('')
  return text.length < LONGEST_SIGNATURE && /^[（(][^（）()]*$/u.test(text)
}

const LONGEST_SIGNATURE = 60
const isSignature = (text: string): boolean =>
  text.length <= LONGEST_SIGNATURE &&
  (readByline(text) !== undefined ||
    readBracketedNames(text) !== undefined ||
    closesWithDateline(text) ||
    JUMP_ON.test(text)) &&
  !/[。！？]/u.test(text)

const isIndented = (line: TextLine, piece: ColumnPiece): boolean =>
  line.x0 > piece.x0 + piece.size * LEAST_INDENT && line.x0 < piece.x0 + piece.size * MOST_INDENT

const isShort = (line: TextLine, piece: ColumnPiece): boolean => line.x1 < piece.x1 - piece.size * SHORT
/** Set at the right edge of its column, as signatures are. */
const isPushed = (line: TextLine, piece: ColumnPiece): boolean =>
  line.x0 > piece.x0 + piece.size * MOST_INDENT

function startsParagraph(piece: ColumnPiece, at: number, indents: boolean): boolean {
  const [before, line] = [piece.lines[at - 1], piece.lines[at]]
  if (!before || !line) return true
  if (isPushed(line, piece)) return !isPushed(before, piece)
  if (isLastSignature(piece, at)) return true
  if (isPushed(before, piece)) return true
  if (isIndented(line, piece)) return true
  return !indents && isShort(before, piece) && endsText(before.text)
}

function startOf(piece: ColumnPiece, indents: boolean): PieceText['start'] {
  const [first] = piece.lines
  if (!first) return 'open'
  if (opensArticle(first.text)) return 'paragraph'
  if (piece.lines.length === 1 && !indents) return 'open'
  if (isPushed(first, piece)) return 'open'
  if (isIndented(first, piece)) return 'paragraph'
  return indents && piece.lines.length > 1 ? 'middle' : 'open'
}

function endOf(piece: ColumnPiece): PieceText['end'] {
  const last = piece.lines.at(-1)
  if (!last) return 'open'
  const ends = endsText(last.text)
  if (isPushed(last, piece)) return 'paragraph'
  if (piece.lines.length > 1 && isShort(last, piece)) return ends ? 'paragraph' : 'open'
  return ends ? 'open' : 'middle'
}
