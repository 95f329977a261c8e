import type { Answer, AnswerResult } from '../../answers/index.ts'
import type { Origin } from '../callback/origin.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { pageOfSentence } from './article-view.ts'
import { clipAnswer } from './clip-answer.ts'
import { renderExcerpt } from './excerpt.ts'
import { shorten } from './shorten.ts'
import { renderSource } from './source-line.ts'

/** Longest sentence of an answer, in UTF-16 units; with three of them and five hits a message stays below 4096. */
const SENTENCE_LENGTH = 260

/** They tell the answers from the articles, which are numbered 1 to 5. */
const MARKS = ['①', '②', '③']

/**
 * The answers to a question above the articles on it: each sentence with its source, and a button that opens the article
 * where the sentence stands. If the archive does not say, that.
 * @param articles the message that search alone would give
 */
export function renderAnswers(
  { answers, unanswered }: AnswerResult,
  articles: Message,
  origin: Origin,
  texts: Texts,
): Message {
  const heading =
    answers.length > 0 ? html`<b>${texts.answers.title}</b>` : html`<b>${texts.answers.none}</b>`
  const cards = answers.map((it, place) => renderAnswer(it, MARKS[place] ?? '', texts))
  const open = answers.map(({ article, paragraph, sentence }, place) =>
    button(texts.answers.open(MARKS[place] ?? ''), {
      kind: 'article',
      id: article.id,
      page: pageOfSentence(article, { paragraph, sentence }, texts),
      origin,
    }),
  )
  // With no answer at all the heading says so.
  const untold =
    answers.length > 0 ? unanswered.map((it) => html`${texts.answers.noneTo(shorten(it, 60))}`) : []
  return {
    html: joinHtml([heading, ...cards, ...untold, articles.html], '\n\n'),
    buttons: [...(open.length > 0 ? [open] : []), ...articles.buttons],
  }
}

function renderAnswer(
  { article, sentence, highlights, isOlder }: Answer,
  mark: string,
  texts: Texts,
): SafeHtml {
  const source = [shorten(article.headline, 60), shorten(renderSource(article, texts), 100)].filter(Boolean)
  return joinHtml([
    html`${mark} ${renderExcerpt(clipAnswer({ text: sentence, highlights }, SENTENCE_LENGTH))}`,
    html`${isOlder ? texts.answers.older : ''}${source.join(' · ')}`,
  ])
}
