import { expect, test } from 'vitest'
import { readXml } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'
import { measured } from '../support/measured.ts'

const HTML = '<p>第一段写了开工的日子。</p><p>第二段写了谁来参加。</p>'
const escaped = HTML.replaceAll('<', '&lt;')
const expected = {
  headline: '新桥今日合龙',
  kicker: [],
  deck: [],
  author: ['林一'],
  body: ['第一段写了开工的日子。', '第二段写了谁来参加。'],
  captions: [],
  date: '2026-07-18',
}

test.each<[string, string, object]>([
  [
    'RSS with whole texts',
    `<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>江城日报</title><description>要闻</description><item><title>新桥今日合龙</title>
<dc:creator>林一</dc:creator><pubDate>Sat, 18 Jul 2026 06:00:00 +0800</pubDate><description>第一段……</description><content:encoded><![CDATA[${HTML}]]></content:encoded></item></channel></rss>`,
    {},
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>江城日报</title><entry><title type="html">新桥今日合龙</title><author><name>林一</name></author>
<published>2026-07-18T06:00:00+08:00</published><updated>2026-07-20T00:00:00Z</updated><content type="html">${escaped}</content></entry></feed>`,
    {},
  ],
  [
    'NITF',
    `<nitf><head><title>新桥今日合龙</title><pubdata date.publication="20260718" position.section="要闻" position.sequence="02"/></head><body><body.head><hedline><hl1>新桥今日合龙</hl1></hedline>
<byline>林一</byline></body.head><body.content><block>${HTML}</block></body.content></body></nitf>`,
    { page: '02', section: '要闻' },
  ],
  [
    'NewsML-G2',
    `<newsItem guid="x"><itemMeta><versionCreated>2026-07-19T00:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2026-07-18</contentCreated><headline>新桥今日合龙</headline><by>林一</by></contentMeta>
<contentSet><inlineXML><html><body>${HTML}</body></html></inlineXML></contentSet></newsItem>`,
    {},
  ],
  [
    'an export with names of its own, and facts around the article',
    `<报纸 报名="江城日报" 日期="2026-07-18"><文章><版次>02</版次><版名>要闻</版名><标题>新桥<b>今日</b>合龙</标题><作者>林一</作者><正文>第一段写了开工的日子。
第二段写了谁来参加。</正文></文章></报纸>`,
    { paper: '江城日报', page: '02', section: '要闻' },
  ],
  [
    'an issue whose facts are elements, with a paragraph an element of its own name',
    `<报纸><报名>江城日报</报名><日期>2026-07-18</日期><文章><标题>新桥今日合龙</标题><作者>林一</作者><正文><段>第一段写了开工的日子。</段><段>第二段写了谁来参加。</段></正文></文章></报纸>`,
    { paper: '江城日报' },
  ],
  [
    'TEI, with nothing around the paragraphs of an article and a header',
    `<TEI><teiHeader><fileDesc><publicationStmt><date>2026年7月18日</date></publicationStmt></fileDesc></teiHeader><text><body><div type="article"><head>新桥今日合龙</head><byline>林一</byline><p>第一段写了开工的日子。</p><p>第二段写了谁来参加。</p></div></body></text></TEI>`,
    {},
  ],
])('%s is read', (_name, xml, more) => {
  const articles = readXml('a.xml', `<?xml version="1.0"?>${xml}`)?.articles.map(textOf)
  expect(articles).toEqual([{ ...expected, ...more }])
})

test.each([
  ['a list of pages', '<mets><fileSec><file ID="a"/></fileSec></mets>'],
  ['titles without text', '<rss><channel><item><title>新桥今日合龙</title></item></channel></rss>'],
  ['text without titles', '<a><content>第一段写了开工的日子。</content></a>'],
  [
    'a feed that only describes itself',
    '<rss><channel><title>江城日报</title><description>要闻</description></channel></rss>',
  ],
  ['no XML', '第一段写了开工的日子。'],
  ['nothing', ''],
])('of %s nothing is read', (_name, xml) => {
  expect(readXml('a.xml', xml)).toBeUndefined()
})

const ITEM = '<文章><标题>新桥今日合龙</标题><正文>第一段。</正文></文章>'

test('of the facts around an article the nearest count', () => {
  const xml = `<报纸 日期="2026-07-18" 报名="江城日报"><版 日期="2026-07-19">${ITEM}</版></报纸>`
  expect(readXml('a.xml', xml)?.articles).toMatchObject([{ date: '2026-07-19', paper: '江城日报' }])
})

test.each(['feed', 'channel'])('the day on which a %s was written is none of its articles', (name) => {
  const xml = `<${name}><published>2026-07-19</published><entry><title>新桥</title><content>合龙。</content></entry></${name}>`
  const articles = readXml('a.xml', xml)?.articles
  expect(articles).toHaveLength(1)
  expect(articles?.[0]?.date).toBeUndefined()
})

test('a fact has five hundred characters at most: what is longer is no title', () => {
  const titled = (length: number) => ITEM.replace('新桥今日合龙', '桥'.repeat(length))
  expect(readXml('a.xml', titled(500))?.articles).toMatchObject([{ headline: '桥'.repeat(500) }])
  expect(readXml('a.xml', titled(501))).toBeUndefined()
})

test('a remark between paragraphs with names of their own joins none of them', () => {
  const body = '<甲>第一段。</甲><!-- 第二段 --><甲>第三段。</甲>'
  const [article] = readXml('a.xml', ITEM.replace('第一段。', body))?.articles ?? []
  expect(article?.body).toMatchObject([{ text: '第一段。' }, { text: '第三段。' }])
})

test('elements in one another take as long as elements one beside the other', async () => {
  const beside = `<a>${'<item><x>字</x></item>'.repeat(40_000)}</a>`
  const { workMs: usual } = await measured(() => readXml('a.xml', beside))
  const within = `${'<item>'.repeat(400)}${'</item>'.repeat(400)}`.repeat(100)
  const titles = `${'<content><title>'.repeat(200)}${'新桥'.repeat(100_000)}${'</title></content>'.repeat(200)}`
  for (const deep of [`<a>${within}</a>`, titles]) {
    const { workMs } = await measured(() => readXml('a.xml', deep))
    expect(workMs).toBeLessThan(usual * 4)
  }
})
