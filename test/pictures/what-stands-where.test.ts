import { expect, test } from 'vitest'
import { drawCard } from '../../src/pictures/drawing/draw-card.ts'
import { drawChart } from '../../src/pictures/drawing/draw-chart.ts'
import { drawFront } from '../../src/pictures/drawing/draw-front.ts'
import { loadPen, type Pen } from '../../src/pictures/drawing/pen.ts'
import type { CardPicture, ChartPicture, FrontPicture, FrontStory } from '../../src/pictures/index.ts'

// What stands where on a picture: the text that is written, with its place, and not the ink.

interface Written {
  readonly text: string
  readonly x: number
  /** Of the base line. */
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Draws, and tells all that was written, in order; of `height` the picture is. */
async function writtenBy(draw: (pen: Pen) => unknown) {
  const pen = await loadPen()
  const written: Written[] = []
  let height = 0
  draw({
    ...pen,
    create: (width, high) => {
      height = high
      return pen.create(width, high)
    },
    write: (context, text, x, y, style) => {
      written.push({ text, x, y, width: pen.measure(text, style), size: style.size })
      pen.write(context, text, x, y, style)
    },
  })
  return { written, height }
}

const WIDTH = 1080
const [MARGIN, LABEL_GAP] = [72, 28]

const chart = (counts: readonly number[], labels: readonly string[]): ChartPicture => ({
  kind: 'chart',
  title: '渡轮',
  note: '每月的篇数',
  labels,
  lines: [{ name: '渡轮', counts, peaks: [] }],
  isDark: false,
})
const months = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}.月`)

async function axesOf(counts: readonly number[], labels = months(counts.length)) {
  const { written, height } = await writtenBy((pen) => drawChart(pen, chart(counts, labels)))
  return {
    height,
    below: written.filter(({ text }) => labels.includes(text)),
    beside: written.filter(({ text }) => /^[\d.]+$/u.test(text)),
  }
}

test.each([1, 2, 3, 7, 8, 9, 24, 25, 60])(
  'of %i points as many are named as have room, from the first on, the same number apart',
  async (count) => {
    const labels = months(count)
    const { below } = await axesOf(Array.from({ length: count }, () => 3))
    const places = below.map(({ text }) => labels.indexOf(text))
    const each = places[1] ?? count
    expect(places).toEqual(Array.from({ length: Math.ceil(count / each) }, (_, at) => at * each))
    const centres = below.map(({ x, width }) => x + width / 2)
    for (const [at, { x, width }] of below.entries()) {
      const before = below[at - 1]
      if (before) expect(x).toBeGreaterThanOrEqual(before.x + before.width)
      expect([x >= MARGIN - 24, x + width <= WIDTH - MARGIN + 24]).toEqual([true, true])
    }
    // Twice as many would touch one another: no room is left empty.
    const [first = 0, second = WIDTH] = centres.slice(1)
    const widest = Math.max(...below.map(({ width }) => width))
    if (each > 1) expect((second - first) * ((each - 1) / each)).toBeLessThan(widest + LABEL_GAP + 12)
    expect(new Set(below.map(({ y }) => y)).size).toBeLessThanOrEqual(1)
  },
)

test('the name of a point stands below it', async () => {
  const labels = months(5)
  const peaks = labels.map((text, at) => ({ at, text }))
  const line = { name: '渡轮', counts: [1, 4, 2, 9, 3], peaks }
  const { written } = await writtenBy((pen) => drawChart(pen, { ...chart([], labels), lines: [line] }))
  const centresOf = (some: readonly Written[]) => some.slice(1, 4).map(({ x, width }) => x + width / 2)
  const numbers = written.filter(({ text, size }) => /^\d$/u.test(text) && size === 28)
  const names = written.filter(({ text }) => labels.includes(text))
  expect(names.slice(1, 4).map(({ text }) => text)).toEqual(labels.slice(1, 4))
  expect(centresOf(names)).toEqual(centresOf(numbers).map((it) => expect.closeTo(it, 5) as number))
})

test.each([
  [
    [0, 0],
    ['0', '1'],
  ],
  [
    [1, 2],
    ['0', '1', '2'],
  ],
  [
    [40, 170],
    ['0', '50', '100', '150', '200'],
  ],
])(
  'beside points of %j whole numbers are written, the highest on top and no number above the lines',
  async (counts, texts) => {
    const { beside, below } = await axesOf(counts)
    expect(beside.map(({ text }) => text)).toEqual(texts)
    for (const [at, { y, x, width, size }] of beside.entries()) {
      const before = beside[at - 1]
      if (before) expect(before.y - y).toBeGreaterThan(size)
      // All end at one place, and lie below the title and above the labels.
      expect(x + width).toBeCloseTo((beside[0]?.x ?? 0) + (beside[0]?.width ?? 0), 5)
      expect(x).toBeGreaterThanOrEqual(MARGIN)
      expect(y).toBeLessThan(below[0]?.y ?? 0)
    }
  },
)

const front = (stories: readonly FrontStory[]): FrontPicture => ({
  kind: 'front',
  masthead: '江城日报',
  dateline: ['2024年6月8日', '星期六', '8版'],
  stories,
  source: ['江城日报'],
  sender: ['听'],
  isDark: false,
})
/** Between stories of a column. */
const STORY_GAP = 52
/** Each story is told by a character of its own. */
const NAMES = Array.from('甲乙丙丁戊己庚辛')
const storyOf = (name: string, length: number): FrontStory => ({ headline: name.repeat(length) })

async function placesOf(stories: readonly FrontStory[]) {
  const { written, height } = await writtenBy((pen) => drawFront(pen, front(stories)))
  const places = stories.map(({ headline }) => {
    const own = written.filter(
      ({ text }) => text !== '' && Array.from(text).every((it) => it === headline[0]),
    )
    return {
      left: Math.min(...own.map(({ x }) => x)),
      right: Math.max(...own.map(({ x, width }) => x + width)),
      top: Math.min(...own.map(({ y }) => y)),
      bottom: Math.max(...own.map(({ y }) => y)),
    }
  })
  const foot = written.find(({ text }) => text.startsWith('听'))
  return { places, footTop: (foot?.y ?? height) - (foot?.size ?? 0) }
}

test('behind the story that leads, each stands below the shorter column, the first of equal ones at the left', async () => {
  // Of two lines, of one, of one: the third has room below the second.
  const stories = [20, 18, 8, 8, 8].map((length, at) => storyOf(NAMES[at] ?? '', length))
  const { places, footTop } = await placesOf(stories)
  const [lead, a, b, c, d] = places
  const [left, right] = [a?.left ?? 0, b?.left ?? 0]
  expect(lead?.left).toBeCloseTo(left, 0)
  expect(right - left).toBeCloseTo((WIDTH - 2 * 64 + 56) / 2, 0)
  expect([c?.left, d?.left].map((it) => Math.round(it ?? 0))).toEqual([right, left].map(Math.round))
  expect(a?.top).toBe(b?.top)
  expect(a?.top).toBeGreaterThan(lead?.bottom ?? 0)
  expect(c?.top).toBeGreaterThan((b?.bottom ?? 0) + STORY_GAP)
  expect(d?.top).toBeGreaterThan(a?.bottom ?? 0)
  expect(c?.top).toBeLessThan(d?.top ?? 0)
  for (const it of places)
    expect([it.left >= 60, it.right <= WIDTH - 60, it.bottom < footTop]).toEqual([true, true, true])
})

test('the parts of the line below the name stand at the left, in the middle and at the right', async () => {
  const stories = [storyOf('甲', 8)]
  const { written } = await writtenBy((pen) => drawFront(pen, front(stories)))
  const [day, weekday, pages] = front(stories).dateline.map((it) => written.find(({ text }) => text === it))
  expect(day?.x).toBe(64)
  expect((weekday?.x ?? 0) + (weekday?.width ?? 0) / 2).toBeCloseTo(WIDTH / 2, 5)
  expect((pages?.x ?? 0) + (pages?.width ?? 0)).toBeCloseTo(WIDTH - 64, 5)
})

test('the foot stands below the longer column, whichever it is', async () => {
  for (const lengths of [
    [20, 8, 30],
    [20, 30, 8],
  ]) {
    const { places, footTop } = await placesOf(lengths.map((length, at) => storyOf(NAMES[at] ?? '', length)))
    expect(Math.max(...places.map(({ bottom }) => bottom))).toBeLessThan(footTop)
  }
})

test('of two stories the second has the whole width, of three each of the others a half', async () => {
  const long = NAMES.slice(0, 3).map((name) => storyOf(name, 20))
  const [, alone] = (await placesOf(long.slice(0, 2))).places
  expect(alone && alone.right - alone.left).toBeGreaterThan(WIDTH / 2)
  const [, left, right] = (await placesOf(long)).places
  expect(left && left.right).toBeLessThanOrEqual(WIDTH / 2)
  expect(right && right.left).toBeGreaterThanOrEqual(WIDTH / 2)
})

const square = (length: number): CardPicture => ({
  kind: 'card',
  headline: '渡轮开航',
  paragraphs: [{ text: '一'.repeat(length) }],
  source: ['江城日报'],
  sender: ['报童'],
  isDark: false,
  isSquare: true,
})

test('a square card holds all in the largest type that has room, and what has room in none ends in an ellipsis above the foot', async () => {
  const sizes: number[] = []
  for (const length of [20, 100, 150, 200, 260, 1500]) {
    const { written, height } = await writtenBy((pen) => drawCard(pen, square(length)))
    const quoted = written.filter(({ text }) => /^[一…]+$/u.test(text))
    const foot = written.find(({ text }) => text.startsWith('江'))
    const told = quoted.map(({ text }) => text).join('')
    expect(height).toBe(WIDTH)
    expect(Math.max(...quoted.map(({ y }) => y))).toBeLessThan((foot?.y ?? 0) - (foot?.size ?? 0))
    if (length < 1500) expect(told).toBe('一'.repeat(length))
    else expect(told).toMatch(/^一{150,1400}…$/u)
    sizes.push(quoted[0]?.size ?? 0)
  }
  expect(sizes[0]).toBe(58)
  expect(sizes.at(-1)).toBe(32)
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
  expect(new Set(sizes).size).toBeGreaterThan(3)
})

test('what is left of a square stands around the text, a little more of it below', async () => {
  const { written } = await writtenBy((pen) => drawCard(pen, square(20)))
  const tops = written.map(({ y, size }) => y - size)
  const quoted = written.filter(({ text }) => /^一+$/u.test(text))
  const foot = written.find(({ text }) => text.startsWith('江'))
  const [above, below] = [Math.min(...tops), (foot?.y ?? 0) - Math.max(...quoted.map(({ y }) => y))]
  expect(above).toBeGreaterThan(150)
  expect(below).toBeGreaterThan(above * 0.9)
})
