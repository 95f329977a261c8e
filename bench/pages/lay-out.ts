import type { Text } from '../sources/read-texts.ts'

/** A rectangle of a page with one article, in points inside its margins. */
export interface Module {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly headline: string
  readonly paragraphs: readonly string[]
  readonly kicker: string
  readonly deck: string
  readonly author: string
  readonly title: 'above' | 'beside' | 'down' | 'centred'
  readonly look: 'plain' | 'framed' | 'tinted'
  readonly columns: number
  /** Size of the title, in points. */
  readonly size: number
  /** Height of a picture with a caption, in points; 0: none. */
  readonly picture: number
  readonly caption: string
  /** Where the text goes on below, past another article: the article has the shape of an L. */
  readonly leg?: Area & { readonly columns: number }
}

/** A title over several articles. */
export interface Banner extends Area {
  readonly text: string
}

/** A rectangle of a page in points. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const INNER_WIDTH = 680
export const GUTTER_OF_COLUMNS = 10
export const TOP = 60
export const INNER_HEIGHT = 980
const GUTTER = 14
const SMALLEST = 190
const DECKS = ['——来自基层一线的调研报告', '市民期盼多年的事情有了着落', '今年以来已有多项举措落地']
const KICKERS = ['践行新发展理念', '奋进新征程', '关注民生实事']
const NAMES = ['李晓明', '王大伟', '张文静', '陈建国', '赵海燕']

/** What stands on a page. */
export interface Layout {
  readonly modules: readonly Module[]
  readonly banners: readonly Banner[]
}

/**
 * Cuts a page into modules by turns, along or across, and sets a text into each. Some articles have the shape of an L, and some
 * stand under one title in pairs.
 */
export function layOut(texts: readonly Text[], chance: () => number): Layout {
  const areas = cut({ x: 0, y: TOP, width: INNER_WIDTH, height: INNER_HEIGHT - TOP }, chance)
  const shapes = areas.map((area) => shapeOf(area, chance))
  let next = Math.floor(chance() * texts.length)
  const toModule = ({ area, leg, look }: Shape): Module => {
    const wanted = (area.width * area.height + (leg ? leg.width * leg.height : 0)) / (leg ? 100 : 130)
    const near = Array.from({ length: 40 }, () => texts[next++ % texts.length] ?? NO_TEXT)
    const { headline, paragraphs } =
      near.find((it) => lengthOf(it) >= wanted * 0.8) ?? near.toSorted(byLength)[0] ?? NO_TEXT
    const length = lengthOf({ headline, paragraphs })
    const height =
      length < wanted * 0.7 && !leg ? Math.max(120, (area.height * length) / (wanted * 0.7)) : area.height
    return {
      ...area,
      height: Math.min(area.height, height + 60),
      headline,
      paragraphs,
      ...lookOf(area, chance),
      ...look,
      ...(leg && { leg }),
    }
  }
  return {
    modules: shapes.flatMap(({ parts }) => parts.map(toModule)),
    banners: shapes.flatMap(({ banner }) => banner ?? []),
  }
}

interface Shape {
  readonly area: Area
  readonly leg?: Area & { readonly columns: number }
  readonly look?: Partial<Module>
}

const BANNERS = ['凝心聚力谋发展', '把实事办到百姓心坎上', '春天里的新气象', '向着目标再出发']
const BANNER_HEIGHT = 46

/** An area as it is, or with an L and what the L goes round, or as two articles under one title. */
function shapeOf(area: Area, chance: () => number): { parts: readonly Shape[]; banner?: Banner } {
  const { x, y, width, height } = area
  const drawn = chance()
  if (width > 300 && height > 380 && drawn < 0.4) return { parts: toL(area, chance) }
  if (width > 400 && height > 240 && drawn < 0.7) {
    const half = (width - GUTTER) / 2
    const below = { y: y + BANNER_HEIGHT, width: half, height: height - BANNER_HEIGHT }
    const look = { title: 'above', look: 'plain', size: 15, kicker: '' } as const
    return {
      parts: [
        { area: { ...below, x }, look },
        { area: { ...below, x: x + half + GUTTER }, look },
      ],
      banner: {
        ...area,
        height: BANNER_HEIGHT,
        text: BANNERS[Math.floor(chance() * BANNERS.length)] ?? '',
      },
    }
  }
  return { parts: [{ area }] }
}

/** A text over the whole width that goes on in some of its columns, beside another article. */
function toL({ x, y, width, height }: Area, chance: () => number): readonly Shape[] {
  const columns = width > 420 ? 4 : 3
  const column = (width - GUTTER_OF_COLUMNS * (columns - 1)) / columns
  const own = 1 + Math.floor(chance() * (columns - 1))
  const top = Math.round(height * (0.4 + chance() * 0.2))
  const legWidth = own * column + (own - 1) * GUTTER_OF_COLUMNS
  const isLeft = chance() < 0.5
  const rest = width - legWidth - GUTTER
  const bottom = { y: y + top, height: height - top }
  const leg = { ...bottom, x: isLeft ? x : x + width - legWidth, width: legWidth, columns: own }
  const other = { y: y + top + GUTTER, height: height - top - GUTTER, width: rest }
  const look = { columns, title: chance() < 0.5 ? 'above' : 'centred', look: 'plain' } as const
  return [
    { area: { x, y, width, height: top }, leg, look },
    { area: { ...other, x: isLeft ? x + legWidth + GUTTER : x }, look: { title: 'above', size: 14 } },
  ]
}

const NO_TEXT: Text = { headline: '', paragraphs: [] }
const lengthOf = ({ paragraphs }: Text): number => paragraphs.reduce((sum, it) => sum + it.length, 0)
const byLength = (a: Text, b: Text): number => lengthOf(b) - lengthOf(a)

function cut(area: Area, chance: () => number): readonly Area[] {
  const { x, y, width, height } = area
  const isWide = width / INNER_WIDTH > height / INNER_HEIGHT
  const room = isWide ? width : height
  if (room < SMALLEST * 2 || (width * height < 160_000 && chance() < 0.4)) return [area]
  const at = Math.round(room * (0.35 + chance() * 0.3))
  const parts: readonly [Area, Area] = isWide
    ? [
        { x, y, width: at - GUTTER / 2, height },
        { x: x + at + GUTTER / 2, y, width: width - at - GUTTER / 2, height },
      ]
    : [
        { x, y, width, height: at - GUTTER / 2 },
        { x, y: y + at + GUTTER / 2, width, height: height - at - GUTTER / 2 },
      ]
  return parts.flatMap((part) => cut(part, chance))
}

function lookOf({ width, height }: Area, chance: () => number) {
  const pick = <T>(from: readonly T[], last: T) => from[Math.floor(chance() * from.length)] ?? last
  const columns = Math.max(1, Math.min(4, Math.round(width / (120 + chance() * 80))))
  const look = pick(['plain', 'plain', 'plain', 'framed', 'tinted'] as const, 'plain')
  const title = pick(
    width > 300
      ? (['above', 'above', 'centred', 'beside', 'down'] as const)
      : (['above', 'above', 'centred'] as const),
    'above',
  )
  return {
    columns,
    look,
    title,
    size: Math.min(32, Math.max(14, Math.round(width / (13 + chance() * 8)))),
    kicker: chance() < 0.2 ? pick(KICKERS, '') : '',
    deck: chance() < 0.3 ? pick(DECKS, '') : '',
    author: chance() < 0.6 ? pick(NAMES, '') : '',
    picture: height > 300 && chance() < 0.35 ? 70 + Math.round(chance() * 60) : 0,
    caption: `图为活动现场。${pick(NAMES, '')} 摄`,
  }
}
