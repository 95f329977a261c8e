import type { PrintedPage } from '../../sources/index.ts'

/** How much wider than high a sheet of two pages is at least; single pages are hardly ever wider than high. */
const WIDER = 1.2
/** Where between its edges the fold may be. */
const MIDDLE = { from: 0.42, to: 0.58 }
/** How wide the two inner margins are together at least, in the width of the sheet: gutters of columns are less. */
const FOLD = 0.022
/** Of all characters, each page holds at least this share. */
const LEAST = 0.15

/**
 * Parts a sheet on which two pages stand side by side, where nothing is set across the fold. A spread, whose title or text
 * runs over both pages, is one page. Places stay those of the sheet.
 */
export function splitSheet(sheet: PrintedPage): readonly PrintedPage[] {
  const fold = sheet.width >= sheet.height * WIDER ? foldOf(sheet) : undefined
  if (fold === undefined) return [sheet]
  const { glyphs, rules, boxes, pictures } = sheet
  const isLeft = ({ x0, x1 }: { readonly x0: number; readonly x1: number }) => (x0 + x1) / 2 < fold
  const half = (left: boolean): PrintedPage => ({
    ...sheet,
    glyphs: glyphs.filter((it) => isLeft(it) === left),
    rules: rules.filter((it) => isLeft(it) === left),
    boxes: boxes.filter((it) => isLeft(it) === left),
    pictures: pictures.filter((it) => isLeft(it) === left),
    // What is said of the sheet is said once.
    warnings: left ? sheet.warnings : [],
  })
  const halves = [half(true), half(false)]
  return halves.every((it) => it.glyphs.length >= glyphs.length * LEAST) ? halves : [sheet]
}

/** The middle of the widest stretch near the middle of a sheet that no character touches from top to bottom. */
function foldOf({ glyphs, width }: PrintedPage): number | undefined {
  const [from, to] = [width * MIDDLE.from, width * MIDDLE.to]
  const near = glyphs.filter(({ x0, x1 }) => x1 > from && x0 < to).toSorted((a, b) => a.x0 - b.x0)
  let [end, best, fold] = [from, width * FOLD, -1]
  for (const { x0, x1 } of [...near, { x0: to, x1: to }]) {
    if (x0 - end >= best) [best, fold] = [x0 - end, (x0 + end) / 2]
    end = Math.max(end, x1)
  }
  return fold < 0 ? undefined : fold
}
