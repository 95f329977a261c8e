import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/index.ts'
import { findPageFile } from '../../src/sources/index.ts'
import { readIndexRegions } from '../../src/sources/page-index.ts'
import { collect } from '../support/collect.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const article = (link: string) => `<html><head><title>全省早稻开镰</title></head><body>
<div class="swiper-slide"><a id="pageLink" href="../../../layout/202607/18/node_01.html">01版：头版</a><a id="pageLink" href="${link}">03版：要闻</a></div>
<p class="left ban">03版：要闻</p><div class="article"><h1>全省早稻开镰</h1><p class="sec"><span>《江城日报》（2026年07月18日　第 03 版）</span></p>
<div id="ozoom"><!--enpcontent--><p>湖边的稻田里机器轰鸣，金黄的稻谷装满了车斗。</p><!--/enpcontent--></div></div></body></html>`
const index = `<html><body><p class="left ban">03版：要闻</p><img src="../../../pic/202607/18/03.jpg" usemap="#PagePicMap" width="500"><map name="PagePicMap">
<area coords="10,20,110,220" href="../../../content/202607/18/content_2.html"><area coords="200,20,310,220" href="../../../content/202607/18/content_1.html"></map></body></html>`

async function read(link: string, extra: Readonly<Record<string, string>> = {}) {
  const top = temporaryFolder()
  const root = join(top, 'corpus')
  const files = { 'corpus/pc/content/202607/18/content_1.html': article(link), ...extra }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, file)), { recursive: true })
    writeFileSync(join(top, file), text)
  }
  const events = await collect(readCorpus(root))
  const [found] = events.flatMap((it) => (it.event === 'page' ? it.page.articles : []))
  return { root, top, regions: found?.source.regions, headline: found?.headline }
}

test('an article whose site outlines it on the index of its page only has its region and picture from there', async () => {
  const { root, regions } = await read('../../../layout/202607/18/node_03.html', {
    'corpus/pc/layout/202607/18/node_03.html': index,
    'corpus/pc/pic/202607/18/03.jpg': 'a picture',
  })
  expect(regions).toEqual([{ page: 1, rect: [200, 20, 310, 220] }])
  expect(await findPageFile(root, 'pc/content/202607/18/content_1.html')).toEqual({
    path: join(root, 'pc/pic/202607/18/03.jpg'),
    width: 500,
  })
})

test('an index that was not saved, or lies outside of the folder or on a server, gives none', async () => {
  expect(await read('../../../layout/202607/18/node_03.html')).toMatchObject({
    headline: '全省早稻开镰',
    regions: undefined,
  })
  const outside = await read('../../../../../node_03.html', { 'node_03.html': index })
  expect(outside).toMatchObject({ headline: '全省早稻开镰', regions: undefined })
  expect((await read('https://example.com/node_03.html')).regions).toBeUndefined()
})

test('the index that is asked for is read, though another one was before, and anew when it was saved anew', async () => {
  const root = temporaryFolder()
  const area = (file: string, coords: string) =>
    `<map name="m"><area coords="${coords}" href="content/${file}"></map>`
  const save = (name: string, text: string) => writeFileSync(join(root, name), text)
  save('node_01.html', area('a.html', '1,2,3,4'))
  save('node_02.html', area('b.html', '5,6,7,8'))
  mkdirSync(join(root, 'content'))
  const regionsOf = (file: string, index: string) => readIndexRegions(root, `content/${file}`, `../${index}`)
  expect(await regionsOf('a.html', 'node_01.html')).toEqual([[1, 2, 3, 4]])
  expect(await regionsOf('b.html', 'node_02.html')).toEqual([[5, 6, 7, 8]])
  expect(await regionsOf('a.html', 'node_01.html')).toEqual([[1, 2, 3, 4]])
  save('node_01.html', area('a.html', '11,22,33,44'))
  expect(await regionsOf('a.html', 'node_01.html')).toEqual([[11, 22, 33, 44]])
  save('node_01.html', area('a.html', '55,66,77,88'))
  utimesSync(join(root, 'node_01.html'), 1, 1)
  expect(await regionsOf('a.html', 'node_01.html')).toEqual([[55, 66, 77, 88]])
})
