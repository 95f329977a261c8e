import { describe, expect, test } from 'vitest'
import { captionsByCredit } from '../../../src/corpus/layout/caption-lines.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

/** The captions that are found, as they are printed. */
function captionsOf(...printed: readonly string[]): string[] {
  const lines = toLines(printed.join('\n'))
  return [...captionsByCredit(lines)].map(([at, size]) =>
    lines
      .slice(at, at + size)
      .map(({ text }) => text)
      .join('/'),
  )
}

const TITLE = ['老茶乡开园迎客', '满坡新芽一日采']

describe('a caption between a title and its text', () => {
  test.each([
    [['茶农在坡上采茶。李小霞 摄']],
    [['茶农在坡上采茶。（资料图片）']],
    [['茶农在坡上采茶。受访单位供图']],
    [['茶农在坡上采茶。本报记', '者 李小霞 摄']],
    [['茶农在坡上采茶。新华社', '记者 李小霞 摄']],
    [['茶农在坡上采茶。（资料', '图片）']],
    [['图为茶农在坡上', '采茶的样子 李', '小霞 摄']],
    [['今年的茶价比去年涨一成', '茶农在坡上采茶。李小霞', '摄影']],
  ])('%j is one', (caption) => {
    expect(captionsOf(...TITLE, ...caption, '本报讯（记者 王小明）山里的')).toEqual([caption.join('/')])
  })

  test('the full lines over its end belong to it, as it is as wide as its picture', () => {
    const caption = ['茶农在坡上采茶，游客', '也来帮忙。本报记者 李', '小霞 摄']
    expect(captionsOf('老茶乡迎客', ...caption, '本报讯（记者 王小明）山里的')).toEqual([caption.join('/')])
  })

  test('a byline over it, which is as wide, is none of it', () => {
    const caption = ['茶农在山坡上采茶 王', '小霞 摄']
    expect(captionsOf('老茶乡开园', '□本报记者 李四', ...caption, '春天的茶乡里')).toEqual([
      caption.join('/'),
    ])
  })

  test('a credit alone leaves the title over it whole', () => {
    expect(captionsOf(...TITLE, '李小霞 摄', '本报讯（记者 王小明）山里的')).toEqual(['李小霞 摄'])
  })
})

describe('a caption amid a column', () => {
  const column = [
    '老茶树今年又发新芽，',
    '满坡的茶农都忙着采',
    '茶，镇上的茶坊连夜炒',
    '制，第二天一早运往城',
  ]

  test('takes no line of the column, which is as wide', () => {
    expect(captionsOf(...column, '茶农在坡上采茶。李小', '霞 摄', '里的铺子。')).toEqual([
      '茶农在坡上采茶。李小/霞 摄',
    ])
  })

  test('takes the sentence over its credit where that is wider than the column', () => {
    expect(captionsOf(...column, '满坡的茶农都忙着采茶和炒茶。', '李小霞 摄', '里的铺子。')).toEqual([
      '满坡的茶农都忙着采茶和炒茶。/李小霞 摄',
    ])
  })
})

test('two captions one below another stay two', () => {
  expect(captionsOf('茶农在采茶。李小霞 摄', '▲游客来帮忙。', '（资料图片）')).toEqual([
    '茶农在采茶。李小霞 摄',
    '▲游客来帮忙。/（资料图片）',
  ])
})

test.each([
  ['这部片子由他们在山里拍摄', '了三年才做完。'],
  ['两位记者在山里拍', '摄了三年。'],
  ['他把样子画成了一张图', '挂在墙上。'],
  ['所有的图都由他们提供', '给读者。'],
  ['李小霞', '摄影展今天开幕'],
])('a line that breaks behind 摄 or 图 is none: %s / %s', (...printed) => {
  expect(captionsOf(...printed)).toEqual([])
})

test('a caption does not reach over a blank line', () => {
  expect(captionsOf(...TITLE, '', '李小霞 摄', '本报讯（记者 王小明）山里的')).toEqual(['李小霞 摄'])
})
