import { expect, test } from 'vitest'
import { readMarkdown } from '../../src/sources/index.ts'

const TITLE = '滨河步道全线开放'
const TEXT = ['本周起，滨河公园的三条步道全部开放。', '园林部门介绍，步道两侧补种了水杉。']
const BODY = TEXT.join('\n\n')
const issue = { paper: '江城日报', date: '2026-03-05', page: '03', section: '民生' }

test.each([
  [
    'front matter without its first border',
    'a.md',
    `title: ${TITLE}\ndate: 2026-03-05 09:00:00\ntags:\n- 旧闻\n---\n${BODY}`,
    { date: issue.date },
  ],
  [
    'a page in a folder of its own, with facts in an object',
    'a/index.zh-cn.md',
    `---\ntitle: ${TITLE}\ndate: 2026-03-05\nparams:\n  newspaper: 江城日报\n  page: '03'\n  section: 民生\n---\n\n{{< toc >}}\n\n${BODY}`,
    issue,
  ],
  [
    'a note called by its title, with a remark above and tags below',
    `${TITLE}.md`,
    `---\ndate: 2026-03-05\n---\n\n> [!info] 剪藏\n> 来自 [[江城日报]]\n\n${BODY}\n\n#剪报 #江城日报\n`,
    { date: issue.date },
  ],
  [
    'headings that are underlined, of page and article',
    'p.md',
    `江城日报 2026年3月5日 第03版 民生\n=====\n\n${TITLE}\n-----\n\n${BODY}\n`,
    issue,
  ],
  [
    'facts above the text without borders',
    'a.md',
    `title:: ${TITLE}\ndate:: [[2026-03-05]]\nsource:: 江城日报\npage:: 03\nsection:: 民生\n\n${BODY}\n`,
    issue,
  ],
  [
    'facts in a quotation below the title, and a notice at the end',
    'a.md',
    `# ${TITLE}\n\n> 来源：《江城日报》2026年3月5日 第03版（民生）\n\n${BODY}\n\n---\n*本文由脚本整理*\n`,
    issue,
  ],
])('Markdown is read as people keep it: %s', (_name, file, text, facts) => {
  const { articles } = readMarkdown(file, text)
  expect(articles).toMatchObject([{ headline: TITLE, ...facts }])
  expect(articles[0]?.body.map((it) => it.text)).toEqual(TEXT)
})

test('a rule between paragraphs is no heading', () => {
  const { articles } = readMarkdown('a.md', `# ${TITLE}\n\n${TEXT[0]}\n---\n${TEXT[1]}\n`)
  expect(articles[0]?.body).toEqual(TEXT.map((text) => ({ kind: 'paragraph', text })))
})
