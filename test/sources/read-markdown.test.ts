import { expect, test } from 'vitest'
import { readMarkdown } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'

test('front matter tells the issue, headings and pictures the rest', () => {
  const text = `\ufeff---
title: "新桥今日合龙"
date: 2026-07-18
paper: 江城日报
page: 01
section: 要闻
kicker: 历时三年
subtitle: 两岸通行缩短到五分钟
authors: [林一, 周二]
---
# 新桥今日合龙

![合龙现场](a.jpg)

第一段写了**开工**的日子。

## 三年建设

第二段写了谁来参加。
`
  expect(readMarkdown('a/b.md', text).articles.map(textOf)).toEqual([
    {
      headline: '新桥今日合龙',
      kicker: ['历时三年'],
      deck: ['两岸通行缩短到五分钟'],
      author: ['林一 周二'],
      body: ['第一段写了开工的日子。', '三年建设', '第二段写了谁来参加。'],
      captions: ['合龙现场'],
      paper: '江城日报',
      date: '2026-07-18',
      page: '01',
      section: '要闻',
    },
  ])
})

test('a day in one file gives an article a heading, each on its page', () => {
  const text = `# 江城日报 2026年07月18日

## 第01版：要闻

### 新桥今日合龙

*本报记者 林一*

第一段。

### 早稻开镰

第一段。

---

## 第02版：民生

### 菜价回落

第一段。
`
  const found = readMarkdown('x/2026-07-18.md', text).articles.map(textOf)
  expect(
    found.map(({ headline, page, section, paper, date, body }) => [
      headline,
      page,
      section,
      paper,
      date,
      body?.length,
    ]),
  ).toEqual([
    ['新桥今日合龙', '01', '要闻', '江城日报', '2026-07-18', 1],
    ['早稻开镰', '01', '要闻', '江城日报', '2026-07-18', 1],
    ['菜价回落', '02', '民生', '江城日报', '2026-07-18', 1],
  ])
  expect(found[0]?.author).toEqual(['本报记者 林一'])
})

test('a file that is named by date, page and number holds its title in three lines', () => {
  const [article] = readMarkdown(
    '江城日报/20260718/20260718-02-05.md',
    '\n菜价回落\n\n第一段。\n第二段。\n',
  ).articles
  expect(textOf(article)).toMatchObject({
    headline: '菜价回落',
    kicker: [],
    deck: [],
    body: ['第一段。', '第二段。'],
    paper: '江城日报',
    date: '2026-07-18',
    page: '02',
  })
})

test('the folders of an article tell its day, page and section', () => {
  const [article] = readMarkdown(
    '2025/01/2025-01-01/01-要闻/新桥今日合龙.md',
    '# 新桥今日合龙\n\n第一段。\n',
  ).articles
  expect(textOf(article)).toMatchObject({
    headline: '新桥今日合龙',
    date: '2025-01-01',
    page: '01',
    section: '要闻',
  })
})

test('an empty file gives no article', () => {
  expect(readMarkdown('a.md', '')).toMatchObject({ articles: [], empty: 'no article' })
})

test('aliases in front matter are not expanded', () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n---\n# 题\n\n正文。\n`
  const { articles, warnings } = readMarkdown('a.md', bomb)
  expect(articles.map((it) => it.headline)).toEqual(['题'])
  expect(warnings).toEqual(['front matter cannot be read'])
})

test.each(['README.md', 'a/readme.zh-CN.md', 'CHANGELOG.md'])('%s tells about its folder', (file) => {
  expect(readMarkdown(file, '# 说明\n\n这里存放旧报。\n')).toMatchObject({
    articles: [],
    empty: 'no article',
  })
})

test('front matter in TOML is read, up to its first table', () => {
  const text = `+++
title = "新桥\\"今日\\"合龙"
date = 2026-07-18T08:00:00+08:00 # printed
authors = ['林一', "周二"]
page = "02"
[extra]
title = "x"
+++

<p>第一段写了开工的日子。</p>
<!-- more -->
`
  expect(readMarkdown('a/b.md', text).articles.map(textOf)).toMatchObject([
    {
      headline: '新桥"今日"合龙',
      date: '2026-07-18',
      page: '02',
      author: ['林一 周二'],
      body: ['第一段写了开工的日子。'],
    },
  ])
})

test('facts may stand between title and text, a line each', () => {
  const text =
    '# 新桥今日合龙\n\n**日期**：2026-07-18  \n- 版次: 3\n> 作者：林一\n\n---\n\n第一段写了开工的日子。\n时间：明天上午九点。\n\n[返回目录](index.md)\n'
  expect(readMarkdown('a/b.md', text).articles.map(textOf)).toMatchObject([
    {
      headline: '新桥今日合龙',
      author: ['林一'],
      date: '2026-07-18',
      page: '03',
      body: ['第一段写了开工的日子。', '时间：明天上午九点。'],
    },
  ])
})

test('front matter may end with three points, and name people in a list of objects', () => {
  const text =
    '---\ntitle: 新桥今日合龙\nauthor:\n  - name: 林一\n  - name: 周二\n...\n# 新桥今日合龙\n\n第一段写了开工的日子。\n'
  expect(readMarkdown('a/b.md', text).articles.map(textOf)).toMatchObject([
    { headline: '新桥今日合龙', author: ['林一 周二'], body: ['第一段写了开工的日子。'] },
  ])
})

test('each heading of the first level is the title of an article where all of them have a text', () => {
  const text =
    '# 新桥今日合龙\n\n第一段写了开工的日子。\n\n## 三年\n\n第二段。\n\n# 早稻开镰\n\n稻谷装满了车斗。\n'
  expect(readMarkdown('江城日报/2026-07-18/02-要闻.md', text).articles.map(textOf)).toMatchObject([
    { headline: '新桥今日合龙', page: '02', section: '要闻', paper: '江城日报', date: '2026-07-18' },
    { headline: '早稻开镰', page: '02', section: '要闻', body: ['稻谷装满了车斗。'] },
  ])
  const [one, ...none] = readMarkdown('a.md', '前言。\n\n# 第一章\n\n甲。\n\n# 第二章\n\n乙。\n').articles
  expect([one?.body.length, none]).toEqual([5, []])
})
