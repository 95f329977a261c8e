import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LARGEST_DAY } from '../../src/domain/index.ts'
import { createIntake } from '../../src/intake/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { randomFrom } from '../support/torture/random.ts'

const BODIES = [
  '湖边的稻田里机器轰鸣，几台收割机来回穿梭，金黄的稻谷装满了车斗。据农业部门统计，全省早稻大多已收，机收率比去年同期高出三个百分点，粮站从早到晚都开着门等候农户。',
  '横跨两岸的新桥顺利合龙，建设者们在桥面上挥舞着旗帜，江边的居民纷纷前来观看。新桥双向六车道，预计年底通车，届时过江的时间将从半小时缩短到五分钟左右。',
  '城东图书馆新馆对外开放，读者可以凭身份证借阅，周一闭馆，其余时间开放到晚上九点。馆内设有儿童阅览室和自习区，周末还将举办讲座与展览，欢迎市民前来参加。',
  '清晨的菜市场里人声鼎沸，摊主们把带着露水的青菜码得整整齐齐。新装的电子秤连着后台，缺斤短两一查便知，买菜的老人说如今心里踏实多了，生意也比从前更好。',
  '山里的小学换上了新的校车，孩子们不用再走两个小时的山路。司机师傅每天天不亮就出发，把散落在各个村寨的学生一个个接上车，风雨无阻地跑了整整一个学期。',
] as const
const HEADLINES = [
  '全省早稻陆续开镰',
  '两岸新桥顺利合龙',
  '城东图书馆迎客',
  '菜市场换上电子秤',
  '山区孩子坐上校车',
]
const headlineOf = (body: string) => HEADLINES[BODIES.findIndex((it) => it === body)] ?? ''

const issueOf = (date: string, bodies: readonly string[]) =>
  JSON.stringify({
    paper: '江城日报',
    date,
    pages: [{ page: '03', articles: bodies.map((it) => ({ title: headlineOf(it), content: it })) }],
  })
const undatedText = (bodies: readonly string[]) =>
  `${bodies.map((it) => `${headlineOf(it)}\n\n${`本报讯（记者 李明）${it}`.match(/.{1,24}/gu)?.join('\n')}`).join('\n\n')}\n`
const undatedPage = (body: string) => `# ${headlineOf(body)}\n\n${body}\n`

async function open(folder = temporaryFolder()) {
  const store = await openTestStore()
  const clock = createManualClock(Date.now() + 60_000)
  const intake = createIntake({ folder, manifest: store.manifest, clock, log: createRecordedLog() })
  let written = 0
  return {
    folder,
    store,
    write: (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
      const atMs = Date.now() - 100_000 + written++
      utimesSync(join(folder, file), new Date(atMs), new Date(atMs))
    },
    remove: (file: string) => rmSync(join(folder, file), { force: true }),
    shown: async () => {
      // A few files may be most of them here.
      await intake.pass({ prune: true })
      return headlinesIn(store)
    },
  }
}

async function headlinesIn({ archive }: Store): Promise<readonly string[]> {
  const { articles } = await archive.browse({ offset: 0, limit: 3000 })
  return articles.map((it) => `${it.headline} ${it.source.file} ${it.issueDate ?? '-'}`).toSorted()
}

const DAY = '2026-07-18'
const [RICE, BRIDGE, LIBRARY, MARKET] = BODIES
const dated = (file: string, ...bodies: string[]) => bodies.map((it) => `${headlineOf(it)} ${file} ${DAY}`)
const undated = (file: string, ...bodies: string[]) => bodies.map((it) => `${headlineOf(it)} ${file} -`)

test.each([
  ['first', false],
  ['last', true],
])('a text without a day that comes %s is not shown beside its dated form', async (_order, isLast) => {
  const { write, shown, remove } = await open()
  const files = [
    ['scan/x.txt', undatedText([RICE, BRIDGE, LIBRARY])],
    ['day.json', issueOf(DAY, [RICE, BRIDGE])],
  ] as const
  const [first, second] = isLast ? [files[1], files[0]] : files
  write(first[0], first[1])
  await shown()
  write(second[0], second[1])
  const once = [...dated('day.json', RICE, BRIDGE), ...undated('scan/x.txt', LIBRARY)].toSorted()
  expect(await shown()).toEqual(once)
  expect(await shown()).toEqual(once)

  // The dated form loses an article, and goes.
  write('day.json', issueOf(DAY, [RICE, MARKET]))
  expect(await shown()).toEqual(
    [...dated('day.json', RICE, MARKET), ...undated('scan/x.txt', RICE, BRIDGE, LIBRARY)].toSorted(),
  )
  write('day.json', issueOf(DAY, [RICE, BRIDGE]))
  expect(await shown()).toEqual(once)
  remove('day.json')
  expect(await shown()).toEqual(undated('scan/x.txt', RICE, BRIDGE, LIBRARY).toSorted())
})

test('a day that becomes small enough to be compared keeps texts without a day back', async () => {
  const { write, shown, remove } = await open()
  const many = Array.from({ length: LARGEST_DAY }, (_, at) => ({
    title: `今日第${at}条`,
    content: `编号${at}。`,
  }))
  write('day.json', issueOf(DAY, [RICE, BRIDGE]))
  write(
    'many.json',
    JSON.stringify({ paper: '江城日报', date: DAY, pages: [{ page: '04', articles: many }] }),
  )
  write('scan/x.txt', undatedText([RICE, BRIDGE, LIBRARY]))
  const all = await shown()
  expect(all).toEqual(expect.arrayContaining(undated('scan/x.txt', RICE, BRIDGE, LIBRARY)))
  remove('many.json')
  expect(await shown()).toEqual(
    [...dated('day.json', RICE, BRIDGE), ...undated('scan/x.txt', LIBRARY)].toSorted(),
  )
})

test('a text that gets its day later is there by its day, and gives way to a better form of it alone', async () => {
  const { write, shown, remove } = await open()
  write('scan/x.txt', undatedText([RICE, BRIDGE]))
  write('other.json', issueOf(DAY, [RICE, BRIDGE]))
  expect(await shown()).toEqual(dated('other.json', RICE, BRIDGE).toSorted())
  write('scan/paperboy.json', JSON.stringify({ date: '2026-07-20' }))
  const twice = [
    ...dated('other.json', RICE, BRIDGE),
    ...[RICE, BRIDGE].map((it) => `${headlineOf(it)} scan/x.txt 2026-07-20`),
  ].toSorted()
  expect(await shown()).toEqual(twice)
  write('scan/paperboy.json', JSON.stringify({ date: DAY }))
  expect(await shown()).toEqual(dated('other.json', RICE, BRIDGE).toSorted())
  remove('scan/paperboy.json')
  remove('other.json')
  expect(await shown()).toEqual(undated('scan/x.txt', RICE, BRIDGE).toSorted())
})

test('whatever comes, changes and goes, the archive is the one that the files give at last', async () => {
  const chance = randomFrom(23)
  const pick = () => BODIES.filter(() => chance() < 0.6)
  const one = () => BODIES[Math.floor(chance() * BODIES.length)] ?? RICE
  const kinds: readonly (readonly [string, () => string])[] = [
    ['a.json', () => issueOf(DAY, pick())],
    ['z.json', () => issueOf('2026-07-20', pick())],
    ['m.txt', () => `江城日报 2026年7月18日 星期六 03版\n\n${undatedText(pick())}`],
    ['scan/x.txt', () => undatedText(pick())],
    ['scan/y.txt', () => undatedText(pick())],
    ['web/1.md', () => undatedPage(one())],
    ['web/2.md', () => undatedPage(one())],
    ['scan/paperboy.json', () => JSON.stringify(chance() < 0.5 ? {} : { date: DAY })],
  ]
  const grown = await open()
  let hidden = 0
  for (let round = 0; round < 25; round++) {
    for (const [file, make] of kinds) {
      if (chance() < 0.25) grown.write(file, make())
      else if (chance() < 0.15) grown.remove(file)
    }
    const fresh = await open(grown.folder)
    const wanted = await fresh.shown()
    expect(await grown.shown(), `round ${round}`).toEqual(wanted)
    const page = 'web/1.md'
    if (existsSync(join(grown.folder, page)) && !wanted.some((it) => it.includes(page))) hidden++
  }
  expect(hidden).toBeGreaterThan(4)
})
