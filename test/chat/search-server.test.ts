import { expect, test } from 'vitest'
import { encodeCallback } from '../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../src/chat/texts/index.ts'
import { renderRemarks } from '../../src/chat/views/understood-line.ts'
import { SearchServerError } from '../../src/search/index.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation, textOf } from '../support/conversation.ts'

const down = new SearchServerError('unreachable', 'the search server at http://search:9200 does not answer')

test.each([
  ['zh', '搜索暂时用不了，请过几分钟再试；看当天的报纸、收藏和订阅都不受影响。'],
  ['zh-TW', '搜尋暫時無法使用，請過幾分鐘再試；看當天的報紙、收藏和訂閱都不受影響。'],
  ['en', 'Search is not available right now.'],
])(
  'whoever searches while the search server is away is told so in one sentence (%s)',
  async (languageCode, told) => {
    const { conversation } = await openConversation([])
    const request = {
      action: { kind: 'text', text: '台风' },
      chat: { chatId: 1, kind: 'private' },
      user: { id: 1, languageCode },
      bot: 'paperboy_bot',
      isAdministrator: async () => false,
    } as const
    const said = textOf(conversation.apologise(request, down))
    expect(said).toContain(told)
    // Where the server is concerns nobody who reads.
    expect(said).not.toContain('search:9200')
  },
)

test('a reader is told that results are of a part, and that a long text was cut', async () => {
  const { search } = await openConversation([anArticle({ headline: '长江水位平稳' })])
  const result = await search.search('长江 水位')
  const texts = textsOf('zh-Hans')
  expect(renderRemarks(result, texts)).toEqual([])
  const problems = [{ kind: 'tooLong', unit: 'terms', kept: 1240 }] as const
  expect(renderRemarks({ ...result, partial: true, problems }, texts)).toEqual([
    '部分结果：有一部分报道暂时查不到，可能还有遗漏。',
    '文字较长，结果按其中最关键的 1,240 个词排序。',
  ])
})

test('so is one who looks for something to share in another chat', async () => {
  for (const partial of [true, false]) {
    const { conversation } = await openConversation(
      [anArticle({ headline: '长江水位平稳' })],
      {},
      { partial },
    )
    const user = { id: 1, languageCode: 'zh' }
    const { cards, hint } = await conversation.answerInline({ user, query: '长江', offset: '', bot: 'b' })
    expect(cards.length).toBeGreaterThan(0)
    expect(hint).toBe(partial ? '部分结果，可能还有遗漏' : undefined)
  }
})

test('all that needs no search works while the search server is away', async () => {
  const article = anArticle({ headline: '长江水位平稳', paragraphs: ['长江水位平稳。'] })
  const { conversation, store, act } = await openConversation([article], {}, { away: true })
  const command = (name: string, text = '') =>
    act({ kind: 'command', name, text }, { isAdministrator: async () => true })
  expect(textOf(await command('start'))).toContain('1 篇')
  expect(textOf(await command('help'))).toContain('/latest')
  expect(textOf(await act({ kind: 'text', text: '你好' }))).not.toBe('')
  expect(textOf(await command('latest'))).toContain('长江水位平稳')

  // An alert is made, and told of as made.
  const told = textOf(await command('alert', '水位'))
  expect(told).toContain('水位')
  expect(told).toContain('搜索暂时用不了，查不到以前有没有符合的报道；有新的照样提醒。')
  expect(await store.alerts.ofChat(1)).toHaveLength(1)

  // What was found before is opened.
  const spec = { kind: 'search', query: '水位', order: 'relevance' } as const
  const list = await store.lists.save({ spec, chatId: 1, ownerId: 1 })
  const data = encodeCallback({
    kind: 'article',
    id: article.id,
    page: 0,
    origin: { list, page: 0 },
  })
  const opened = await act({ kind: 'callback', data: data ?? '' })
  expect(textOf(opened)).toContain('长江水位平稳。')

  // Who asks in another chat is told why nothing comes.
  const user = { id: 1, languageCode: 'zh' }
  expect(await conversation.answerInline({ user, query: '长江', offset: '', bot: 'b' })).toEqual({
    cards: [],
    next: '',
    hint: '搜索暂时用不了，请稍后再试',
  })
  await expect(act({ kind: 'text', text: '长江' })).rejects.toThrow(SearchServerError)
})
