import { expect, test } from 'vitest'
import { toLines } from '../../../src/corpus/layout/line.ts'

const opening = (...lines: readonly string[]) => toLines(lines.join('\n')).map((it) => it.opensArticle)

test.each([
  ['新华社广州12月4', '日电（记者胡娜）4日上午'],
  ['据新华社日内瓦1月9日', '电（记者严明）俄罗斯国'],
  ['本报布宜诺斯艾利斯1', '月9日电记者兰才基报道'],
])('an article opens with a dateline that is wrapped: %s', (first, second) => {
  expect(opening(first, second)).toEqual([true, false])
})

test('a dateline that a blank line parts from its rest opens nothing', () => {
  expect(opening('新华社广州12月4', '', '日电（记者胡娜）4日上午')).toEqual([false, false])
})

test('a line over an opening is none, and no name in brackets that is wrapped', () => {
  expect(opening('新桥合龙', '本报讯（记者 李四）昨日')).toEqual([false, true])
  expect(opening('（大江日报记者 李', '四）')).toEqual([false, false])
  expect(opening('新桥昨日合龙，两岸居民过桥', '不用绕路，居民说')).toEqual([false, false])
})
