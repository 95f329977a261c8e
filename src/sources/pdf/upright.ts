import type { PrintedPage, Rect } from '../printed-page.ts'
import type { Painted } from './interpret-page.ts'

/**
 * Turns a page upright if most of its text stands on its side or on its head. Text on its side that runs downwards belongs to
 * lines that do: figures and letters of a vertical title. What stands in another direction is left out.
 */
export function turnUpright(
  painted: Painted,
  size: Pick<PrintedPage, 'width' | 'height'>,
): Pick<PrintedPage, 'width' | 'height' | 'glyphs' | 'rules' | 'boxes' | 'pictures'> & {
  /** Glyphs that stand in another direction. */
  readonly askew: number
} {
  const counts = [0, 0, 0, 0]
  for (const { quarter } of painted.glyphs) counts[quarter] = (counts[quarter] ?? 0) + 1
  const main = counts.indexOf(Math.max(...counts))
  if (main === 0 && counts[0] === painted.glyphs.length) return { ...size, ...painted, askew: 0 }
  const turn = turnOf(main, size)
  const downwards = (main + 1) % 4
  const glyphs = painted.glyphs.filter(({ quarter }) => quarter === main || quarter === downwards)
  return {
    ...turn.size,
    glyphs: glyphs.map((it) => ({
      ...it,
      ...turn.rect(it),
      ...(it.quarter === downwards && { isVertical: true }),
    })),
    rules: painted.rules.map(turn.rect),
    boxes: painted.boxes.map((it) => ({ ...it, ...turn.rect(it) })),
    pictures: painted.pictures.map(turn.rect),
    askew: painted.glyphs.length - glyphs.length,
  }
}

/** Text that runs downwards (1) is turned back to the left, text that runs upwards (3) to the right. */
function turnOf(quarter: number, { width, height }: Pick<PrintedPage, 'width' | 'height'>) {
  const upright = { width, height }
  const lying = { width: height, height: width }
  const maps: readonly ((rect: Rect) => Rect)[] = [
    (rect) => rect,
    ({ x0, y0, x1, y1 }) => ({ x0: y0, y0: width - x1, x1: y1, y1: width - x0 }),
    ({ x0, y0, x1, y1 }) => ({ x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 }),
    ({ x0, y0, x1, y1 }) => ({ x0: height - y1, y0: x0, x1: height - y0, y1: x1 }),
  ]
  const rect = maps[quarter] ?? ((it: Rect) => it)
  return {
    rect: ({ x0, y0, x1, y1 }: Rect) => rect({ x0, y0, x1, y1 }),
    size: quarter % 2 === 0 ? upright : lying,
  }
}
