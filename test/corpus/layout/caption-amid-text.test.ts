import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const PAGE = [
  '茶乡开园',
  '本报讯（记者 王小明）山里的',
  '老茶树今年又发新芽，满坡的茶',
  '农都忙着采茶。',
  '茶农在山坡上采茶。受访单位',
  '供图 本报记者 李霞 摄',
  '茶价比去年涨了一成，茶农们笑',
  '开了颜。镇上的茶坊连夜炒制，',
  '第二天一早就运往城里的铺子。',
]

test('a caption behind a sentence of the text, without a blank line, is no part of the text', () => {
  const [article] = readPage({ file: 'page.txt', text: PAGE.join('\n') }).articles
  expect(article?.paragraphs.join('')).not.toContain('李霞')
  expect(article?.paragraphs.join('')).toContain('茶价比去年涨了一成，茶农们笑开了颜。')
  expect(article?.captions.join('')).toContain('茶农在山坡上采茶。')
})

test('a sentence that ends with a picture goes on as text', () => {
  const text = PAGE.join('\n').replace(
    '受访单位\n供图 本报记者 李霞 摄',
    '他们把\n样子画成了一张图，挂在墙上。',
  )
  const [article] = readPage({ file: 'page.txt', text }).articles
  expect(article?.paragraphs.join('')).toContain('挂在墙上。')
})
