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
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const INNER_WIDTH = 680
export const TOP = 60
export const INNER_HEIGHT = 980
const GUTTER = 14
const SMALLEST = 190
const DECKS = ['——来自基层一线的调研报告', '市民期盼多年的事情有了着落', '今年以来已有多项举措落地']
const KICKERS = ['践行新发展理念', '奋进新征程', '关注民生实事']
const NAMES = ['李晓明', '王大伟', '张文静', '陈建国', '赵海燕']

/** Cuts a page into modules by turns, along or across, and sets a text into each. */
export function layOut(texts: readonly Text[], chance: () => number): readonly Module[] {
  const areas = cut({ x: 0, y: TOP, width: INNER_WIDTH, height: INNER_HEIGHT - TOP }, chance)
  let next = Math.floor(chance() * texts.length)
  const toModule = (area: Area): Module => {
    const wanted = (area.width * area.height) / 130
    const near = Array.from({ length: 40 }, () => texts[next++ % texts.length] ?? NO_TEXT)
    const { headline, paragraphs } =
      near.find((it) => lengthOf(it) >= wanted * 0.8) ?? near.toSorted(byLength)[0] ?? NO_TEXT
    const length = lengthOf({ headline, paragraphs })
    const height =
      length < wanted * 0.7 ? Math.max(120, (area.height * length) / (wanted * 0.7)) : area.height
    return {
      ...area,
      height: Math.min(area.height, height + 60),
      headline,
      paragraphs,
      ...lookOf(area, chance),
    }
  }
  return areas.map(toModule)
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
