import { UnreadablePageError } from '../../domain/index.ts'
import { LONGEST_LINE, LONGEST_PAGE } from './limits.ts'
import { PAGE_LINE_END, splitLines } from './split-lines.ts'

/** A piece of a file that is read as one page. */
export interface PageChunk {
  readonly text: string
  /** Lines of the file that stand before it. */
  readonly linesBefore: number
}

/**
 * Cuts the text of a file into pages as it comes: at form feeds, and, if a page would get longer than
 * {@link LONGEST_PAGE}, at a blank line or else a line end. So a file of any size is read in bounded memory.
 * @param goesOn whether the text goes on behind a form feed, by the last line before it: then it is no page break
 * @param onLongLine told of lines longer than {@link LONGEST_LINE}: they are left empty
 * @throws {UnreadablePageError} if there is no text in it
 */
export async function* readChunks(
  texts: AsyncIterable<string>,
  file: string,
  onLongLine: (number: number) => void,
  goesOn: (lastLine: string) => boolean = () => false,
): AsyncGenerator<PageChunk> {
  let linesBefore = 0
  let rest = ''
  let any = false
  for await (const lines of splitLines(texts, PAGE_LINE_END, LONGEST_LINE)) {
    for (const { number, text, end } of lines) {
      if (text === undefined) onLongLine(number)
      any ||= text === undefined || text.trim() !== ''
      rest += (text ?? '') + end
    }
    for (let end = pageEnd(rest, goesOn); end > 0; end = pageEnd(rest, goesOn)) {
      const text = rest.slice(0, end)
      yield { text, linesBefore }
      linesBefore += countLines(text)
      rest = rest.slice(end)
    }
  }
  if (!any) throw new UnreadablePageError(file, 'it holds no text')
  if (rest.trim() !== '') yield { text: rest, linesBefore }
}

/** Where the first page of the text ends, after its line end; 0 if it may still go on. */
function pageEnd(text: string, goesOn: (lastLine: string) => boolean): number {
  const page = text.slice(0, LONGEST_PAGE)
  let lastLine = ''
  // Each sheet by itself: to look from the beginning each time would take ever longer.
  for (let from = 0, feed = page.indexOf('\f'); feed >= 0; feed = page.indexOf('\f', from)) {
    lastLine = page.slice(from, feed).trimEnd().split(PAGE_LINE_END).at(-1) || lastLine
    from = feed + 1
    if (!goesOn(lastLine)) return from
  }
  if (text.length < LONGEST_PAGE) return 0
  const blank = Math.max(...['\n\n', '\r\n\r\n'].map((it) => endOfLast(page, it)))
  if (blank > LONGEST_PAGE / 2) return blank
  // No line is as long as a page, so that there is an end in it; CR LF is not parted.
  const end = Math.max(...['\n', '\r', '\u2028', '\u2029'].map((it) => endOfLast(page, it)))
  return page[end - 1] === '\r' && text[end] === '\n' ? end + 1 : end
}

const endOfLast = (text: string, sign: string): number => {
  const at = text.lastIndexOf(sign)
  return at < 0 ? 0 : at + sign.length
}

const countLines = (text: string): number => text.split(PAGE_LINE_END).length - 1
