import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader, resident, seen } from '../support/reader.ts'

const GROUP = -20_001

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let bot: BotProcess

  beforeAll(async () => {
    bot = await startBot({}, mode)
  })
  afterAll(async () => {
    await bot.stop()
  })

  /** The address behind the button of a message that was shared. */
  const linkOf = (message: object) =>
    /"url":"(https:\/\/t\.me\/[^"]+)"/.exec(JSON.stringify(message))?.[1] ?? ''

  /** What a share button types, and where. */
  async function shareFrom(reader: Reader, label: string) {
    const pressed = await reader.user.tap(label)
    return pressed.query ?? ''
  }

  describe('from the reader to a group and back', () => {
    test.each([
      ['h', '成都为全市残疾人购买意外伤害保险'],
      ['s', '• '],
      ['e', '残疾人'],
    ])('the shape %s keeps its source and leads back', async (shape, content) => {
      const reader = await resident(bot.url, 10_001)
      await reader.say('残疾人 意外险')
      await reader.tap('1')
      await reader.tap('更多 ▾')
      const query = await shareFrom(reader, '分享')
      const inGroup = await reader.in(GROUP)
      const cards = await inGroup.inline(query)
      const card = cards.results.find(({ id }) => id.endsWith(`.${shape}`))
      const posted = seen(await inGroup.user.choose(cards, card?.id ?? ''))
      expect(posted.text).toContain(content)
      expect(posted.text).toContain('成都日报')
      const back = await reader.open(linkOf(posted.message))
      expect(back.text).toContain('此次保险由市残联')
    })

    test('the sentences that somebody picked are what is quoted', async () => {
      const reader = await newReader(bot.url)
      await reader.say('残疾人 意外险')
      await reader.tap('1')
      await reader.tap('更多 ▾')
      const picking = await reader.tap('引用')
      expect(picking.labels).not.toContain('分享所选')
      await reader.tap('2')
      const picked = await reader.tap('3')
      expect(picked.labels).toEqual(expect.arrayContaining(['✓ 2', '✓ 3', '分享所选']))
      const [card] = (await reader.inline(await shareFrom(reader, '分享所选'))).results
      const sentences = [...picked.text.matchAll(/✓ \d\. (.+)/g)].map((match) => match[1] ?? '')
      expect(sentences).toHaveLength(2)
      for (const sentence of sentences) expect(card?.content.text).toContain(sentence.slice(0, 20))
    })
  })

  describe('inline mode', () => {
    test('nothing typed brings the newest headlines, three shapes of each', async () => {
      const reader = await newReader(bot.url)
      const { results, nextOffset } = await reader.inline('')
      expect(results.length).toBeGreaterThan(10)
      expect(results.length).toBeLessThanOrEqual(50)
      expect(new Set(results.map(({ id }) => id.slice(0, 10))).size * 3).toBeGreaterThanOrEqual(
        results.length,
      )
      expect(nextOffset).not.toBe('')
    })

    test('the list goes on to its end, and names nothing twice', async () => {
      const reader = await newReader(bot.url)
      const ids: string[] = []
      let offset: string | undefined = ''
      while (offset !== undefined) {
        const cards = await reader.inline('成都', offset)
        ids.push(...cards.results.map(({ id }) => id))
        offset = cards.nextOffset === '' ? undefined : cards.nextOffset
      }
      expect(ids.length).toBeGreaterThan(30)
      expect(new Set(ids).size).toBe(ids.length)
    })

    test('what finds nothing says so above the empty list', async () => {
      const reader = await newReader(bot.url)
      const { results, button } = await reader.inline('烷烃裂解炉')
      expect(results).toEqual([])
      expect(button?.text).toContain('没有找到')
    })

    test('cards in one language are not given to who reads another', async () => {
      const chinese = await newReader(bot.url)
      const english = await newReader(bot.url, 'en')
      await chinese.inline('残疾人')
      const { fromCache, results } = await english.inline('残疾人')
      expect(fromCache).toBe(false)
      expect(results[0]?.title).toContain('Headline')
    })

    test.each(['<b>&"', '🐼'.repeat(128), 'a_aaaaaaaaaa', 'q_aaaaaaaaaa_0_zz', '"'])(
      '%s is no trouble',
      async (query) => {
        const reader = await newReader(bot.url)
        expect((await reader.inline(query)).results).toEqual([])
      },
    )
  })

  test('nothing went wrong behind the scenes', () => {
    expect(bot.said()).not.toMatch(/"level":[456]0/)
  })
})
