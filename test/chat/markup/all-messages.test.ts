import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message, Reply } from '../../../src/chat/index.ts'
import { payloadOf } from '../../../src/delivery/payload.ts'
import type { Article } from '../../../src/domain/index.ts'
import { validateText } from '../../../src/playground/index.ts'
import { anArticle } from '../../support/articles.ts'
import { callbacksOf, openConversation } from '../../support/conversation.ts'
import { runs } from '../../support/runs.ts'

const RUNS = runs(20)

const VOCABULARY =
  '报童 清晨 街角 叫卖 号外 水位 长江 大桥 渡轮 码头 汽笛 货物 工人 早点 豆浆 油条 公园 老人 太极 鸟鸣 学校 铃声 孩子 书包 图书 展览 市民 车站 列车 旅客'.split(
    ' ',
  )
const LINKS = ['#报童', '@paperboy', 'www.news.cn', '/help', 'a@news.cn', '+86 138 0000 0000']
const anyWord = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...VOCABULARY) }, fc.constantFrom(...LINKS))
const anySentence = fc
  .array(anyWord, { minLength: 5, maxLength: 25 })
  .map((words) => `${words.join(' 和 ')}。`)
const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    headline: fc.array(anyWord, { minLength: 3, maxLength: 12 }).map((words) => words.join('，')),
    deck: fc.array(anySentence, { maxLength: 2 }),
    paragraphs: fc.array(
      fc.array(anySentence, { minLength: 1, maxLength: 4 }).map((it) => it.join('')),
      { minLength: 1, maxLength: 6 },
    ),
    captions: fc.array(anySentence, { maxLength: 3 }),
    section: fc.constantFrom('要闻', '文体'),
    issueDate: fc.constantFrom('2024-06-07', '2024-06-08'),
  })
  .map((it) => anArticle(it))
const anyQuery = fc
  .uniqueArray(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 20 })
  .map((words) => words.join(' '))

/** What Telegram would drop of it, which must be nothing. */
let looked = 0
function expectWhole(message: Message): void {
  looked++
  const { dropped } = validateText(payloadOf(message))
  expect(dropped).toBeUndefined()
}
const expectWholeReply = (reply: Reply | undefined) => {
  if (reply && 'message' in reply) expectWhole(reply.message)
}

test('Telegram drops nothing of any message, whatever is asked of whatever articles', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyArticle, { minLength: 1, maxLength: 12 }),
      fc.array(anyQuery, { minLength: 1, maxLength: 4 }),
      async (articles, queries) => {
        looked = 0
        const { act, arrive, conversation, search, store, write } = await openConversation(articles)
        const [article] = articles
        if (!article) return
        for (const query of queries) {
          const found = await act({ kind: 'text', text: query })
          expectWholeReply(found)
          // Every button below the hits: articles, pages, orders, filters, alerts; and what is below those.
          for (const data of callbacksOf(found).values()) {
            const opened = await act({ kind: 'callback', data }, { isAdministrator: async () => true })
            expectWholeReply(opened)
            for (const deeper of [...callbacksOf(opened).values()].filter((it) => /^[askep]\./.test(it)))
              expectWholeReply(await act({ kind: 'callback', data: deeper }))
          }
          const inline = { user: { id: 1 }, query, offset: '', bot: 'paperboy_bot' }
          for (const { message } of (await conversation.answerInline(inline)).cards) expectWhole(message)
        }
        for (const name of ['headlines', 'latest', 'digest', 'help', 'start', 'subscribe', 'alert', 'alerts'])
          expectWholeReply(await act({ kind: 'command', name, text: '' }))
        // News of alerts.
        const alerts = await Promise.all(
          queries.map((query) => store.alerts.add({ chatId: 1, ownerId: 1, query, arrival: 0 }, 50)),
        )
        await arrive([article])
        const matches = alerts.flatMap((alert) =>
          alert ? [{ alertId: alert.id, query: alert.query, ids: articles.map(({ id }) => id) }] : [],
        )
        expect(search.size).toBeGreaterThan(0)
        const news = await write({ kind: 'alerts', matches, unlisted: 3 }, { chatId: 1, maybeTwice: true })
        if (news) expectWhole(news)
        // A list, its buttons and eight commands at least: a reply that is no message is not looked at.
        expect(looked).toBeGreaterThan(9)
      },
    ),
    RUNS,
  )
}, 120_000)
