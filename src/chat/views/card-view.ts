import type { Article } from '../../domain/index.ts'
import { mergeRanges, type TextRange } from '../../language/index.ts'
import type { CardPicture, Paragraph } from '../../pictures/index.ts'
import type { CallbackActions } from '../callback/actions.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { PictureMessage } from '../turn/reply.ts'
import type { QuotableSentence } from './quotable.ts'
import { QUOTED_LENGTH } from './quote-view.ts'
import { shorten } from './shorten.ts'
import { renderDate, renderSource } from './source-line.ts'

/** What a card is to look like, and whom it leads back to. */
export interface CardOptions {
  /** The bot's name without @, if it is known: then a code leads to the article. */
  readonly bot?: string | undefined
  readonly isDark?: boolean
  readonly isSquare?: boolean
  /** Writes the article in other characters; its own without it. */
  readonly convert?: (text: string) => string
}

/**
 * A card that quotes sentences of an article. Neighbours of one paragraph are set as one.
 * @param marks ranges of the paragraphs that are marked, each with the paragraph it is in
 */
export function composeCard(
  article: Article,
  sentences: readonly QuotableSentence[],
  marks: readonly { readonly paragraph: number; readonly range: TextRange }[],
  { bot, isDark = false, isSquare = false, convert = (text) => text }: CardOptions,
  texts: Texts,
): CardPicture {
  const page = article.page === undefined ? undefined : texts.page(article.page)
  return {
    kind: 'card',
    headline: convert(article.headline),
    paragraphs: join(article, sentences).map(({ paragraph, range: [from, to] }): Paragraph => {
      const inside = marks
        .filter((it) => it.paragraph === paragraph && it.range[0] < to && from < it.range[1])
        .map(({ range }): TextRange => [Math.max(0, range[0] - from), Math.min(to, range[1]) - from])
      const quoted = (article.paragraphs[paragraph] ?? '').slice(from, to)
      const text = convert(quoted)
      // A word that is written with more characters moves what is behind it.
      return { text, marks: text.length === quoted.length ? mergeRanges(inside) : [] }
    }),
    source: [convert(article.paper ?? ''), renderDate(article, texts), page].flatMap((it) => it || []),
    sender: bot === undefined ? [] : [texts.pictures.readOn, `@${bot}`],
    ...(bot !== undefined && { link: `https://t.me/${bot}?start=a_${article.id}` }),
    isDark,
    isSquare,
  }
}

/** What is quoted of an article: sentences, and ranges of its paragraphs that are marked. */
export interface Quotation {
  readonly sentences: readonly QuotableSentence[]
  readonly marks: readonly { readonly paragraph: number; readonly range: TextRange }[]
}

type Card = CallbackActions['card']

/** A card with its source below it, and buttons that change how it looks. */
export function renderCard(
  article: Article,
  { sentences, marks }: Quotation,
  {
    id,
    page,
    picked,
    look,
    origin,
    bot,
    convert,
  }: Omit<Card, 'kind'> & { readonly bot: string } & Pick<CardOptions, 'convert'>,
  texts: Texts,
): PictureMessage {
  const own = readLook(look)
  const { isDark, isSquare, isOther } = own
  const { buttons } = texts.pictures
  const redraw = (text: string, change: Partial<CardLook>) =>
    button(text, {
      kind: 'redraw',
      id,
      page,
      picked,
      look: lookOf({ ...own, ...change }),
      origin,
    })
  const open = [button(buttons.open, { kind: 'open', id })]
  const picture = composeCard(
    article,
    sentences,
    marks,
    { bot, isDark, isSquare, ...(convert && { convert }) },
    texts,
  )
  return {
    shows: picture,
    caption: renderCaption(article, texts),
    buttons: [
      [
        redraw(isDark ? buttons.light : buttons.dark, { isDark: !isDark }),
        redraw(isSquare ? buttons.tall : buttons.square, { isSquare: !isSquare }),
        redraw(buttons.script, { isOther: !isOther }),
      ],
      open,
    ],
    instead: {
      html: joinHtml([
        renderHeadline(article),
        html`<blockquote>${joinHtml(
          picture.paragraphs.map(({ text }) => html`${shorten(text, QUOTED_LENGTH)}`),
        )}</blockquote>`,
        renderSource(article, texts) || undefined,
      ]),
      buttons: [open],
    },
  }
}

const renderHeadline = ({ headline }: Article) => html`<b>${shorten(headline, HEADLINE_LENGTH)}</b>`

/** Headline, paper, date and page of an article, below a picture. */
export const renderCaption = (article: Article, texts: Texts): SafeHtml =>
  joinHtml([renderHeadline(article), shorten(renderSource(article, texts), SOURCE_LENGTH) || undefined])

/** UTF-16 units: together below the 1,024 of a caption (Bot API). */
const HEADLINE_LENGTH = 300
const SOURCE_LENGTH = 200

interface CardLook {
  readonly isDark: boolean
  readonly isSquare: boolean
  readonly isOther: boolean
}

const readLook = (look: Card['look']): CardLook => ({
  isDark: /dark/i.test(look),
  isSquare: /square/i.test(look),
  isOther: look.startsWith('other'),
})

/** Whether a card is in the Chinese script that the paper does not use. */
export const isInOtherScript = (look: Card['look']): boolean => readLook(look).isOther

/** The same look in the other script. */
export const inOtherScript = (look: Card['look']): Card['look'] =>
  lookOf({ ...readLook(look), isOther: true })

function lookOf({ isDark, isSquare, isOther }: CardLook): Card['look'] {
  if (isOther)
    return isSquare ? (isDark ? 'otherSquareDark' : 'otherSquareLight') : isDark ? 'otherDark' : 'otherLight'
  return isSquare ? (isDark ? 'squareDark' : 'squareLight') : isDark ? 'dark' : 'light'
}

/** Sentences that follow one another in one paragraph become one piece. */
function join(article: Article, sentences: readonly QuotableSentence[]) {
  const pieces: { paragraph: number; range: TextRange }[] = []
  for (const { paragraph, range } of sentences) {
    const last = pieces.at(-1)
    const between = last && (article.paragraphs[paragraph] ?? '').slice(last.range[1], range[0])
    if (last && last.paragraph === paragraph && between?.trim() === '' && last.range[1] <= range[0])
      last.range = [last.range[0], range[1]]
    else pieces.push({ paragraph, range })
  }
  return pieces
}
