import { expect, test } from 'vitest'
import { anArticle } from '../../support/articles.ts'
import { openConversation, textOf } from '../../support/conversation.ts'

const story = (headline: string) =>
  anArticle({ headline, paragraphs: [`${headline}的消息今天传遍了全城的大街小巷。`] })
const caption = (headline: string) => anArticle({ headline, paragraphs: ['图为现场。'] })

/** What 再来一篇 gives in each of some milliseconds: the first line. */
async function another(articles: readonly ReturnType<typeof anArticle>[], times: number) {
  const { act, pass } = await openConversation(articles)
  const given: string[] = []
  for (let i = 0; i < times; i++) {
    const [line = ''] = textOf(await act({ kind: 'text', text: '再来一篇' })).split('\n')
    given.push(line.replaceAll(/<\/?b>/gu, ''))
    pass(1)
  }
  return given
}

test('the millisecond decides which story comes, and each comes once', async () => {
  const given = await another(['甲', '乙', '丙'].map(story), 3)
  expect(given.toSorted()).toEqual(['丙', '乙', '甲'])
})

test.each([2, 3, 7, 8, 20])(
  'of %i articles the only story is found, and no caption is given',
  async (count) => {
    const captions = Array.from({ length: count - 1 }, (_, i) => caption(`图${i}`))
    const given = await another([story('甲'), ...captions], count)
    // Of many some are looked at.
    expect(given.filter((it) => it.startsWith('图'))).toEqual([])
    expect(given.filter((it) => it === '甲').length).toBeGreaterThanOrEqual(Math.min(count, 8))
  },
)

test('where nothing is a story, that is said', async () => {
  const [given] = await another([caption('图')], 1)
  expect(given).not.toContain('图')
})
