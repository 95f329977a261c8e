import { expect, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../../src/language/index.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { readQuestion } from '../../../src/search/query/question.ts'
import { renderQuery } from '../../../src/search/query/render-query.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const read = (query: string, by = tokeniser) => readQuestion(parseQuery(query).understood, by)

test.each([
  ['news behind the topic', '地震最新消息', '地震'],
  ['with a blank', '地震 最新进展', '地震'],
  ['before the topic', '最近有什么地震的消息吗', '地震'],
  ['around the topic', '有没有关于地震的新闻', '地震'],
  ['a wish', '我想了解一下地震的情况', '地震'],
  ['a request', '麻烦帮我查一下地震', '地震'],
  ['a question word and its noun', '地震什么时候发生的', '地震'],
  ['是 that the segmenter took for the end of a word', '消费券是什么时候发的', '消费券 发'],
  ['what it means', '新质生产力是什么意思', '新质生产力'],
  ['before and behind', '有地震的消息吗', '地震'],
  ['one character behind a word', '地震吗', '地震'],
  ['in the middle', '地震造成多少人伤亡', '地震造成 伤亡'],
  ['what holds the question together', '地震是谁预报的', '地震 预报'],
  ['what is counted in a rarer measure', '比赛得了几块金牌', '比赛 金牌'],
  ['Traditional', '請問地震怎麼樣了', '地震'],
  ['an exclusion beside it', '地震最新消息 -日本', '地震 -日本'],
])('fillers are left out: %s', (_case, query, topic) => {
  expect(renderQuery(read(query).query)).toBe(topic)
})

test.each([
  ['words of a topic', '新闻自由'],
  ['a word that begins with one', '有机食品'],
  ['nothing but fillers', '最新消息'],
  ['one filler', '新闻'],
  ['a verb that is the topic', '了解中国'],
  ['quotation marks', '"地震最新消息"'],
  ['a field', '标题:最新消息'],
  ['alternatives', '地震消息 OR 台风消息'],
  ['a name with a character that may ask', '几鹏'],
  ['a longer one', '么鹏驭'],
  ['a statement', '哈马斯释放人质'],
  ['whom it may concern', '各地区和有关部门'],
  ['whom it may concern, first', '有关部门通报'],
])('%s stay as they are', (_case, query) => {
  expect(read(query)).toMatchObject({ query: parseQuery(query).understood, fillers: [] })
})

test.each([
  ['地震死了多少人', 'number'],
  ['谁获得了奖项', 'person'],
  ['高考什么时候举行', 'time'],
  ['大熊猫在哪里', 'place'],
  ['油价为什么上涨', 'reason'],
  ['景点有哪些', 'list'],
  ['地震怎么样了', 'manner'],
  ['有没有地震', 'yesNo'],
  ['地震是几级', 'number'],
  ['地震是哪一天', 'time'],
  ['地震是谁预报的', 'person'],
  ['黄河有多长', 'number'],
  ['新桥多高', 'number'],
  ['多人受伤了吗', 'yesNo'],
  ['来了好几个人吗', 'yesNo'],
  ['几乎全毁了吗', 'yesNo'],
  ['地震死咗幾多人', 'number'],
  ['邊個預報地震', 'person'],
  ['地震喺邊度', 'place'],
  ['點解會地震', 'reason'],
  ['地震係乜嘢', 'thing'],
  ['地震', undefined],
])('%s asks for a %s', (query, kind) => {
  expect(read(query).kind).toBe(kind)
})

test('what was left out is told, and whether the newest was asked for', () => {
  expect(read('请问地震最新消息')).toMatchObject({ fillers: ['请问', '最新消息'], wantsNewest: true })
  expect(read('请问地震').wantsNewest).toBe(false)
})

test('without jieba the fillers are found as well', () => {
  expect(renderQuery(read('地震 最新消息', createTokeniser(createIcuSegmenter())).query)).toBe('地震')
})
