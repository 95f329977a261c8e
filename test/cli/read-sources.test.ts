import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { sites } from '../support/epaper-sites.ts'
import { recordOutput } from '../support/output.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function paperboyRead(...args: readonly string[]) {
  const output = recordOutput()
  const code = await run(['read', ...args], { env: {}, input: Readable.from([]), output })
  return { code, ...output.said }
}

const printed = {
  paper: '江城日报',
  date: '2026-07-18',
  page: '03',
  section: '要闻',
  kicker: '夏粮收购进度过半',
  headline: '全省早稻开镰',
  deck: '——种粮大户算起增收账',
  author: '本报记者 李晓明',
  paragraphs: ['7月17日，湖边的稻田里机器轰鸣。', '全省早稻已收1200万亩。（下转第四版）'],
  caption: '图为村民在晾晒稻谷。 王大伟 摄',
}

/** A folder with a page of each family, and an index page beside it. */
function folderOfSites(): string {
  const folder = temporaryFolder()
  for (const [at, site] of sites.entries())
    for (const { file, html } of [site.article(printed), site.index(printed)]) {
      const path = join(folder, `site-${at}`, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, html)
    }
  return folder
}

test('read takes a folder of saved sites, and gives each article once with its names and without jump markers', async () => {
  const { code, out, err } = await paperboyRead(folderOfSites(), '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const pages = JSON.parse(out) as readonly Record<string, unknown>[]
  expect(pages).toHaveLength(sites.length)
  for (const page of pages)
    expect(page).toMatchObject({
      date: '2026-07-18',
      page: '03',
      section: '要闻',
      form: 'html',
      articles: [
        {
          headline: '全省早稻开镰',
          kicker: ['夏粮收购进度过半'],
          deck: ['——种粮大户算起增收账'],
          byline: ['李晓明'],
          paragraphs: ['7月17日，湖边的稻田里机器轰鸣。', '全省早稻已收1200万亩。'],
          captions: ['图为村民在晾晒稻谷。王大伟 摄'],
        },
      ],
    })
})

test('a file is taken for the form that --form names', async () => {
  const path = join(temporaryFolder(), 'saved.txt')
  writeFileSync(path, sites[0]?.article(printed).html ?? '')
  const { out } = await paperboyRead(path, '--form', 'html')
  expect(out).toMatch(/saved\.txt \(html\)[\s\S]*1\. 全省早稻开镰/)
})

test('an unknown form is a wrong call', async () => {
  expect(await paperboyRead('x.txt', '--form', 'word')).toMatchObject({
    code: 2,
    err: expect.stringContaining('unknown form word'),
  })
})

test('a file without an article is named, and so is JSON that was cut off; the others are read', async () => {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'a.html'),
    '<html><head><title>404 Not Found</title></head><body>nginx</body></html>',
  )
  writeFileSync(join(folder, 'b.json'), '{"pages": [{"page": "01"')
  writeFileSync(join(folder, 'c.md'), '---\ntitle: 新桥今日合龙\ndate: 2026-07-18\n---\n第一段。\n')
  const { code, out, err } = await paperboyRead(folder)
  expect(code).toBe(1)
  expect(err).toMatch(/a\.html: no article was found in this html file/)
  expect(err).toMatch(/b\.json: it is no JSON, or it was cut off/)
  expect(out).toMatch(/新桥今日合龙/)
})

test.each([
  ['a.txt', '标题：新桥今日合龙\n日期：2026-07-18\n\n第一段写了开工的日子。\n', 'labelled'],
  ['a.csv', '标题,日期,正文\n新桥今日合龙,2026-07-18,第一段写了开工的日子。\n', 'table'],
  [
    'a.xml',
    '<rss><channel><item><title>新桥今日合龙</title><description>第一段写了开工的日子。</description></item></channel></rss>',
    'feed',
  ],
])('%s is told by what it is, and --form takes the same name', async (name, text, form) => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  const whole = [{ form, articles: [{ headline: '新桥今日合龙', paragraphs: ['第一段写了开工的日子。'] }] }]
  const told = await paperboyRead(path, '--json')
  expect(JSON.parse(told.out)).toMatchObject(whole)
  const other = join(temporaryFolder(), 'a.data')
  writeFileSync(other, text)
  const given = await paperboyRead(other, '--json', '--form', form)
  expect(JSON.parse(given.out)).toMatchObject(whole)
})

test('--form page reads a text with facts above as a page, and --form alto takes no feed', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), '标题：新桥今日合龙\n日期：2026-07-18\n\n第一段写了开工的日子。\n')
  expect((await paperboyRead(join(folder, 'a.txt'), '--form', 'page')).out).toContain('a.txt (page)')
  writeFileSync(
    join(folder, 'a.xml'),
    '<rss><channel><item><title>甲</title><description>乙。</description></item></channel></rss>',
  )
  expect(await paperboyRead(join(folder, 'a.xml'), '--form', 'alto')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no page of ALTO'),
  })
})

test('lines of *.jsonl are read under other names of title and text, too', async () => {
  const path = join(temporaryFolder(), 'a.jsonl')
  writeFileSync(
    path,
    '{"id": 7, "title": "新桥今日合龙", "content": "第一段。\\n第二段。", "publish_time": "2026-07-18 07:00"}\n{"title": "没有正文"}\n',
  )
  const { out, err } = await paperboyRead(path, '--json')
  expect(JSON.parse(out)).toMatchObject([
    { form: 'ready', articles: [{ headline: '新桥今日合龙', paragraphs: ['第一段。', '第二段。'] }] },
  ])
  expect(err).toContain('line 2 has no "headline"')
})
