import { expect, test } from 'vitest'
import { type Fragment, toFragments } from '../../../src/corpus/arrangement/fragment.ts'
import { linkFragments } from '../../../src/corpus/arrangement/link-fragments.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { textOf } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const block = (width: number, ...lines: string[]): Block => ({
  kind: 'body',
  width,
  lines: toLines(lines.join('\n')),
  evidence: 'test',
})

/** Stops in mid-sentence at the foot of a column twelve characters wide. */
const TORN = block(12, '山里的老茶树今年又发', '新芽满坡的茶农从清早忙到', '日落把嫩叶一筐一筐背下山')
const WIDER = block(
  18,
  '两岸的居民从此不必再绕路往返只要一刻',
  '钟桥面双向四车道两侧还留出步道夜里点',
  '灯后成了去处。',
)
const AS_WIDE = block(12, '来送进镇上新建的茶坊里炒', '制当天夜里便装车运往城里', '的铺子售卖。')

const followers = (...blocks: readonly Block[]) => {
  const fragments: readonly Fragment[] = toFragments(blocks)
  return linkFragments(fragments, () => 1).map((to) => textOf(fragments[to ?? -1]?.lines ?? []).slice(0, 4))
}

test('a torn paragraph does not go on in the next column if that is much wider', () => {
  expect(followers(TORN, WIDER)[0]).toBe('')
})

test('it goes on behind that column in one of its own width', () => {
  expect(followers(TORN, WIDER, AS_WIDE)[0]).toBe('来送进镇')
})
