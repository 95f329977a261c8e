import { expect, test } from 'vitest'
import { anArticle } from '../support/articles.ts'
import { openConversation, textOf } from '../support/conversation.ts'

test.each(['长江', '魑魅魍魉', '青河大桥有多长？'])(
  'while the index is being built, a search for %s says so first',
  async (text) => {
    const { act, fallBehind } = await openConversation([
      anArticle({ headline: '长江水位平稳' }),
      anArticle({ headline: '青河大桥通车', paragraphs: ['青河大桥全长3.6公里。'] }),
    ])
    const search = () => act({ kind: 'text', text })
    const usual = textOf(await search())
    fallBehind({ done: 300, total: 21_555 })
    expect(textOf(await search())).toBe(
      `索引还在建立，目前只搜了 21,555 篇中的 300 篇，稍后再搜会更全\n${usual}`,
    )
    fallBehind(undefined)
    expect(textOf(await search())).toBe(usual)
  },
)
