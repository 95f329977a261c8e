import { expect, test } from 'vitest'
import { digestCard } from '../../../src/chat/sharing/share-digest.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { anArticle } from '../../support/articles.ts'
import { openConversation } from '../../support/conversation.ts'

const articles = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    anArticle({
      headline: `第${n}列班列出发`,
      paragraphs: [`第${n}列班列今天出发，满载货物。`, '沿线各站准备就绪。'],
      issueDate: `2024-05-${`${(n % 28) + 1}`.padStart(2, '0')}`,
      paper: '成都日报',
      source: { file: `${n}.txt`, lines: [1] },
    }),
  )

test.each([
  ['a page', 15, 1],
  ['a page and one', 16, 2],
  ['two full pages', 30, 2],
])('who scrolls sees each article once, and comes to an end: %s', async (_what, count, pages) => {
  const { conversation } = await openConversation(articles(count))
  const user = { id: 1 }
  for (const query of ['', '班列']) {
    const seen: string[] = []
    let offset = ''
    for (let page = 1; page <= pages; page++) {
      const { cards, next, hint } = await conversation.answerInline({ user, query, offset, bot: 'b' })
      expect([cards.length > 0 && cards.length <= 50, hint]).toEqual([true, undefined])
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
      seen.push(...new Set(cards.map(({ title }) => /第\d+列/.exec(title)?.[0] ?? title)))
      expect(next === '').toBe(page === pages)
      offset = next
    }
    expect(new Set(seen).size).toBe(count)
    expect(seen).toHaveLength(count)
  }
})

test('sentences that were picked on a later page are those of that page', async () => {
  const sentences = Array.from({ length: 10 }, (_, n) => `第${n}列班列今天出发。`)
  const article = anArticle({ headline: '班列出发', paragraphs: [sentences.join('')] })
  const { conversation } = await openConversation([article])
  const query = `q_${article.id}_1_${(0b11).toString(36)}`
  const { cards } = await conversation.answerInline({ user: { id: 1 }, query, offset: '', bot: 'b' })
  expect(cards.map(({ description }) => description)).toEqual([sentences.slice(8).join('')])
})

test('the three shapes of an article are told apart by their ids', async () => {
  const sentences = ['新桥合龙', '两岸通车', '渡轮停航', '码头拆除', '公园开放'].map(
    (it) => `${it}，记者昨日获悉。`,
  )
  const article = anArticle({ headline: '江城新桥', paragraphs: sentences })
  const { conversation } = await openConversation([article])
  const asked = { user: { id: 1 }, query: `a_${article.id}`, offset: '', bot: 'b' }
  const { cards } = await conversation.answerInline(asked)
  expect(cards.map(({ id }) => id)).toEqual(['h', 's', 'e'].map((shape) => `${article.id}.${shape}`))
})

test('that nothing was found in the part that answers is told as such, and not as nothing', async () => {
  const { conversation } = await openConversation([], {}, { partial: true })
  const asked = { user: { id: 1, languageCode: 'zh' }, query: '长江', offset: '', bot: 'b' }
  expect(await conversation.answerInline(asked)).toMatchObject({ cards: [], hint: '部分结果，可能还有遗漏' })
})

test('a digest to share ends with its papers, or with its last headline where none is known', () => {
  const card = (paper: string | undefined) =>
    digestCard(
      'x.d',
      '今日精选',
      [anArticle({ headline: '桥梁合龙', ...(paper !== undefined && { paper }) })],
      'https://t.me/b',
      textsOf('zh-Hans'),
    )
  expect(card(undefined).message.html.markup).toBe('<b>今日精选</b>\n· 桥梁合龙')
  expect(card('江城日报').message.html.markup).toBe('<b>今日精选</b>\n· 桥梁合龙\n江城日报')
})

test('the sentences that somebody picked are one card, whose title fits a phone however long the headline is', async () => {
  const sentences = ['第一列班列今天出发。', '沿线各站准备就绪。', '货物下周到达。']
  const long = anArticle({ headline: '班列'.repeat(100), paragraphs: [sentences.join('')] })
  const { conversation } = await openConversation([long])
  const picked = async (bits: number) =>
    conversation.answerInline({
      user: { id: 1 },
      query: `q_${long.id}_0_${bits.toString(36)}`,
      offset: '',
      bot: 'b',
    })
  for (const [bits, wanted] of [
    [0b001, [0]],
    [0b110, [1, 2]],
    [0b111, [0, 1, 2]],
  ] as const) {
    const { cards } = await picked(bits)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.description).toBe(wanted.map((at) => sentences[at]).join(''))
    expect(cards[0]?.title.length).toBeLessThanOrEqual(80)
    expect(cards[0]?.title).toMatch(/^班列.*…$/)
  }
  // None of them, and one that is not there.
  for (const bits of [0, 0b1000])
    expect(await picked(bits)).toMatchObject({ cards: [], hint: expect.any(String) })
})
