import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { readQuestion } from '../../../src/search/query/question.ts'
import { renderQuery } from '../../../src/search/query/render-query.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const read = (query: string) => readQuestion(parseQuery(query).understood, tokeniser)
const kindsOf = (queries: readonly string[]) => queries.map((it) => `${it} ${read(it).kind}`)

/** Ways to ask, behind a topic that is no part of them. */
const WAYS = {
  yesNo: (
    '地铁修好没 中国队赢了没 中国队赢了没有 案子搞定没 神舟回来了没啊 神舟回来了没有呀 新桥通车没得 停火未 地震贏咗未 通車未呀 停火了么 ' +
    '高考难不难 房价跌不跌 房价涨没涨 新规能不能退票 退休金要不要交税 外卖员算不算员工 电动车让不让上路 出国用不用签证 有没有人受伤 ' +
    '他喜欢不喜欢旅游 学生参不参加军训 老人需不需要预约 外地人可不可以买房'
  ).split(' '),
  number: (
    '地震死了几千人 地震死几百人 洪水淹了几万亩地 一年卖几万辆车 修桥花了几万块 工程投了几十亿 景区来了几千名游客 游客几百万人 中国队几比几 ' +
    '新桥什么价 颱風死咗幾多人'
  ).split(' '),
  time: '春运多会儿开始 春运多咱开始 春运啥会儿开始 甚麼時候開幕 奧運會幾時開 高铁啥时通车'.split(' '),
  place: '地震啥地方 地震係邊度 地震在哪裡 亚运会在哪旮旯'.split(' '),
  reason: '油价凭什么涨价 油价为毛涨价 停课因为啥 點解停電'.split(' '),
  manner: '新地铁啥样 新机场啥样子 新桥咋整 案子咋样了'.split(' '),
  thing: '世界盃邊隊贏 颱風咩名 新总统叫啥'.split(' '),
}

test.each(Object.entries(WAYS))('each spoken way to ask for a %s is known', (kind, ways) => {
  expect(kindsOf(ways)).toEqual(ways.map((it) => `${it} ${kind}`))
})

test.each([
  ['高考难不难', '高考难'],
  ['房价跌不跌', '房价跌'],
  ['学生参不参加军训', '学生 参加军训'],
  ['新规能不能退票', '新规 退票'],
  ['中国队赢了没', '中国队赢'],
  ['地震死了几千人', '地震死'],
  ['洪水淹了几万亩地', '洪水淹'],
  ['贏沒贏球', '贏球'],
  ['油价又涨了没', '油价 涨'],
  ['油价还涨吗', '油价 涨'],
  ['房贷利率还会降吗', '房贷利率 降'],
  ['涨不涨养老金', '涨 养老金'],
  ['北京会下雨吗', '北京 下雨'],
  ['门票能退吗', '门票 退'],
])('of %s an article should hold %s', (query, topic) => {
  expect(renderQuery(read(query).query)).toBe(topic)
})

test('what looks like a question, and is none', () => {
  const none =
    '动不动就堵车 时不时停电 人不人鬼不鬼 男不男女不女 证据全都没有 我什么都没有 没没无闻 几千年前的古墓 近几千年 好几千人受灾 十几万人撤离 数千人受灾 几十年来 ' +
    '几千人参加了马拉松 没有硝烟的战争 未来城市 差不多 说不定 ' +
    '美不美家乡水 亲不亲故乡人'
  const asking = none.split(' ').filter((it) => ['yesNo', 'number'].includes(read(it).kind ?? ''))
  expect(asking).toEqual([])
})

test('a greeting, a picture or a particle around a question changes nothing', () => {
  for (const it of ['你好，地铁几点关门？', '😀地铁几点关门', '地铁几点关门😀', '请问地铁几点关门呀'])
    expect([it, read(it).kind, renderQuery(read(it).query)]).toEqual([it, 'time', '地铁 关门'])
})

test('quotation marks turn it off', () => {
  expect(read('"高考难不难"').fillers).toEqual([])
})

test.each([
  ['鸡蛋为啥那么贵', 'reason', '鸡蛋 贵'],
  ['最近油价涨了还是跌了', 'yesNo', '油价'],
  ['房价是升还是降', 'yesNo', '房价'],
  ['明天下雨还是晴天', undefined, '明天下雨还是晴天'],
])('what only says how much, or which of two, is no topic: %s', (query, kind, topic) => {
  const { kind: asked, query: left } = read(query)
  expect([asked, renderQuery(left)]).toEqual([kind, topic])
})

test.each([
  ['who won the world cup', 'person', 'won world cup'],
  ['When does the gaokao start?', 'time', 'gaokao start?'],
  ['how many people died in the earthquake', 'number', 'people died earthquake'],
  ['where is the WTO', 'place', 'WTO'],
  ['why did oil prices rise', 'reason', 'oil prices rise'],
  ['what is G20', 'thing', 'G20'],
  ['which countries joined BRICS', 'list', 'countries joined BRICS'],
  ['how to get a visa', 'manner', 'visa'],
  ['is the subway open', 'yesNo', 'subway open'],
  ['did China win', 'yesNo', 'China win'],
  ['please tell me who leads the WTO', 'person', 'leads WTO'],
])('an English question: %s', (query, kind, topic) => {
  const { kind: asked, query: left } = read(query)
  expect([asked, renderQuery(left)]).toEqual([kind, topic])
})

test.each(['油价又涨', '再见', '还珠格格', '北京会下雨'])(
  'in %s, which asks nothing, adverbs are kept',
  (query) => {
    expect(read(query)).toMatchObject({ fillers: [], kind: undefined })
  },
)

test.each(['the who', 'Will Smith', 'how', 'GDP 增长', 'World Trade Organization', 'is'])(
  '%s is no English question',
  (query) => {
    expect(read(query)).toMatchObject({ fillers: [], kind: undefined })
  },
)
