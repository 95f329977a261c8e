import { expect, test } from 'vitest'
import { filesOf, rectsByPage } from '../../src/cli/draw-pictures.ts'
import type { PagePicture } from '../../src/pictures/index.ts'

const page = (number: number): PagePicture => ({
  kind: 'page',
  file: 'a.pdf',
  number,
  rects: [],
  look: 'clipping',
})

test('the first page that there is has the name that was asked for, and each other one its place', () => {
  const named = filesOf('/tmp/a.PNG', [page(9), page(10), page(12)])
  expect(named.map(({ out, shows }) => [out, shows.kind === 'page' && shows.number])).toEqual([
    ['/tmp/a.PNG', 9],
    ['/tmp/a-2.png', 10],
    ['/tmp/a-3.png', 12],
  ])
})

test('pages come in the order of their numbers, each with all that stands on it', () => {
  const at = (number: number, x: number) => ({ page: number, rect: [x, 0, x + 9, 9] as const })
  expect([...rectsByPage([at(10, 1), at(9, 2), at(10, 3), at(100, 4)])]).toEqual([
    [9, [[2, 0, 11, 9]]],
    [
      10,
      [
        [1, 0, 10, 9],
        [3, 0, 12, 9],
      ],
    ],
    [100, [[4, 0, 13, 9]]],
  ])
})
