import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createIntake } from '../../src/intake/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const RICE = [
  '本报讯（记者 张三）7月17日，湖边的稻田里机器轰鸣，3台收割机来回穿梭，金黄的稻谷装满了车斗。',
  '据农业农村部门统计，截至16日，全省早稻已收1200万亩，机收率达到93.5%。',
]
const BRIDGE = [
  '本报讯（记者 李四）昨天上午，横跨两岸的新桥顺利合龙，建设者们在桥面上挥舞着旗帜，江边的居民纷纷前来观看。',
  '新桥全长2.3公里，双向六车道，预计年底通车，届时过江时间将缩短到五分钟。',
]
const LIBRARY = [
  '本报讯（记者 王五）城东图书馆新馆7月18日开馆，藏书80万册，读者可以凭身份证借阅，周一闭馆，其余时间开放到晚上九点。',
]

const issueJson = (articles: readonly (readonly [string, readonly string[]])[]) =>
  JSON.stringify({
    paper: '江城日报',
    date: '2026-07-18',
    pages: [
      { page: '03', articles: articles.map(([title, body]) => ({ title, content: body.join('\n\n') })) },
    ],
  })
const web = (title: string, body: readonly string[]) =>
  `<html><head><title>${title}</title></head><body><div class="article"><h1>${title}</h1><p class="sec"><span>《江城日报》（2026年07月18日　第 03 版）</span></p><div id="ozoom">${body.map((it) => `<p>${it}</p>`).join('')}</div></div></body></html>`
/** A text layer, cut otherwise than the others: the end of one article stands below another title. */
const TEXT = `江城日报 2026年7月18日 星期六 03版\n\n早稻开镰忙\n\n${RICE.join('\n')}\n\n两岸新桥合龙\n\n${BRIDGE.join('\n')}\n\n城东图书馆开馆迎客\n\n${LIBRARY.join('\n')}\n`

async function takeIn(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder()
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  for (const [file, text] of Object.entries(files)) write(file, text)
  const store = await openTestStore()
  const clock = createManualClock(Date.now() + 60_000)
  const intake = createIntake({ folder, manifest: store.manifest, clock, log: createRecordedLog() })
  const shown = async () => {
    await intake.pass()
    const { articles } = await store.archive.browse({ offset: 0, limit: 100 })
    return articles.map(({ headline, source }) => `${headline} ${source.file}`).toSorted()
  }
  return { folder, write, shown }
}

test('a page that is there in several forms under any names has each article once, from the form that tells most', async () => {
  const { shown, folder, write } = await takeIn({
    'scan/第三版.txt': TEXT,
    '2026-07/18/content_1.html': web('全省早稻开镰', RICE),
    'archive/20260718.json': issueJson([['两岸新桥昨日合龙', BRIDGE]]),
  })
  const all = [
    '两岸新桥昨日合龙 archive/20260718.json',
    '全省早稻开镰 2026-07/18/content_1.html',
    // Nothing else has it.
    '城东图书馆开馆迎客 scan/第三版.txt',
  ].toSorted()
  expect(await shown()).toEqual(all)

  // A form that goes shows the next best again, and one that comes hides it.
  rmSync(join(folder, 'archive/20260718.json'))
  expect(await shown()).toEqual(
    [
      '两岸新桥合龙 scan/第三版.txt',
      '全省早稻开镰 2026-07/18/content_1.html',
      '城东图书馆开馆迎客 scan/第三版.txt',
    ].toSorted(),
  )
  write('archive/other.json', issueJson([['两岸新桥昨日合龙', BRIDGE]]))
  rmSync(join(folder, '2026-07/18/content_1.html'))
  expect(await shown()).toEqual(
    [
      '两岸新桥昨日合龙 archive/other.json',
      '早稻开镰忙 scan/第三版.txt',
      '城东图书馆开馆迎客 scan/第三版.txt',
    ].toSorted(),
  )
})

test('what an agency wrote for two papers of one day stands in both, whatever their forms', async () => {
  const { shown } = await takeIn({
    'a.txt': `北湖晚报 2026年7月18日 星期六 01版\n\n早稻开镰忙\n\n${RICE.join('\n')}\n`,
    'b.json': issueJson([['全省早稻开镰', RICE]]),
  })
  expect(await shown()).toEqual(['全省早稻开镰 b.json', '早稻开镰忙 a.txt'])
})

test('an article of no day is there once too, if a better form without a day holds it', async () => {
  const text = `早稻开镰忙\n\n${RICE.join('\n')}\n\n城东图书馆开馆迎客\n\n${LIBRARY.join('\n')}\n`
  const { shown } = await takeIn({
    'text/page.txt': text.replaceAll(/7月1[678]日|16日/gu, '近日'),
    'web/page.md': `# 全省早稻开镰\n\n${RICE.join('\n\n').replaceAll(/7月1[678]日|16日/gu, '近日')}\n`,
  })
  expect(await shown()).toEqual(['全省早稻开镰 web/page.md', '城东图书馆开馆迎客 text/page.txt'].toSorted())
})
