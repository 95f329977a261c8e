import type { IssueFacts, SourceArticle } from '../../sources/index.ts'
import type { PrintedArticle } from '../geometry/printed-article.ts'
import type { TextLine } from '../geometry/text-line.ts'
import { readByline } from '../wording/byline.ts'
import { reflowTexts } from './reflow.ts'

/** The form in which articles come that their source has cut already. Title lines are joined as they run on. */
export function articleFromPrint(printed: PrintedArticle, facts: IssueFacts): SourceArticle {
  const texts = (lines: readonly TextLine[]) => lines.map(({ text }) => text)
  return {
    ...facts,
    headline: titleOf(printed.title),
    kicker: texts(printed.kicker),
    deck: texts(printed.deck),
    author: texts(printed.byline),
    body: [
      ...printed.body.map(({ kind, lines }) => ({ kind, text: joinLines(texts(lines)) })),
      ...printed.captions.map((lines) => ({ kind: 'caption' as const, text: reflowTexts(texts(lines)) })),
    ],
    pictures: [],
    regions: printed.regions.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y0, x1, y1, x0, y1]),
    position: 1,
    warnings: [],
  }
}

/** Names of a signature are parted where its line ends, or torn there. */
function joinLines(lines: readonly string[]): string {
  const text = reflowTexts(lines)
  if (lines.length < 2 || lines.length > 3 || readByline(text) !== undefined) return text
  const [first = '', second = '', ...third] = lines
  const ways = ['', ' '].flatMap((one) =>
    third.length === 0
      ? [`${first}${one}${second}`]
      : ['', ' '].map((two) => `${first}${one}${second}${two}${third.join('')}`),
  )
  return ways.find((it) => readByline(it) !== undefined) ?? text
}

/** Title lines are broken where they fit, so they run on without a blank. */
const titleOf = (lines: readonly TextLine[]): string => reflowTexts(lines.map(({ text }) => text))
