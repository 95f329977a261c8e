import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../../src/corpus/index.ts'
import { READER_VERSION } from '../../../src/corpus/reader-version.ts'
import { type PdfPage, setColumn, writePdf } from '../printed-pdf.ts'
import type { Versioned } from './versioned.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** The page reader over the seed pages and pages made here, in every encoding and format. */
export const readerRules: Versioned = {
  name: 'reader',
  constant: 'READER_VERSION',
  source: 'src/corpus/reader-version.ts',
  version: READER_VERSION,
  readOutput: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paperboy-'))
    try {
      cpSync(join(root, 'seeds'), folder, { recursive: true })
      cpSync(join(root, 'test', 'fixtures', 'pages'), join(folder, 'pages'), { recursive: true })
      for (const [file, content] of Object.entries(MADE)) {
        mkdirSync(join(folder, file, '..'), { recursive: true })
        writeFileSync(join(folder, file), content)
      }
      writeFileSync(join(folder, 'printed.pdf'), printedPage())
      const output: unknown[] = []
      for await (const told of readCorpus(folder)) {
        if (told.event === 'page') output.push(told.page.articles)
        // Not the wording: it decides nothing about the articles.
        if (told.event === 'unreadable') output.push(told.event)
      }
      return output
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

/** A title over two columns, the second of which goes on below a picture, past another article. */
function printedPage(): Uint8Array {
  const left = setColumn(PRINTED, { x: 40, y: 160, measure: 12, lines: 6 })
  const right = setColumn(left.rest, { x: 175, y: 320, measure: 12, goesOn: true })
  const below = setColumn(['山里的果子熟了，村民忙着采摘装车。'], { x: 40, y: 320, measure: 12 })
  const title = { text: '两岸相连', x: 120, y: 130, size: 24, font: 'hei' } as const
  const texts = [...left.texts, ...right.texts, ...below.texts, title]
  return writePdf([
    {
      texts: [...texts, { text: '果子熟了', x: 50, y: 290, size: 16, font: 'hei' }],
      pictures: [[175, 150, 120, 150]],
    },
    timetable(),
  ])
}

/** A table with names that stand for several rows each, and rules that are drawn cell by cell. */
function timetable(): PdfPage {
  const cells = [
    '线路 站点 首班 末班',
    ' 东站 6:10 22:40',
    ' 广场 6:18 22:48',
    ' 学校 6:05 22:30',
    ' 公园 6:20 22:45',
  ]
  const text = setColumn(PRINTED, { x: 40, y: 160, measure: 24 })
  return {
    texts: [
      { text: '新的时刻表公布', x: 60, y: 130, size: 24, font: 'hei' },
      ...text.texts,
      ...cells.flatMap((row, at) =>
        row
          .split(' ')
          .flatMap((it, column) =>
            it === '' ? [] : [{ text: it, x: 40 + column * 60, y: 300 + at * 16, size: 9 }],
          ),
      ),
      ...['一号', '二号'].map((it, at) => ({ text: it, x: 40, y: 324 + at * 32, size: 9 })),
    ],
    rules: [0, 1, 2, 3, 4, 5].flatMap((row) =>
      [0, 1, 2, 3]
        .filter((column) => column > 0 || row % 2 === 1 || row === 0)
        .map((column) => [38 + column * 60, 288 + row * 16, 60, 0.5] as const),
    ),
  }
}

const PRINTED = [
  '新桥昨天通车，两岸往来不再绕行，居民早晚出行可以省下半个小时。',
  '负责人介绍，桥面宽阔，两侧设有步道，夜里灯光沿着河面铺开，许多人特意赶来散步。',
]

const NEWS = `大江日报
2024年6月8日 星期六 第02版 要闻
责任编辑 王小雨

新桥通车
两岸居民十年不再绕路

本报讯（记者 李晓明）横跨大河的新桥昨日通车，结束两岸居民
十年来绕路的日子。
　　“第一天就有三万人走过。”管理处主任说，首年不收通行费。

春茶提早开采 价格上扬

新华社成都6月7日电（记者 张三 李四）北部山区茶农昨起采收
春茶，比去年提早两周。（下转04版）
`
const CONTINUED = `大江日报
2024年6月8日 星期六 第04版

（上接02版）合作社说，今年的产量和去年差不多。
`
const TRADITIONAL = `大江日報
中華民國一一三年六月八日 星期六

新橋通車 兩岸居民歡慶

〔記者李曉明／臺北報導〕橫跨大河的新橋昨日通車，結束兩岸居民十年來繞路的日子。
`
const POEM = `副刊

春天的河
李晓明

河水醒来的时候
柳枝正低头
听一粒泥土
说起远方的雨
`
const ENGLISH = `THE RIVER POST
Saturday, June 8, 2024 Page 3

New bridge opens after ten years

By Li Ming

The new bridge over the river opened on Friday morning, ending
a decade of detours for people on both banks.
`
const OPINION = `新桥通车之后

■李萌

横跨大河的新桥通车了，两岸居民十年来绕路的日子结束了。桥
通了，路还要修好，车站也要跟上。

收费要算长远账

本报评论员
首年不收通行费，是给两岸居民的礼物。往后怎么收，要听听大家
的意见。
`
const ABROAD = `从渡船到大桥——

河口小镇见闻
本报驻巴西 记者 李萌

横跨河口的大桥通车以后，镇上的渡船只剩下两条，船工都改行去
开车。
`
const ESSAY = `说说渡口的灯
士心

每到夜里，岸边的人总把一盏马灯挂在柱上，等最后一班船靠岸才
取下来。
`
const NOTE_ENDS = `记者李晓明 王小雨 张萌）
新桥通车以后

横跨大河的新桥通车以后，镇上的渡船只剩下两条，船工都改行去
开车。
`
const TIGHT = `集市上的摊位比去年多了三
成，来往的客商说，今年的
生意比往年更好做一些了。
市场管理处打算再添两排摊
位，明年春天就能租出去。
新桥合龙两岸不必再绕路了
本报讯（记者 王小明）河
上的新桥昨日合龙，两岸的
居民从此不必再绕路。

老城墙边上的新馆落成

图书馆的新馆在老城墙边上
落成，上下四层，能放下六
十万册书，读者可以坐在窗
边看书，也可以借回家去。
`
/** Three columns of one text beside one another, as `pdftotext -layout` takes them down. */
const SIDE_BY_SIDE = Array.from({ length: 21 }, (_, at) =>
  [0, 21, 42]
    .map((first) =>
      PRINTED.join('')
        .repeat(9)
        .slice((first + at) * 9, (first + at + 1) * 9),
    )
    .join('    '),
).join('\n')
const READY = `{"id": 17, "headline": "夏粮丰收", "body": "第一段。\\n第二段。", "date": "2024-06-08", "byline": "李四、王五"}
no JSON
{"headline": "没有正文"}
{"headline": "秋粮　丰收", "body": "一段。", "date": "20240910", "paper": "大江日报", "page": "A02", "section": "要闻"}
`
// 本报讯，中国的经济发展。 and the same in Traditional.
const GBK = Buffer.from('b1beb1a8d1b6a3acd6d0b9fab5c4beadbcc3b7a2d5b9a1a3', 'hex')
const BIG5 = Buffer.from('a5bbb3f8b054a141a4a4b0eaaabab867c0d9b56fae69a143', 'hex')

/** The law came into force about the day of the page, in another year. */
const UNDATED = `新桥通车

新华社北京6月30日电（记者 李晓明）横跨大河的新桥昨日通车，结束两岸居民
十年来绕路的日子。2020年7月1日起施行的条例规定，桥上不收通行费。
`

/** What is told of years leaves one. */
const YEAR_SETTLED = `城市公园开放

本报讯（记者 李四）今天（6月10日），城市公园开放。2024年1—5月，客流增长5%。2024年5月30日，会议召开。2024年6月3日，大桥通车。2024年6月9日，学校放假。2024年度奖项揭晓。
`

/** A picture and its caption between a title and its text, the weather over them, and a title set upright. */
const PICTURED = [
  '多云转阴 7℃—22℃',
  '老茶乡开园迎客',
  '茶农在坡上采茶，游客也',
  '来帮忙。本报记者 李',
  '小霞 摄',
  '本报讯（记者 王小明）山里的',
  '老茶树今年又发新芽，满坡的茶',
  '农都忙着采茶。',
  ...'镇上茶坊连夜忙'.split(''),
  '本报讯（记者 王小明）镇上的',
  '茶坊连夜炒制，第二天一早运往',
  '城里的铺子，价钱比去年涨了。',
  '快报',
  '山下果园添新路',
  '□本报记者 李四',
  '果农在新路上装车 王',
  '小霞 摄',
  '本报讯 山下的果园昨天修通了',
  '新路，果农装车方便了许多。',
].join('\n')

const MADE: Readonly<Record<string, string | Uint8Array>> = {
  'feed.xml':
    '<rss version="2.0"><channel><title>江城日报</title><item><title>新桥今日合龙</title><pubDate>Sat, 18 Jul 2026 06:00:00 +0800</pubDate><description>第一段写了开工的日子。</description></item></channel></rss>',
  'labelled.txt':
    '标题：新桥今日合龙\n日期：2026-07-18\n\n第一段写了开工的日子。\n\n标题：旧桥明日封闭\n日期：2026-07-19\n\n第二段写了谁来参加。\n',
  'table.csv': '标题;日期;正文\n新桥今日合龙;2026-07-18;"第一段。\n第二段。"\n',
  'archive.mhtml':
    'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<article><h1>新桥今日合龙</h1><p>2026年7月18日，横跨大河的新桥合龙，两岸居民不再绕路。</p></article>',
  'near.json': JSON.stringify({
    data: {
      rows: [
        { articleTitle: '旧桥明日封闭', articleContent: '第一段写了封闭的日子。', publishTime: '2026-07-19' },
      ],
    },
  }),
  'opinion.txt': OPINION,
  'pictured.txt': PICTURED,
  'abroad.txt': ABROAD,
  'essay.txt': ESSAY,
  'note-ends.txt': NOTE_ENDS,
  'made/tight.txt': TIGHT,
  'made/2024-06-08/A02.txt': NEWS,
  'made/2024-06-08/A04.txt': CONTINUED,
  'made/two-pages.txt': `${NEWS}\f${CONTINUED}`,
  'made/traditional.txt': TRADITIONAL,
  'made/side-by-side.txt': `两岸相连\n\n${SIDE_BY_SIDE}`,
  'made/undated.txt': UNDATED,
  'made/year-settled.txt': YEAR_SETTLED,
  'made/poem.txt': POEM,
  'made/english.txt': ENGLISH,
  'made/ready.jsonl': READY,
  'made/utf16.txt': Buffer.from(`\ufeff${NEWS}`, 'utf16le'),
  'made/utf16be.txt': Buffer.from(NEWS, 'utf16le').swap16(),
  'made/gbk.txt': Buffer.concat([GBK, Buffer.from('\n'), GBK]),
  'made/big5.txt': BIG5,
  'made/empty.txt': '',
  'made/binary.txt': Uint8Array.from([0, 1, 2, 255, 254, 0, 0, 7]),
  'made/long.txt': `${NEWS}\n`.repeat(250),
}
