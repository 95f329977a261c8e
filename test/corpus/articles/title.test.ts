import { expect, test } from 'vitest'
import { readTitle } from '../../../src/corpus/articles/title.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const block = (text: string): Block => ({
  kind: 'display',
  lines: toLines(text),
  width: 16,
  evidence: 'test',
})

test.each([
  [
    'lines that wrap are one phrase',
    ['高原铁路建成通车沿线各\n族群众圆梦'],
    { headline: '高原铁路建成通车沿线各族群众圆梦' },
  ],
  ['phrases keep a blank', ['稳存量\n推动外贸量增质升'], { headline: '稳存量 推动外贸量增质升' }],
  [
    'who attended is the deck',
    ['全市农业工作会议召开', '陈某某出席并讲话'],
    { headline: '全市农业工作会议召开', deck: ['陈某某出席并讲话'] },
  ],
  [
    'a dash opens the deck',
    ['“创造新的业绩”', '——全国科技大会侧记'],
    { headline: '“创造新的业绩”', deck: ['——全国科技大会侧记'] },
  ],
  [
    'a meeting goes with who attended',
    ['坚持问题导向 强化精准施策 群体座谈会召开 陈某某出席并讲话'],
    { headline: '坚持问题导向 强化精准施策', deck: ['群体座谈会召开 陈某某出席并讲话'] },
  ],
  [
    'a phrase that hangs on the last is no deck',
    ['秘书长兑现承诺', '再向博物馆捐藏品'],
    { headline: '秘书长兑现承诺 再向博物馆捐藏品' },
  ],
  [
    'a line of announcement is the kicker',
    ['某某对学雷锋活动作出指示强调', '把雷锋精神代代传下去'],
    { kicker: ['某某对学雷锋活动作出指示强调'], headline: '把雷锋精神代代传下去' },
  ],
  [
    'two blocks of one line each, alike in width, are one headline',
    ['做好田间管理工作', '为秋粮丰收打基础'],
    { headline: '做好田间管理工作 为秋粮丰收打基础', deck: [] },
  ],
  [
    'a line below that is not alike in width is the deck',
    ['做好田间管理工作', '全省今年粮食种植面积比去年增加一成'],
    { headline: '做好田间管理工作', deck: ['全省今年粮食种植面积比去年增加一成'] },
  ],
  [
    'of three blocks alike in width the first is the headline',
    ['做好田间管理工作', '为秋粮丰收打基础', '各县派出农技人员'],
    { headline: '做好田间管理工作', deck: ['为秋粮丰收打基础', '各县派出农技人员'] },
  ],
  [
    'a headline that stops at a dash goes on in the next block',
    ['走进山里的图书馆——', '县图书馆流动书车下乡记'],
    { headline: '走进山里的图书馆—— 县图书馆流动书车下乡记', deck: [] },
  ],
  [
    'a wider line below that wraps is set smaller: a deck',
    ['省政府召开常务会议\n会议讨论并通过了关于加强农村道路养护工作的若干意\n见（草案）'],
    { headline: '省政府召开常务会议', deck: ['会议讨论并通过了关于加强农村道路养护工作的若干意见（草案）'] },
  ],
  [
    'marked points below a headline are its deck',
    ['春耕开始\n●良种到户●农机下田'],
    { headline: '春耕开始', deck: ['●良种到户●农机下田'] },
  ],
])('readTitle: %s', (_case, texts, title) => {
  expect(readTitle(texts.map(block))).toMatchObject(title)
})

test.each([
  ['keeps a word of the text that the line end cuts', '当地的特色产业', '打造高原特色农业名优产品强县'],
  ['keeps its lines apart', '当地的产业', '打造高原特 色农业名优产品强县'],
])('a headline over a longer line %s', (_case, text, headline) => {
  expect(readTitle([block('打造高原特\n色农业名优产品强县')], text).headline).toBe(headline)
})

test('a line that announces the next one is the kicker', () => {
  expect(readTitle([block('县长在春耕现场会上强调\n把种子送到田间地头')])).toEqual({
    kicker: ['县长在春耕现场会上强调'],
    headline: '把种子送到田间地头',
    deck: [],
  })
})

test.each([
  ['an editor’s note', ['山乡 新事', '开栏语'], ['山乡 新事'], '开栏语'],
  ['a story under its label', ['部门回应', '山乡公路年底通车'], ['部门回应'], '山乡公路年底通车'],
])('%s keeps the name of its series as kicker', (_case, lines, kicker, headline) => {
  expect(readTitle(lines.map(block))).toEqual({ kicker, headline, deck: [] })
})

test.each([
  [
    'lines of like length are parted by a blank',
    '推动城市圈建设迈出新步伐\n两地联席会议举行发布会',
    '推动城市圈建设迈出新步伐 两地联席会议举行发布会',
  ],
  [
    'so are Latin letters and figures',
    '中国企业加入全球AI\n2024年投资超一千亿元',
    '中国企业加入全球AI 2024年投资超一千亿元',
  ],
  [
    'a clause that goes on is not parted',
    '这座城市为世界贡献了更多的\n中国智慧和东方美学',
    '这座城市为世界贡献了更多的中国智慧和东方美学',
  ],
  [
    'nor are lines with a mark between them',
    '稳住存量，挖掘增量，\n推动外贸量增质升',
    '稳住存量，挖掘增量，推动外贸量增质升',
  ],
])('in a headline %s', (_case, printed, headline) => {
  expect(readTitle([block(printed)]).headline).toBe(headline)
})
