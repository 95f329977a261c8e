import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { stretchWidths } from '../../../src/corpus/layout/stretch.ts'

const wrap = (text: string, width: number): string[] => {
  const lines = [text.slice(0, width - 2)]
  for (let at = width - 2; at < text.length; at += width) lines.push(text.slice(at, at + width))
  return lines
}

const TEA =
  '山里的老茶树今年又发新芽满坡的茶农从清早忙到日落把嫩叶一筐一筐背下山来送进镇上新建的茶坊里炒制当天夜里便装车运往城里的铺子售卖茶价比去年涨了一成有余。'
const BRIDGE =
  '河上的新桥昨日合龙两岸的居民从此不必再绕路往返只要一刻钟桥面双向四车道两侧还留出步道夜里点灯后成了散步的好去处工程历时三年一共用去钢材两万多吨。'

test('each line of text without blank lines has the width of its own column', () => {
  const lines = toLines([...wrap(TEA, 20), ...wrap(BRIDGE + BRIDGE, 11)].join('\n'))
  const widths = stretchWidths(lines, 20)
  expect(widths.slice(0, 3)).toEqual([20, 20, 20])
  expect(widths.slice(-5)).toEqual([11, 11, 11, 11, 11])
})

test('a short title and the last line of a paragraph stand in the column around them', () => {
  const lines = toLines([...wrap(TEA, 14), '新桥合龙', ...wrap(BRIDGE, 14)].join('\n'))
  expect(new Set(stretchWidths(lines, 14))).toEqual(new Set([14]))
})

test('a narrow column among wide ones without blank lines is text', () => {
  const wide = wrap(TEA.replaceAll('茶', '米'), 20)
  const text = [
    '茶乡开园',
    ...wrap(TEA, 20),
    ...wide,
    '新桥合龙',
    ...wrap(BRIDGE + BRIDGE, 11),
    ...wide,
  ].join('\n')
  const read = readPage({ file: 'page.txt', text }).articles.flatMap(({ paragraphs }) => paragraphs)
  expect(read.join('')).toContain(BRIDGE + BRIDGE)
})

test('many lines of one width with a comma are text under a title, wherever they stop', () => {
  const column = wrap(BRIDGE.replace('合龙', '合龙，').slice(0, 63), 13)
  const text = [...wrap(TEA, 13), '', '两岸盼了十年的', '新桥合龙', ...column].join('\n')
  const read = readPage({ file: 'page.txt', text }).articles.flatMap(({ paragraphs }) => paragraphs)
  expect(read.join('')).toContain(column.join(''))
})
