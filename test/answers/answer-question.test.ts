import { beforeAll, describe, expect, test } from 'vitest'
import { answerQuestion, asksSomething } from '../../src/answers/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const news: readonly Article[] = [
  [
    '2024-05-03',
    '青河大桥建成通车',
    '青河大桥今天（5月3日）在临江市建成通车。',
    '大桥全长3.6公里，总投资12亿元，由总工程师周明远主持设计。',
  ],
  ['2022-03-01', '合作国家达到38个', '截至目前，已有38个国家加入绿洲合作计划。'],
  ['2024-03-01', '合作国家增至50个', '截至目前，已有50个国家加入绿洲合作计划。'],
  ['2024-06-10', '临江地铁停运一天', '由于连日暴雨导致隧道进水，临江地铁6月9日全线停运。', '乘客改乘公交。'],
  ['2024-06-11', '青河沿岸三地入选古镇名单', '入选古镇名单的包括石桥镇、柳湾镇、白塔镇。'],
  ['2024-07-02', '岚湖峰会开幕', '岚湖峰会于当地时间清晨开幕。', '岚湖峰会7月2日在松原举行。'],
  ['2024-01-20', '数据公布', '2023年12月，临江市用电量达到9亿千瓦时。'],
  ['2024-02-20', '数据公布', '2024年1月，临江市用电量达到12亿千瓦时。'],
  ['2024-09-02', '第三届松原茶博会开幕', '第三届松原茶博会今天开幕，吸引了80家企业参展。'],
  ['2023-09-02', '第二届松原茶博会开幕', '第二届松原茶博会今天开幕，吸引了60家企业参展。'],
  [
    '2024-08-01',
    '西藏藏羚羊种群壮大',
    '目前全国共有藏羚羊30万只。',
    '西藏加强巡护，藏羚羊的栖息地不断扩大。',
  ],
  [
    '2024-10-10',
    '青海壮大清洁能源',
    '青海风电迎来发展。',
    '目前，全省风电装机容量超过560万千瓦，居全国第2位。',
  ],
  ['2024-10-11', '海国总统访问松原', '海国总统莱希斯今天抵达松原。', '松原是友好城市。'],
  ['2024-10-12', '龙舟赛', '临江两岸人山人海，28支龙舟队一决高下。'],
  [
    '2024-10-20',
    '云港运动会开幕准备就绪',
    '云港运动会组委会今天（10月20日）举行开幕倒计时新闻发布会，运动会即将开幕。',
  ],
  ['2024-11-05', '体坛', '健儿齐聚一堂。', '云港运动会今天（11月5日）晚开幕，随后进行了首个比赛日的争夺。'],
  ['2024-11-06', '云港运动会门票', '云港运动会11月20日闭幕，闭幕当天的门票今天（11月6日）开售。'],
  ['2024-12-22', '星海二号待发', '星海二号火箭自18日转运到发射区，发射场区进行了合练。'],
  ['2024-12-25', '航天', '24日，星海二号火箭成功发射。'],
  ['2024-12-05', '白城冬季运动会开幕', '白城冬季运动会12月5日在松原市举行。'],
  ['2024-12-06', '外长访问', '岭国外长朗默尔6日会见了联盟代表。'],
  ['2024-12-08', '悼念', '海国前总理辛格尔在直升机事故中遇难。'],
].map(([issueDate = '', headline = '', ...paragraphs]) => buildArticle({ headline, paragraphs, issueDate }))

let search: SearchEngine
beforeAll(async () => {
  search = createSearch(tokeniser, archiveOf(news))
  await search.add(news)
})
const ask = (question: string) => answerQuestion(question, search)
const first = async (question: string) => (await ask(question)).answers[0]

describe('a question of a kind is answered by a sentence that holds such an answer', () => {
  test.each([
    ['青河大桥什么时候通车？', 'time', '今天（5月3日）', '5月3日'],
    ['青河大桥在哪里通车', 'place', '临江市建成', '临江市'],
    ['青河大桥有多长', 'number', '3.6公里', '3.6公里'],
    ['青河大桥投资多少钱', 'number', '12亿元', '12亿元'],
    ['青河大桥是谁设计的', 'person', '周明远', '周明远'],
    ['临江地铁为什么停运', 'reason', '隧道进水', '由于'],
    ['哪些地方入选了古镇名单', 'list', '石桥镇、柳湾镇', '石桥镇'],
  ])('%s', async (question, kind, text, answer) => {
    const result = await ask(question)
    const [best] = result.answers
    expect(result.kind).toBe(kind)
    expect(best?.sentence).toContain(text)
    expect(best?.highlights.map((range) => best.sentence.slice(...range)).join(' ')).toContain(answer)
  })
})

test.each([
  ['青海风电装机容量是多少', '560万千瓦'],
  ['海国总统叫什么名字', '莱希斯'],
  ['临江有多少支龙舟队', '28支'],
  ['云港运动会什么时候开幕', '11月5日'],
  ['云港运动会什么时候闭幕', '11月20日'],
  ['星海二号火箭什么时候发射', '24日'],
])('%s', async (question, answer) => {
  const best = await first(question)
  expect(best?.highlights.map((range) => best.sentence.slice(...range))).toContain(answer)
})

test.each([
  ['the place behind 哪座城市', '白城冬运会在哪座城市举行', '松原市'],
  ['the whole of a foreign name', '岭国外长是谁', '朗默尔'],
  ['how somebody died', '辛格尔怎么死的', '在直升机事故中'],
])('tells %s', async (_name, question, answer) => {
  const found = await first(question)
  const shown = (found?.highlights ?? []).map((it) => found?.sentence.slice(...it))
  expect(shown.join('|')).toContain(answer)
})

test('of two months that are told alike the one that is asked for answers', async () => {
  expect((await first('2023年12月临江市用电量是多少'))?.sentence).toContain('9亿')
  expect((await first('2024年1月临江市用电量是多少'))?.sentence).toContain('12亿')
})

test('a year of two digits before a month is one of this century', async () => {
  expect((await first('23年12月临江市用电量是多少'))?.sentence).toContain('9亿')
  expect((await first('24年1月临江市用电量是多少'))?.sentence).toContain('12亿')
})

test('one of a numbered row is not answered by another, newer one', async () => {
  expect((await first('第二届松原茶博会有多少家企业参展'))?.sentence).toContain('60家')
})

test('a score is a chance', async () => {
  for (const question of ['青河大桥有多长', '有多少个国家加入绿洲合作计划'])
    for (const { score } of (await ask(question)).answers) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThan(1)
    }
})

test('when something was is not where it was', async () => {
  const { answers } = await ask('岚湖峰会在哪里开幕')
  for (const { sentence } of answers) expect(sentence).not.toContain('当地时间')
})

test('what is counted for the whole country is no answer for a province, and is one for the country', async () => {
  expect((await ask('西藏有多少只藏羚羊')).answers).toEqual([])
  expect((await first('全国有多少只藏羚羊'))?.sentence).toContain('30万只')
})

test('an answer stands in the paragraph that it names, word for word', async () => {
  for (const { article, paragraph, sentence } of (await ask('青河大桥有多长')).answers)
    expect(article.paragraphs[paragraph]).toContain(sentence)
})

test('an article answers twice at most, and the same words in another article are no second answer', async () => {
  const said = (n: number) => `青山${n}号隧道今天贯通，青山隧道全长${n}公里。`
  const many = [
    buildArticle({ headline: '青山隧道贯通', paragraphs: [3, 4, 5, 6].map(said), issueDate: '2024-05-03' }),
    buildArticle({ headline: '青山隧道贯通一周', paragraphs: [said(3)], issueDate: '2024-05-10' }),
  ]
  const own = createSearch(tokeniser, archiveOf(many))
  await own.add(many)
  const { answers } = await answerQuestion('青山隧道有多长', own, {
    today: '2025-01-01',
    limit: 5,
    answers: 5,
  })
  expect(new Set(answers.map(({ sentence }) => sentence)).size).toBe(answers.length)
  const ofFirst = answers.filter(({ article }) => article.id === many[0]?.id)
  expect(ofFirst).toHaveLength(2)
})

test('the newest value comes first, and older ones are marked', async () => {
  const { answers } = await ask('有多少个国家加入绿洲合作计划')
  expect(answers.map((it) => [it.article.issueDate, it.isOlder])).toEqual([
    ['2024-03-01', false],
    ['2022-03-01', true],
  ])
})

test('nothing is said of what the archive does not tell, and the nearest articles are shown', async () => {
  const { answers, found } = await ask('青河大桥的收费员叫什么名字')
  expect(answers).toEqual([])
  expect(found.hits[0]?.article.headline).toBe('青河大桥建成通车')
  expect((await ask('火星基地什么时候建成')).answers).toEqual([])
})

test('a question in Traditional characters is answered as in Simplified ones', async () => {
  expect((await first('臨江地鐵為什麼停運'))?.sentence).toContain('隧道进水')
})

test('of two questions both are answered, and the second may leave out what both are about', async () => {
  const { answers } = await ask('青河大桥什么时候通车？总投资是多少？')
  expect(answers[0]?.sentence).toContain('5月3日')
  expect(answers[1]?.sentence).toContain('12亿元')
})

test('a sentence that answers two questions is said once, and what answers each is marked in it', async () => {
  const { answers } = await ask('青河大桥什么时候通车？在哪里通车？')
  const [both] = answers
  expect(both?.highlights.map(([from, to]) => both.sentence.slice(from, to))).toEqual(['5月3日', '在临江市'])
  expect(new Set(answers.map(({ sentence }) => sentence)).size).toBe(answers.length)
})

test('of a sentence too long to be shown whole each answer is said by itself', async () => {
  const long = `青河大桥5月3日通车，${'沿线的居民早早来到桥头，'.repeat(22)}大桥总投资12亿元。`
  const article = buildArticle({ headline: '青河大桥通车', paragraphs: [long], issueDate: '2024-05-03' })
  const one = createSearch(tokeniser, archiveOf([article]))
  await one.add([article])
  const { answers } = await answerQuestion('青河大桥什么时候通车？大桥总投资是多少？', one)
  expect(answers.map(({ sentence, highlights: [range = [0, 0]] }) => sentence.slice(...range))).toEqual([
    '5月3日',
    '12亿元',
  ])
})

test('what the second question leaves out is taken from the first, though another article answers it alone', async () => {
  const bridges = [
    ['2024-05-03', '青河大桥通车', '青河大桥5月3日通车。', '大桥总投资12亿元。'],
    ['2024-06-05', '白岭隧道贯通', '白岭隧道6月5日贯通。', '隧道总投资50亿元。'],
  ].map(([issueDate = '', headline = '', ...paragraphs]) => buildArticle({ headline, paragraphs, issueDate }))
  const two = createSearch(tokeniser, archiveOf(bridges))
  await two.add(bridges)
  const { answers } = await answerQuestion('青河大桥什么时候通车？总投资是多少？', two)
  const told = answers.map(({ sentence }) => sentence)
  expect(told.some((it) => it.includes('12亿元'))).toBe(true)
  expect(told.filter((it) => it.includes('50亿元'))).toEqual([])
  const [alone] = (await answerQuestion('总投资是多少？', two)).answers
  expect(alone?.sentence).toContain('50亿元')
})

test('who is asked for by name is told by the office, who holds an office by the name', async () => {
  const marked = async (question: string) => {
    const it = await first(question)
    return it?.highlights.map((range) => it.sentence.slice(...range))
  }
  expect(await marked('莱希斯是谁')).toEqual(['海国总统'])
  expect(await marked('莱希斯总统是谁')).toEqual(['海国总统'])
  expect(await marked('海国总统是谁')).toEqual(['莱希斯'])
})

test('400 characters and nothing but marks are answered without an error', async () => {
  await expect(ask(`${'青河大桥'.repeat(99)}有多长`)).resolves.toBeDefined()
  expect((await ask('？？？')).answers).toEqual([])
})

test.each([
  ['青河大桥什么时候通车', true],
  ['临江有没有地铁', true],
  ['有没有关于青河大桥的新闻', false],
  ['有没有青河大桥的报道？', false],
  ['青河大桥', false],
])('whether %s asks something that a sentence may answer: %s', (text, asks) => {
  expect(asksSomething(text, search, {})).toBe(asks)
})
