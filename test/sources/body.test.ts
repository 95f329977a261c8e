import { expect, test } from 'vitest'
import { readBody } from '../../src/sources/html/body.ts'
import { parsePage } from '../../src/sources/html/parse-page.ts'

const partsOf = (html: string) =>
  readBody([...parsePage(`<html><body>${html}</body></html>`).querySelectorAll('body > *')]).parts.map(
    ({ kind, text }) => `${kind}: ${text}`,
  )
const bold = (text: string) => `<p><strong>${text}</strong></p>`
const plain = (text: string) => `<p>${text}</p>`

test('a bold line is a sub-head, unless half of the text is bold', () => {
  const text = [
    bold('三年建设'),
    plain('第一段写了开工的日子。'),
    bold('两岸通行'),
    plain('第二段写了谁来参加。'),
  ]
  expect(partsOf([...text, plain('第三段写了以后。')].join(''))).toEqual([
    'subhead: 三年建设',
    'paragraph: 第一段写了开工的日子。',
    'subhead: 两岸通行',
    'paragraph: 第二段写了谁来参加。',
    'paragraph: 第三段写了以后。',
  ])
  expect(partsOf(text.join(''))).toEqual([
    'paragraph: 三年建设',
    'paragraph: 第一段写了开工的日子。',
    'paragraph: 两岸通行',
    'paragraph: 第二段写了谁来参加。',
  ])
})

test('only what is bold itself is a sub-head, and not the short line behind it', () => {
  const text = [
    bold('这一整句都是粗体。'),
    plain('谁来参加'),
    ...'甲乙丙'.split('').map((it) => plain(`${it}说好。`)),
  ]
  expect(partsOf(text.join('')).slice(0, 2)).toEqual(['paragraph: 这一整句都是粗体。', 'paragraph: 谁来参加'])
})

test('of the lines behind a picture the first may be its caption, and no later one', () => {
  expect(
    partsOf(`<p><img src="a.jpg"></p>${plain('图为村民在晾晒稻谷。')}${plain('这张老照片由他的父亲拍摄')}`),
  ).toEqual(['caption: 图为村民在晾晒稻谷。', 'paragraph: 这张老照片由他的父亲拍摄'])
})

test('the header of a text is part of it, and one of links is none', () => {
  const links = '<header><a href="/">首页</a> <a href="/a">时政</a></header>'
  expect(partsOf(`<div>${links}<header><p>导语写在这里。</p></header><p>正文写在这里。</p></div>`)).toEqual([
    'paragraph: 导语写在这里。',
    'paragraph: 正文写在这里。',
  ])
})
