import { describe, expect, test } from 'vitest'
import { arrangementEvidence } from '../../../src/corpus/arrangement/arrangement-evidence.ts'
import { assemble, toPageParts } from '../../../src/corpus/arrangement/assemble.ts'
import {
  type ContinuationCandidate,
  weighedCandidates,
} from '../../../src/corpus/arrangement/continuation-candidate.ts'
import { draftOfDisplay } from '../../../src/corpus/arrangement/display-only.ts'
import { toFragments } from '../../../src/corpus/arrangement/fragment.ts'
import { flip, likeliest } from '../../../src/corpus/arrangement/link-choice.ts'
import { toTextFlows } from '../../../src/corpus/arrangement/text-flow.ts'
import { titleScore, toTitleBlocks } from '../../../src/corpus/arrangement/title-block.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { textOf } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const NO_TREES = new Float32Array()
const TREES = { joins: NO_TREES, links: NO_TREES }
const WIDTH = 12
const blockOf = (kind: Block['kind'], ...printed: readonly string[]): Block => ({
  kind,
  lines: toLines(printed.join('\n')),
  width: WIDTH,
  evidence: 'test',
})
const title = (...printed: readonly string[]) => blockOf('display', ...printed)
const body = (...printed: readonly string[]) => blockOf('body', ...printed)

const TEA = ['山里的老茶树又发芽，', '茶农都忙着采茶，茶价涨了', '一成，采茶的人多了。']
const BRIDGE = ['河上的新桥昨日合龙，', '两岸的居民过桥不必再绕路', '，新桥明年春天通车。']
const SCHOOL = ['城里的小学今年扩建，', '教室多了十间，操场也铺了', '新草，学生都很喜欢。']
/** Stops in mid-sentence. */
const TORN = ['图书馆的新馆已开门，', '读者可以坐在窗边看书也可']

const candidate = (from: number, to: number, score = 1): ContinuationCandidate => ({
  from,
  to,
  score,
  subheads: [],
})

describe('a choice of what goes on in what', () => {
  const candidates = [candidate(0, 1), candidate(0, 2), candidate(1, 2), candidate(2, 3)]

  test.each([
    ['puts out what goes on from the same text', [0], [1, 0, 1, 0]],
    ['puts out what goes on in the same text', [1], [0, 1, 0, 0]],
    ['leaves others', [2], [1, 0, 1, 1]],
    ['turns several over, one after the other', [1, 3], [0, 1, 0, 0]],
  ])('that is taken up %s', (_case, flips, expected) => {
    const before = flips.includes(2) ? [1, 0, 0, 1] : flips.includes(3) ? [0, 0, 0, 1] : [0, 0, 1, 0]
    expect([...flip(Uint8Array.from(before), flips, candidates)]).toEqual(expected)
  })

  test('that is given up puts out nothing, and the one before stays as it was', () => {
    const before = Uint8Array.from([1, 0, 1, 1])
    expect([...flip(before, [0], candidates)]).toEqual([0, 0, 1, 1])
    expect([...before]).toEqual([1, 0, 1, 1])
  })

  test('at first is the likeliest for each text, and none that is as likely as not', () => {
    const odds = (...own: readonly number[]) => [...likeliest(candidates, own)]
    expect(odds(1, 2, 3, 0)).toEqual([1, 0, 1, 0])
    expect(odds(1, 4, 3, 0.1)).toEqual([0, 1, 0, 1])
  })
})

describe('what tells how sure an article is', () => {
  const blocks = [title('老茶树又发新芽'), body(...TEA), body(...TORN), title('新桥合龙'), body(...BRIDGE)]
  const parts = toPageParts(blocks, undefined, NO_TREES)
  const told = (chains: readonly (readonly number[])[], titleBlocks: readonly (number | undefined)[]) =>
    arrangementEvidence(parts, { chains, titleBlocks, value: 0, candidates: [], margins: [] })

  test('is whether its last text stops in mid-sentence, or its first begins in one', () => {
    expect(parts.flows.map(({ text }) => text.slice(0, 2))).toEqual(['山里', '图书', '河上'])
    expect(told([[0, 1], [2]], [0, 1]).map(({ isTorn }) => isTorn)).toEqual([true, false])
    expect(told([[1, 0], [2]], [0, 1]).map(({ isTorn }) => isTorn)).toEqual([false, false])
  })

  test('is whether its title stands right over it', () => {
    expect(told([[0, 1], [2]], [0, 1]).map(({ isTitleAbove }) => isTitleAbove)).toEqual([true, true])
    expect(told([[0], [1], [2]], [1, 0, undefined]).map((it) => it.isTitleAbove)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('is how many texts it has, and how many of the page have no title', () => {
    const [first, last] = told([[0, 1], [2]], [0, undefined])
    expect([first?.flows, last?.flows]).toEqual([2, 1])
    expect([first?.untitledShare, first?.unusedShare]).toEqual([0.5, 1 / 3])
  })
})

describe('what stands beside a headline', () => {
  const drafts = (...blocks: readonly Block[]) =>
    assemble(blocks, TREES).drafts.map(({ kicker, headline, deck }) =>
      [kicker, headline, deck].map((it) => it.map(({ lines }) => textOf(lines))),
    )

  test('is the deck of the one above it where it speaks of neither', () => {
    expect(
      drafts(
        body(...TEA),
        title('老茶树又发芽茶价涨一成'),
        title('各地消息'),
        title('新桥合龙居民不必绕路'),
        body(...BRIDGE),
      ),
    ).toEqual([
      [[], ['老茶树又发芽茶价涨一成'], ['各地消息']],
      [[], ['新桥合龙居民不必绕路'], []],
    ])
  })
})

test('a byline behind text signs what ended last before it', () => {
  const { drafts } = assemble(
    [
      title('老茶树又发新芽'),
      body('本报讯 山里的老茶树', ...TEA),
      title('新桥昨日合龙'),
      body('本报讯 河上的新桥昨', ...BRIDGE),
      blockOf('byline', '本报记者 李四'),
      title('小学今年扩建'),
      body('本报讯 城里的小学今', ...SCHOOL),
    ],
    TREES,
  )
  expect(drafts.map(({ bylines }) => bylines.length)).toEqual([0, 1, 0])
})

test.each([
  [39, false],
  [40, true],
])('display lines as wide as %i signs are more than titles: %s', (width, is) => {
  const signs = '茶树新芽采摘晾晒'.repeat(5)
  const blocks = [
    title(signs.slice(0, 8), signs.slice(1, 5)),
    title(signs.slice(0, 15), signs.slice(3, width - 24)),
  ]
  const draft = draftOfDisplay(blocks)
  expect(draft?.headline.length ?? 0).toBe(is ? 1 : 0)
  expect(draft?.headline.map(({ lines }) => textOf(lines)).join('') ?? '').toBe(is ? signs.slice(0, 8) : '')
  expect(draft?.body.length ?? 0).toBe(is ? 3 : 0)
})

test.each(['byline', 'dateline'] as const)('a %s behind text signs it', (kind) => {
  const blocks = [body(...TEA), blockOf(kind, kind === 'byline' ? '本报记者 李四' : '（江城5月1日电）')]
  expect([...toPageParts(blocks, undefined, NO_TREES).signed]).toEqual([0])
})

test.each([
  [10, 'paragraph'],
  [12, 'middle'],
  [15, 'middle'],
  [16, 'open'],
])('in a column of twelve signs a first line of %i tells how it starts: %s', (width, start) => {
  const first = '茶树新芽采摘晾晒揉捻烘焙装箱出山'.slice(0, width)
  expect(toFragments([body(first, '都忙着采茶，茶价也涨了一')])[0]?.start).toBe(start)
})

test.each([
  [3, false],
  [4, true],
  [18, true],
  [19, false],
])('a title of %i signs that stand so in running text is taken from it: %s', (length, is) => {
  const text = '老茶树今年又发新芽满坡茶农都忙着采茶茶价也涨了一成'
  const blocks = [title(text.slice(0, length)), body(text.slice(0, 12), text.slice(12, 24), text.slice(24))]
  const { titleBlocks } = toPageParts(blocks, undefined, NO_TREES)
  expect(titleBlocks.map(({ quoted }) => quoted)).toEqual([is])
})

test.each([
  [3, 3],
  [2, 1],
])('of %i full lines that all end a sentence %i are paragraphs', (count, paragraphs) => {
  const lines = ['山里的老茶树今年又发芽。', '茶农们从清晨忙到了天黑。', '今年的茶价比去年高一成。']
  expect(toFragments([body(...lines.slice(0, count))])).toHaveLength(paragraphs)
})

test('a paragraph that is torn twice is one', () => {
  const pieces = [
    ['山里的老茶树又发芽，', '茶农都忙着采茶，茶价涨了'],
    ['一成，采茶的人又多了三成', '，来买茶的客商住在山脚下'],
    ['，等着新茶下山。'],
  ]
  const blocks = pieces.map((it) => body(...it))
  const fragments = toFragments(blocks)
  const flows = toTextFlows({ fragments, links: [1, 2, undefined], blocks, rarity: () => 1 }, NO_TREES)
  expect(flows.map(({ paragraphs }) => paragraphs.map(({ lines }) => textOf(lines)))).toEqual([
    [pieces.flat().join('')],
  ])
})

test.each([
  ['茶乡新', 1],
  ['茶乡新闻事', 1],
  ['茶乡新闻事多', 0],
])('%s over another title labels a new article of a series: %i', (label, labelled) => {
  const blocks = [body(...TEA), title(label), title('新桥昨日合龙通车'), body(...BRIDGE)]
  const [found] = weighedCandidates(toPageParts(blocks, undefined, NO_TREES))
  expect(found?.evidence.labelled).toBe(labelled)
})

test.each([
  [3, true],
  [2, false],
])('%i titles of two lines that begin alike are of a series: %s', (count, are) => {
  const titles = ['山路', '河堤', '学校'].map((it) => title(`修好${it}`, `方便大家出行`))
  const series = toTitleBlocks(titles.slice(0, count), [], () => 1).flatMap((it) => it.series ?? [])
  expect(series).toHaveLength(are ? count : 0)
})

test('the ends of an article are in doubt by the links that lead on from its last text or to its first', () => {
  const parts = toPageParts(
    [body(...TEA), body(...TORN), body('本报讯 河上的新桥昨', ...BRIDGE)],
    undefined,
    NO_TREES,
  )
  const link = (from: number, to: number, margin: number) => ({ from, to, margin, isChosen: false })
  const found = arrangementEvidence(parts, {
    chains: [[0, 1], [2]],
    titleBlocks: [undefined, undefined],
    value: 0,
    candidates: [],
    margins: [link(1, 2, 2), link(0, 2, 1), { ...link(0, 1, 3), isChosen: true }],
  })
  expect(found.map(({ inside, ends }) => [inside, ends])).toEqual([
    [3, 2],
    [8, 1],
  ])
})

test.each([
  [4, -2],
  [5, 0],
])('a title of %i signs is worth %i beside a longer one', (length, less) => {
  const { flows, titleBlocks } = toPageParts([title('各地消息几则'), body(...TEA)], undefined, NO_TREES)
  const worth = (text: string) => {
    const [own] = titleBlocks
    return own ? titleScore({ ...own, text }, [0], flows, () => 0) : Number.NaN
  }
  expect(worth('各地消息几则'.slice(0, length)) - worth('各地消息几则')).toBeCloseTo(less)
})

test('a caption that speaks of nothing goes to the nearest text, however long that is', () => {
  const { drafts } = assemble(
    [
      title('老茶树又发新芽'),
      body('本报讯 山里的老茶树', '茶农都忙着采茶，茶价涨了'),
      body('一成，采茶的人又多了三成', '，来买茶的客商住在山脚下'),
      body('，等着新茶下山装车运往城', '里去卖，茶价比去年还要高'),
      body('，茶农都笑了。'),
      blockOf('caption', '图为有关活动现场。'),
      title('新桥昨日合龙'),
      body('本报讯 河上的新桥昨', ...BRIDGE),
    ],
    TREES,
  )
  expect(drafts.map(({ captions }) => captions.length)).toEqual([1, 0])
})
