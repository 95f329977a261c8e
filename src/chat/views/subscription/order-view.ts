import { html, joinHtml, type SafeHtml } from '../../markup/html.ts'
import type { OrderProblem } from '../../orders/order.ts'
import { MOST_TOPICS, problemOf, TOPIC_LENGTH } from '../../orders/topics.ts'
import type { Texts } from '../../texts/index.ts'
import { shorten } from '../shorten.ts'
import { renderCount } from '../source-line.ts'

/** Longest that what was typed is shown, in UTF-16 units. */
const SHOWN = 40

/** Why an order was not carried out, and what to write instead. */
export function renderOrderProblem(problem: OrderProblem, texts: Texts): SafeHtml {
  const { subscription: words } = texts
  const shown = (text: string) => shorten(text, SHOWN)
  switch (problem.kind) {
    case 'badTime':
      return words.badTime(shown(problem.text))
    case 'twoTimes':
      return words.twoTimes
    case 'oneDay':
      return texts.roundUp.oneDay
    case 'badZone':
      return problem.near.length === 0
        ? joinHtml([...(problem.text === '' ? [] : [words.badZone(shown(problem.text))]), words.nameZone])
        : joinHtml([
            words.badZone(shown(problem.text)),
            words.didYouMeanZone,
            ...problem.near.map((zone) => html`<code>/subscribe ${zone}</code>`),
          ])
    case 'badQuiet':
      return words.badQuiet(shown(problem.text))
    case 'badSnooze':
      return words.badSnooze(shown(problem.text))
    case 'notUnderstood':
      return joinHtml([
        words.notUnderstood(shown(problem.text)),
        ...(problemOf(problem.text) ? [] : [words.asTopic(shown(problem.text))]),
        '',
        renderUsage(texts),
      ])
    case 'emptyTopic':
      return words.emptyTopic
    case 'longTopic':
      return words.longTopic(renderCount(TOPIC_LENGTH, texts))
    case 'vagueTopic':
      return words.vagueTopic(shown(problem.text))
    case 'tooManyTopics':
      return words.tooManyTopics(renderCount(MOST_TOPICS, texts))
  }
}

/** All that can stand behind the command, on one card. */
export const renderUsage = ({ subscription: { usageTitle, usage } }: Texts): SafeHtml =>
  joinHtml([usageTitle, ...usage.map(([example, meaning]) => html`<code>${example}</code>　${meaning}`)])
