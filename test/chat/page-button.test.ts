import { expect, test } from 'vitest'
import { toKeyboard } from '../../src/delivery/keyboard.ts'
import { buildArticle } from '../support/build-article.ts'
import { openConversation } from '../support/conversation.ts'

const article = buildArticle({ headline: '水位回落', paragraphs: ['江水退了。'] })
const show = { kind: 'command' as const, name: 'article', text: article.id }
const group = { chat: { chatId: -100, kind: 'group' as const } }

/** The buttons under an article, as the Bot API takes them. */
async function buttonsUnder(pages: Parameters<typeof openConversation>[2], who = {}) {
  const { act } = await openConversation([article], {}, pages)
  const reply = await act(show, who)
  if (reply?.kind !== 'send') throw new Error('no message')
  return toKeyboard(reply.message.buttons).inline_keyboard.flat()
}

const pages = {
  linkTo: (path: string, { kind }: { kind: string }) => ({
    url: `https://news.example${path}`,
    isApp: kind === 'private',
  }),
}

test('under an article a button opens its reading page: as a Mini App in private chats, as a link in groups', async () => {
  const url = `https://news.example/a/${article.id}`
  const text = '📖 网页阅读'
  expect(await buttonsUnder({ pages })).toContainEqual({ text, web_app: { url } })
  expect(await buttonsUnder({ pages }, group)).toContainEqual({ text, url })
})

test('without reading pages there is no such button', async () => {
  const texts = (await buttonsUnder({})).map((it) => it.text)
  expect(texts.length).toBeGreaterThan(2)
  expect(texts).not.toContain('📖 网页阅读')
})
