import type { Subscription } from '../../../store/index.ts'
import { html, joinHtml } from '../../markup/html.ts'
import { markOf, sectionOf } from '../../orders/topics.ts'
import type { Texts } from '../../texts/index.ts'
import { button, clampPage, inRows, pager } from '../../turn/keyboard.ts'
import type { Message } from '../../turn/reply.ts'
import { shorten } from '../shorten.ts'
import { backToPanel } from './panel-view.ts'
import { nameTopic } from './words.ts'

const PER_PAGE = 8
/** A button shows no more of a name, two of them side by side. */
const NAME_LENGTH = 20

/** What a digest can be narrowed to: what was typed first, then the sections of the archive. */
export function renderTopics(
  { topics }: Subscription,
  offered: readonly string[],
  asked: number,
  texts: Texts,
): Message {
  const { askTopics, everything } = texts.subscription
  const choices = choicesOf(topics, offered)
  const pages = Math.ceil(choices.length / PER_PAGE)
  const page = clampPage(asked, pages)
  const shown = choices.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((topic) => {
    const name = shorten(sectionOf(topic) ?? topic, NAME_LENGTH)
    return button(topics.includes(topic) ? `✓ ${name}` : name, {
      kind: 'toggleTopic',
      mark: markOf(topic),
      page,
    })
  })
  const chosen = topics.length === 0 ? everything : topics.map(nameTopic).join('；')
  const all = button(topics.length === 0 ? `● ${everything}` : everything, { kind: 'allTopics' })
  const [back = []] = backToPanel(texts)
  return {
    html: joinHtml([askTopics, '', html`${texts.subscription.labels.topics}　${chosen}`]),
    buttons: [
      ...inRows(shown, 2),
      ...pager(page, pages, (to) => ({
        kind: 'settings',
        screen: 'topics',
        page: to,
      })),
      [all, ...back],
    ],
  }
}

/** Every topic that a button may stand for, in an order that a press does not change. */
export const choicesOf = (topics: readonly string[], offered: readonly string[]): readonly string[] => [
  ...topics.filter((topic) => !offered.includes(topic)),
  ...offered,
]
