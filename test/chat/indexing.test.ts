import { expect, test } from 'vitest'
import { anArticle } from '../support/articles.ts'
import { openConversation, textOf } from '../support/conversation.ts'

test.each(['长江', '魑魅魍魉'])(
  'while the index is being built, a search for %s says so first',
  async (text) => {
    const { act, fallBehind } = await openConversation([anArticle({ headline: '长江水位平稳' })])
    const search = () => act({ kind: 'text', text })
    const usual = textOf(await search())
    fallBehind({ done: 300, total: 21_555 })
    expect(textOf(await search())).toBe(
      `<i>索引还在建，先从 21,555 篇里的 300 篇找；过一会儿再搜会更全</i>\n${usual}`,
    )
    fallBehind(undefined)
    expect(textOf(await search())).toBe(usual)
  },
)
