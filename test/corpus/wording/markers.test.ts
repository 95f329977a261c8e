import { describe, expect, test } from 'vitest'
import {
  closesWithDateline,
  closesWithNote,
  closingDateline,
  DATELINE,
  endsSentence,
  goesOn,
  isLoneDateline,
  isMarked,
  isNote,
  JUMP,
  JUMP_AFTER,
  JUMP_ON,
  opensArticle,
  opensWithMark,
  phrasesOf,
  sourceOf,
} from '../../../src/corpus/wording/markers.ts'

// Each form in its shortest and its longest shape; and the nearest text that is none.
describe('what opens an article', () => {
  test.each([
    '本报讯 昨日',
    '本刊消息：昨日',
    '本网综合消息 昨日',
    '本报江城讯 昨日',
    '本报江城青川讯 昨日',
    '（记者 李霞）昨日',
    '(本报记者 李霞)昨日',
    '〔江城日报全媒体中心记者李霞〕昨日',
    '【記者劉洋／臺北報導】昨日',
    '[记者李霞]昨日',
    '（本報記者劉洋）昨日',
    '据新华社电 昨日',
    '新华社消息 昨日',
    '央视网讯 昨日',
    '本报记者李霞报道 昨日',
    '本报记者 李霞、陈世芳 报道：昨日',
    '本报特约记者阿依古丽·艾合买提报道',
    '本网首席记者 李霞报道 昨日',
    '本报北京6月25日电 昨日',
    '新华社北京6月25日电（记者王明）昨日',
    '（新华社北京2024年6月25日电）昨日',
    '本报记者江城十二月三日讯 昨日',
    '新华社25日电 昨日',
    '上接第一版 昨日',
    '（上接A2版）昨日',
    '【紧接第 3 版】昨日',
    '接第十二版 昨日',
  ])('%s', (text) => {
    expect(opensArticle(text)).toBe(true)
  })

  test.each([
    '昨日，本报讯',
    '本报一讯 昨日',
    '本报江城青川县讯 昨日',
    '说（记者 李霞）昨日',
    '（记者）昨日',
    '记者 李霞昨日',
    '《记者 李霞》昨日',
    '（记者 李霞',
    '（一位在江城日报社工作了多年的老记者 李霞）昨日',
    '我们听到新华社消息',
    '新华社的消息说',
    '本报记者报道 昨日',
    '听本报记者李霞报道',
    '本报资深记者李霞报道',
    '本报记者 Tom 报道',
    '江城6月25日电 昨日',
    '新华社北京25月电 昨日',
    '见上接第一版',
    '上接第一页',
    '接版 昨日',
  ])('not %s', (text) => {
    expect(opensArticle(text)).toBe(false)
  })

  test('as a dateline that has a line to itself, or not', () => {
    expect(isLoneDateline('新华社北京6月25日电')).toBe(true)
    expect(isLoneDateline('（据新华社北京6月25日电）')).toBe(true)
    expect(isLoneDateline('新华社北京6月25日电 昨日')).toBe(false)
    expect(isLoneDateline('据说是由新华社北京6月25日电')).toBe(false)
    expect(isLoneDateline('昨日')).toBe(false)
    expect(DATELINE.exec('（据新华社北京6月25日电）昨日')?.[1]).toBe('新华社北京6月25日电')
  })
})

describe('what closes an article', () => {
  test.each([
    ['大桥通车。新华社北京6月25日电', '新华社北京6月25日电'],
    ['大桥通车。（据新华社北京2024年6月25日电）', '新华社北京2024年6月25日电'],
    ['大桥通车。(本报江城六月三日讯)', '本报江城六月三日讯'],
    ['大桥通车。新华社北京6月25日电，', undefined],
    ['大桥通车。新华社6月25日报', undefined],
  ])('a dateline behind %s: %s', (text, dateline) => {
    expect(closingDateline(text)?.[1]).toBe(dateline)
    expect(closesWithDateline(text)).toBe(dateline !== undefined)
  })

  test.each([
    ['据新华社电', '新华社'],
    ['（综合新华社、央视新闻报道）', '新华社、央视新闻'],
    ['来源：江城日报', '江城日报'],
    ['来源:《江城文艺》', '《江城文艺》'],
    ['（摘自《江城晚报》）', '《江城晚报》'],
    ['转自 江城发布公众号', '江城发布公众号'],
    ['据人民网、新华网和央视综合报道', '人民网、新华网和央视'],
    ['据甲报，乙报', undefined],
    ['据甲社，乙社', '甲社，乙社'],
    ['中新社电', '中新社'],
    ['（新华社）', '新华社'],
    ['新华社', '新华社'],
    ['据新华社电的消息', undefined],
    ['听说据新华社电', undefined],
    ['来源：江边', undefined],
    [`据${'甲社、'.repeat(5)}甲社电`, `${'甲社、'.repeat(5)}甲社`],
    [`据${'甲社、'.repeat(6)}甲社电`, undefined],
  ])('the source that %s names: %s', (text, source) => {
    expect(sourceOf(text)).toBe(source)
  })

  test.each([
    ['他笑了（作者系江城大学教授）', true],
    ['他笑了(编者注)', true],
    ['他笑了（完）', true],
    ['他笑了（未完待续）', true],
    ['他笑了（转载自网络）', true],
    ['他笑了（载于网络）', false],
    ['他笑了（图为大桥）', false],
    ['他笑了（作者系教授', false],
    ['他笑了（作者系（江城大学）教授）', false],
    [`他笑了（作者${'系'.repeat(80)}）`, true],
    [`他笑了（作者${'系'.repeat(81)}）`, false],
    ['（作者系教授）他笑了', false],
  ])('a note behind %s: %s', (text, is) => {
    expect(closesWithNote(text)).toBe(is)
  })

  test.each([
    ['(讲话全文见A02版)', true],
    ['（上接一版）（图见三版）', true],
    ['（见三版）', false],
    ['（图见三版）他笑了', false],
    ['他笑了（图见三版）', false],
    [`（${'见'.repeat(80)}）`, true],
    [`（${'见'.repeat(81)}）`, false],
  ])('%s is nothing but notes: %s', (text, is) => {
    expect(isNote(text)).toBe(is)
  })

  test.each([
    ['大桥通车。', true],
    ['大桥通车！”', true],
    ['大桥通车？）', true],
    ['大桥通车……', true],
    ['大桥通车；', true],
    ['大桥通车。”）', true],
    ['大桥通车', false],
    ['大桥通车，', false],
    ['大桥。通车', false],
    ['It opened.', true],
    ['It opened “today.”', true],
    ['版本 2.', false],
    ['At 5 p.m.', false],
    ['It opened', false],
  ])('%s ends a sentence: %s', (text, is) => {
    expect(endsSentence(text)).toBe(is)
  })
})

describe('jump markers', () => {
  test.each([
    ['上接01版 大桥', '01'],
    ['（紧接第一版）大桥', '一'],
    ['〔上接 大桥', undefined],
    ['上接第 A12 版】大桥', 'A12'],
    ['接123版', '123'],
    ['接1234版', undefined],
    ['大桥上接01版', undefined],
  ])('what %s goes on from: %s', (text, page) => {
    expect(JUMP.exec(text)?.[1]).toBe(page)
  })

  test('behind it the text begins', () => {
    expect('（上接第一版） 大桥通车'.replace(JUMP, '')).toBe('大桥通车')
  })

  test.each([
    ['大桥通车（上接第一版）', '一'],
    ['大桥通车 紧接02版', '02'],
    ['大桥通车（上接第一版）昨日', undefined],
    ['大桥通车接02版', undefined],
  ])('what the headline %s goes on from: %s', (text, page) => {
    expect(JUMP_AFTER.exec(text)?.[1]).toBe(page)
  })

  test.each([
    ['大桥通车（下转第二版）', '大桥通车', '二'],
    ['大桥通车▶▶下转A03版', '大桥通车', 'A03'],
    ['大桥通车【转 4 版】', '大桥通车', '4'],
    ['大桥通车下转02版', '大桥通车', '02'],
    ['大桥通车（下转第二版）。', '大桥通车（下转第二版）。', undefined],
    ['大桥通车（转第二页）', '大桥通车（转第二页）', undefined],
  ])('where %s goes on', (text, before, page) => {
    expect(text.replace(JUMP_ON, '')).toBe(before)
    expect(JUMP_ON.exec(text)?.[1]).toBe(page)
  })
})

describe('titles', () => {
  test.each([
    ['“大桥', true],
    ['大桥（一期', true],
    ['《大桥》通车“今', true],
    ['“大桥”', false],
    ['“《大桥》”', false],
    ['”大桥', false],
    // Of another kind: the quotation mark stays open.
    ['“大桥）', true],
    ['大桥与', true],
    ['大桥开工暨', true],
    ['大桥、', true],
    ['与大桥', false],
    ['大桥', false],
    ['', false],
  ])('%s goes on in the next line: %s', (title, is) => {
    expect(goesOn(title)).toBe(is)
  })

  test.each([
    ['■大桥', true],
    ['● 大桥', true],
    ['一、大桥', true],
    ['十二、大桥', true],
    ['（三）大桥', true],
    ['(十一)大桥', true],
    ['■本报讯', false],
    ['■ 记者 李霞', false],
    ['■', false],
    ['一，大桥', false],
    ['（三）', false],
    ['（三）（四）', false],
    ['一座大桥', false],
    ['说一、大桥', false],
  ])('%s is marked as sub-heads are: %s', (title, is) => {
    expect(isMarked(title)).toBe(is)
  })

  test.each([
    ['大桥通车 两岸欢庆', ['大桥通车', '两岸欢庆']],
    ['大桥 G20 通车', ['大桥', 'G20', '通车']],
    ['New York 通车', ['New York', '通车']],
    ['通车 New York', ['通车', 'New York']],
    ['大桥', ['大桥']],
  ])('the phrases of %s', (title, phrases) => {
    expect(phrasesOf(title)).toEqual(phrases)
  })

  test.each([
    ['“大桥', true],
    ['（大桥）', true],
    ['大桥“', false],
    ['”大桥', false],
  ])('%s opens with a mark: %s', (text, is) => {
    expect(opensWithMark(text)).toBe(is)
  })
})
