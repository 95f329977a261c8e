import { expect, test } from 'vitest'
import { summarise } from '../../src/summary/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { readSeedArticles } from '../support/seed-articles.ts'

test('every sentence of a summary stands in the article, in its order', async () => {
  for (const article of await readSeedArticles()) {
    const body = article.paragraphs.join('\n')
    const sentences = summarise(article, { sentences: 3 })
    expect(sentences.length).toBeLessThanOrEqual(3)
    const places = sentences.map((it) => body.indexOf(it))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('who reports is left out', () => {
  const article = buildArticle({ headline: '捐赠', paragraphs: ['本报讯 （记者 胡锐凯）昨日举行捐赠仪式。'] })
  expect(summarise(article, { sentences: 1 })).toEqual(['昨日举行捐赠仪式。'])
})

test('an article without text has no summary', () => {
  expect(summarise(buildArticle({ headline: '图片新闻' }))).toEqual([])
})

const sum = (paragraphs: readonly string[], more: object = {}, sentences = 3) =>
  summarise(buildArticle({ headline: '市里建设地铁新线', paragraphs, ...more }), { sentences })
const FIRST = '本市今天开始建设地铁三号线，全长四十公里。'
const LAST = '市民说，以后上班可以少花半个小时。'

test.each([
  ['一行没有句号的话', '地铁三号线建设现场热火朝天'],
  ['a line that announces a list', '建设地铁新线的主要措施如下：'],
  ['a sentence that announces a list', '地铁三号线建设的安排如下。'],
  ['an item of a list', '一是加快建设地铁三号线的车站和隧道。'],
  ['another item', '（三）加快建设地铁三号线的车站和隧道。'],
  ['an opener that points back', '这样，地铁三号线建设就有了资金和土地的保障。'],
  ['此外', '此外，地铁三号线建设还带动了沿线的商业。'],
  ['为此', '为此，市里为建设地铁新线专门成立了指挥部。'],
  ['a pronoun', '他表示，建设地铁新线是市里今年的头等大事。'],
  ['a pronoun in a quotation', '“这是市里建设地铁新线以来最好的消息。”'],
  ['the headline again', '市里建设地铁新线。'],
])('%s is not in a summary', (_case, sentence) => {
  const more = ['记者昨天走访了沿线的多个小区和学校。', '工程预计在二〇二七年年底以前完工通车。']
  const chosen = sum([FIRST, more.join(''), sentence, LAST], {}, 2)
  expect(chosen).toHaveLength(2)
  expect(chosen).not.toContain(sentence)
})

test('an opener that points back comes with what it points to', () => {
  const paragraphs = ['记者昨天走访了沿线小区。', `${FIRST}这样，全市地铁新线总长将达到三百公里。`, LAST]
  const chosen = sum(paragraphs, {}, 2)
  expect(chosen).toEqual([FIRST, '这样，全市地铁新线总长将达到三百公里。'])
})

test('a sub-head is not in a summary, even if it ends as a sentence', () => {
  const subhead = '地铁新线怎么建设？'
  const paragraphs = [FIRST, subhead, LAST, '工程预计年底完工通车。']
  expect(sum(paragraphs)).toContain(subhead)
  expect(sum(paragraphs, { subheads: [{ text: subhead, before: 1 }] })).toEqual([
    FIRST,
    LAST,
    '工程预计年底完工通车。',
  ])
})

test('an article of two sentences has no summary, and one of three no more than two', () => {
  expect(sum([`${FIRST}${LAST}`])).toEqual([])
  expect(sum([`${FIRST}${LAST}`], {}, 1)).toEqual([FIRST])
  expect(sum([FIRST, LAST, '工程预计年底完工通车。'])).toHaveLength(2)
})

test('an article without a whole sentence has no summary', () => {
  expect(sum(['地铁三号线建设现场', '工程车辆来来往往', '建设者们正在忙碌'])).toEqual([])
})

test('of whole sentences as many are taken as go into the length, to the unit', () => {
  const paragraphs = [FIRST, LAST, '工程预计年底完工通车。']
  const article = buildArticle({ headline: '市里建设地铁新线', paragraphs })
  const both = summarise(article, { sentences: 2 })
  expect(both).toHaveLength(2)
  const length = both.join('').length
  expect(summarise(article, { sentences: 2, maxLength: length })).toEqual(both)
  expect(summarise(article, { sentences: 2, maxLength: length - 1 })).not.toEqual(both)
  // The best one is given however long it is.
  expect(summarise(article, { sentences: 2, maxLength: 1 })).toHaveLength(1)
})

test('an item of a list is not in a summary, though the sentence before it is', () => {
  const item = '一是加快建设地铁三号线的车站和隧道。'
  const chosen = sum([`${FIRST}${item}`, LAST, '记者昨天走访了沿线小区。'], {}, 2)
  expect(chosen).toContain(FIRST)
  expect(chosen).not.toContain(item)
})

test('what was chosen stands in the order of the article, though the best one comes last', () => {
  const best = '市里建设地铁新线。'.replace('。', '，今天开工。')
  const paragraphs = ['天气转凉，街上的行人多了起来。', '商店里挤满了人。', '公园里的花也开了。', best]
  expect(sum(paragraphs, {}, 1)).toEqual([best])
  const three = sum(paragraphs)
  expect(three).toContain(best)
  expect(three.map((it) => paragraphs.indexOf(it))).toEqual(
    three.map((it) => paragraphs.indexOf(it)).toSorted((a, b) => a - b),
  )
})

test('of two sentences that say the same the shorter one is taken', () => {
  const short = '市里建设地铁新线，今天开工。'
  const long = `市里建设地铁新线，${'沿线的居民早早来到工地旁边，'.repeat(8)}今天开工。`
  expect(sum(['天气转凉，街上的行人多了起来。', long, short], {}, 1)).toEqual([short])
})
