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
  ['a day keeps its 号 before a question word', '2月2号几个省启动', '2月2号 省启动'],
  ['a share', '地震毁了百分之几的房子', '地震毁 房子'],
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
  ['新桥开吗', 'yesNo'],
  ['油价涨了还是跌了', 'yesNo'],
  ['出口增加还是减少了', 'yesNo'],
  ['景区咋去', 'manner'],
  ['哪区有地震', 'place'],
  ['新桥一天能发多少度电', 'number'],
  ['新桥加开几列火车', 'number'],
  ['地震死咗幾多人', 'number'],
  ['邊個預報地震', 'person'],
  ['地震喺邊度', 'place'],
  ['點解會地震', 'reason'],
  ['地震係乜嘢', 'thing'],
  ['地震', undefined],
])('%s asks for a %s', (query, kind) => {
  expect(read(query).kind).toBe(kind)
})

test.each([
  ['世界制造业大会在哪开', '世界制造业大会 开', 'place'],
  ['云港村哪天开村', '云港村 开村', 'time'],
  ['大运河跨过哪几大水系', '大运河跨过 大水系', 'list'],
  ['哪吒的票房', '哪吒的票房', undefined],
])('哪 is a question word by itself: %s', (query, topic, kind) => {
  const reading = read(query)
  expect([renderQuery(reading.query), reading.kind]).toEqual([topic, kind])
})

test('what was left out is told, and whether the newest was asked for', () => {
  expect(read('请问地震最新消息')).toMatchObject({ fillers: ['请问', '最新消息'], wantsNewest: true })
  expect(read('请问地震').wantsNewest).toBe(false)
})

test('what may be a name of four characters with its end is one, what is longer is not', () => {
  expect([read('薛其坤呢').fillers, read('欧阳其坤呢').fillers]).toEqual([[], ['呢']])
})

test('without jieba the fillers are found as well', () => {
  expect(renderQuery(read('地震 最新消息', createTokeniser(createIcuSegmenter())).query)).toBe('地震')
})

/** Ways to ask, behind a topic. */
const WAYS = {
  reason: ['为什么停工', '为何停工', '为啥停工', '何故停工'],
  time: [
    '什么时候开',
    '什么时间开',
    '何时开',
    '几时开',
    '啥时开',
    '哪天开',
    '哪一年开',
    '几月开',
    '几号开',
    '几点开',
  ],
  place: [
    '去了哪里',
    '去了哪儿',
    '何处有',
    '何地有',
    '什么地方有',
    '开在哪',
    '去了哪国',
    '去了哪个国家',
    '去了哪一国',
    '哪省有',
    '哪个省有',
    '哪市有',
    '哪一座城有',
    '哪片海域有',
    '哪条村有',
    '哪处港有',
    '去了哪地',
    '去了哪个地方',
    '哪座山最高',
    '哪个机场有',
    '哪一个车站有',
    '哪个州有',
    '哪县有',
    '哪个区有',
    '哪个镇有',
    '哪个乡有',
    '哪座岛有',
    '哪个洲有',
    '哪片沙漠有',
  ],
  number: [
    '多少人',
    '几多人',
    '第几名',
    '几个人',
    '多大',
    '多久',
    '多长',
    '多高',
    '多远',
    '多重',
    '多快',
    '多深',
    '多宽',
    '多厚',
  ],
  person: [
    '谁去',
    '哪位去',
    '哪一位去',
    '何人去',
    '什么人去',
    '哪个人去',
    '哪一名选手去',
    '哪个官员去',
    '哪名作家写',
  ],
  list: ['有哪些', '是哪几个', '是哪三所', '是哪两所'],
  manner: ['怎么开', '怎样开', '如何开', '咋回事'],
  yesNo: ['通车吗', '是否开', '有没有开', '是不是开', '能不能开', '会不会开', '能否开'],
}

test.each(Object.entries(WAYS))('each way to ask for a %s is known', (kind, ways) => {
  expect(ways.map((it) => `${it} ${read(`新桥${it}`).kind}`)).toEqual(ways.map((it) => `${it} ${kind}`))
})

test.each([
  [
    '几乎、几何、几率、几经、几度、几番、几许 and 几内亚 ask nothing',
    ['几乎全毁', '几何课', '几率大', '几经周折', '几度停工', '几番停工', '几许', '几内亚政变'],
  ],
  [
    'some, and tens of them, are no question',
    ['好几座', '十几座', '前几座', '近几年', '这几座', '后几座', '百几十座'],
  ],
  ['whatever is many', ['多人受伤', '多条线路', '许多桥']],
])('%s', (_what, texts) => {
  expect(texts.filter((it) => read(`新桥${it}`).kind !== undefined)).toEqual([])
})
