import { expect, test } from 'vitest'
import { keySentencesOf } from '../../../src/chat/articles/key-sentences.ts'
import { summarise } from '../../../src/summary/index.ts'
import { buildArticle } from '../../support/build-article.ts'

test('what is remembered of an article is forgotten when a title of it is another, or its text', () => {
  const paragraphs = [
    '龙舟昨天在江面上竞渡。',
    '书展明天在新馆里开幕。',
    '水库蓄水到了警戒线下。',
    '地铁十号线今晨试运行。',
    '绿道沿着湖岸修到山脚。',
    '秋粮颗粒归仓喜获丰收。',
    '灯会吸引了远道的游客。',
    '大桥主塔顺利完成封顶。',
  ]
  const article = buildArticle({ headline: '简讯', paragraphs })
  const versions = [
    article,
    { ...article, headline: '大桥主塔封顶' },
    { ...article, kicker: ['远道的游客看灯会'] },
    { ...article, deck: ['绿道修到山脚', '秋粮丰收'] },
    { ...article, paragraphs: paragraphs.toReversed() },
  ]
  const sentences = versions.map((it) => keySentencesOf(it))
  expect(sentences).toEqual(versions.map((it) => summarise(it, { sentences: 3 })))
  expect(new Set(sentences.map(String)).size).toBe(versions.length)
  expect(keySentencesOf({ ...article })).toBe(sentences[0])
})
