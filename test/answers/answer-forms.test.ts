import { expect, test } from 'vitest'
import { answerFormsIn } from '../../src/answers/answer-forms.ts'
import { focusOf } from '../../src/answers/question-focus.ts'
import { normalise } from '../../src/language/index.ts'

const stretches = (sentence: string, kind: 'list' | 'person' | 'reason' | 'place') => {
  const text = normalise(sentence)
  return answerFormsIn(text, { kind, units: [], counted: '', precision: undefined, types: [] }).map(
    ({ range }) => text.slice(...range),
  )
}

test('a list ends where its clause ends: sentences are compared in normal form, with half-width commas', () => {
  expect(stretches('入选的有石桥镇、柳湾镇和白塔镇，其他地方明年再评。', 'list')).toContain(
    '入选的有石桥镇、柳湾镇和白塔镇',
  )
})

test('whom the news was heard from is no place', () => {
  expect(stretches('记者从竹艺集团获悉，展馆已经建成。', 'place')).toEqual([])
  const both = stretches('记者从竹艺集团获悉，展馆建在柳湾镇。', 'place')
  expect(new Set(both)).toEqual(new Set(['在柳湾镇', '展馆建在柳湾镇']))
})

test('a harvest is counted in 斤', () => {
  const text = '粮食总产量达13908.2亿斤，连续9年丰收。'
  const [first] = answerFormsIn(normalise(text), {
    kind: 'number',
    units: [],
    counted: '',
    precision: undefined,
    types: [],
  })
  expect(text.slice(...(first?.range ?? [0, 0]))).toBe('13908.2亿斤')
})

test.each([
  ['在汉江上，28支龙舟队一决高下。', '28支'],
  ['竣工交付,共5000间隔离房间。', '5000间'],
  ['昨天发布，12条措施公布。', '12条'],
])('a number that opens a clause is one: %s', (text, number) => {
  const normal = normalise(text)
  const forms = answerFormsIn(normal, {
    kind: 'number',
    units: [],
    counted: '',
    precision: undefined,
    types: [],
  })
  expect(forms.map(({ range }) => normal.slice(...range))).toContain(number)
})

test('a number is not begun behind its comma or point', () => {
  const forms = answerFormsIn('投资1,250亿元，增长3.5%', {
    kind: 'number',
    units: [],
    counted: '',
    precision: undefined,
    types: [],
  })
  expect(forms.map(({ range }) => range[0])).toEqual([2, 12])
})

test('whoever is chosen by a body may be one without a surname that is known', () => {
  expect(stretches('理事会推选欧阳青山。', 'person')).toContain('推选欧阳青山')
})

test('a foreign name with a dot ends where it is written otherwise', () => {
  expect(stretches('节目专访物理学奖获得者戴维·格罗斯的同事。', 'person')).toContain('戴维·格罗斯')
  expect(stretches('主教练艾瑞克·森超表示满意。', 'person')).toContain('艾瑞克·森超')
  expect(stretches('主教练艾瑞克·森是功臣。', 'person')).toContain('艾瑞克·森')
})

test('cities and countries are places without 市; whose president somebody is, is none', () => {
  expect(stretches('成都第五届花展今天开门。', 'place')).toContain('成都')
  expect(stretches('法国总统参观了花展。', 'place')).not.toContain('法国')
})

test('a name that ends with what is asked for by its kind answers best', () => {
  const of = (types: readonly string[], sentence: string) =>
    answerFormsIn(sentence, { kind: 'thing', units: [], counted: '', precision: undefined, types })
      .filter(({ fit }) => fit === 1)
      .map(({ range }) => sentence.slice(...range))
  expect(of(['核电站'], '强震后志贺核电站停机。')).toContain('强震后志贺核电站')
  expect(of(['国家'], '会谈在埃及举行。')).toContain('埃及')
  expect(of(['州'], '火在该州燃烧。')).toEqual([])
})

test('without a unit in the question a time or an ordinal number answers less', () => {
  const fitOf = (value: string, sentence: string) =>
    answerFormsIn(sentence, { kind: 'number', units: [], counted: '', precision: undefined, types: [] }).find(
      ({ range }) => sentence.slice(...range) === value,
    )?.fit
  expect(fitOf('36万斤', '单网产量36万斤，持续40多天。')).toBe(1)
  expect(fitOf('40多天', '单网产量36万斤，持续40多天。')).toBe(0.5)
  expect(fitOf('41次', '第41次考察队抵达。')).toBe(0.5)
})

test('a foreign name may hold a character that no table has, if its bearer does something', () => {
  const names = (sentence: string) =>
    answerFormsIn(sentence, { kind: 'person', units: [], counted: '', precision: undefined, types: [] })
      .filter(({ fit }) => fit === 1)
      .map(({ range }) => sentence.slice(...range))
  expect(names('会见来访的总统恩卬马。')).toEqual(['恩卬马'])
  expect(names('外长弗兰萨日前表示赞同。')).toEqual(['弗兰萨'])
})

const numbers = (question: string, sentence: string) => {
  const text = normalise(sentence)
  return answerFormsIn(text, focusOf(question, 'number')).map(
    ({ range, fit }) => [text.slice(...range), fit] as const,
  )
}

test('a measure is that of the noun next to the question word', () => {
  expect(numbers('旅客携带物品免税额度是多少', '旅客 300人 可带 8000元')).toContainEqual(['8000元', 1])
  expect(numbers('旅客携带物品免税额度是多少', '旅客 300人 可带 8000元')).not.toContainEqual(['300人', 1])
  expect(numbers('运动场有多长', '全长 400米，历时一个月')).not.toContainEqual(['一个月', 1])
  expect(numbers('被困了多久', '9月 被困150小时').map(([text]) => text)).not.toContain('9月')
  expect(numbers('任期有多长', '任期 4年')).toContainEqual(['4年', 1])
  expect(numbers('路上要开几个小时', '车程 4小时')).toContainEqual(['4小时', 1])
  expect(numbers('海国投资涨了多少', '投资增长76.3%')).toContainEqual(['76.3%', 1])
  expect(numbers('海国投资了多少', '投资80亿元')).toContainEqual(['80亿元', 1])
  expect(numbers('贷款余额有多少', '余额接近24万亿人民币')).toContainEqual(['24万亿人民币', 1])
})

test('what is asked for by its kind ends a name, also behind 什么, but not where that asks what something is', () => {
  const things = (question: string, sentence: string) =>
    answerFormsIn(sentence, focusOf(question, 'thing')).map(({ range }) => sentence.slice(...range))
  expect(things('星海二号用什么火箭打上去的', '搭载星海二号,长风五号甲火箭点火')).toContain('长风五号甲火箭')
  expect(things('冰壶哪个队赢了', '决赛中,松原队战胜白城队')).toContain('松原队')
  expect(focusOf('白城这个名字是什么意思', 'thing').types).toEqual([])
})

test('a great number may leave its unit to the words before it', () => {
  expect(numbers('日均浏览多少次', '日均浏览次数超过1680万，为学习提供支撑')).toContainEqual(['1680万', 0.4])
  expect(numbers('日均浏览多少次', '日均浏览1680万次').map(([text]) => text)).not.toContain('1680万')
})

test('what is going on is no place', () => {
  expect(stretches('会议在继续。', 'place')).toEqual([])
})

test('who somebody is that is named is told by the office before the name', () => {
  const isName = (text: string) => text === '莱希斯'
  const offices = (question: string, sentence: string) => {
    const focus = focusOf(question, 'person', isName)
    return answerFormsIn(sentence, focus).map(({ range }) => sentence.slice(...range))
  }
  const sentence = '海国总统莱希斯会见松原市长李青，莱希斯表示感谢。'
  expect(offices('莱希斯是谁', sentence)).toEqual(['海国总统'])
  expect(offices('莱希斯总统是谁', sentence)).toEqual(['海国总统'])
  expect(offices('海国总统是谁', sentence)).toContain('莱希斯')
})

test('a list of people is answered by their names', () => {
  const sentence = '航天员王亚明、李青完成出舱。'
  const people = answerFormsIn(sentence, focusOf('出舱的是哪两个航天员', 'list'))
  expect(people.map(({ range }) => sentence.slice(...range))).toContain('王亚明')
})

test('trains are counted in 列, what has leaked in 升, a part of a whole in shares', () => {
  expect(numbers('加开了几列火车', '计划加开旅客列车1738列')).toContainEqual(['1738列', 1])
  expect(numbers('漏了多少升柴油', '约19000升柴油泄漏')).toContainEqual(['19000升', 1])
  expect(numbers('油价降了多少', '产量5升级').map(([text]) => text)).not.toContain('5升')
  expect(numbers('几成医院能用', '只有三分之一的医院能运行')).toContainEqual(['三分之一', 1])
})
