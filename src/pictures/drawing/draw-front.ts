import type { SKRSContext2D } from '@napi-rs/canvas'
import type { FrontPicture, FrontStory } from '../picture.ts'
import { fullWidthMarks } from '../typesetting/full-width-marks.ts'
import { takePng } from './encode-png.ts'
import { setFoot } from './foot.ts'
import { type Palette, paletteOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { setHeadline } from './set-headline.ts'
import { setText, type TextBlock } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

const WIDTH = 1080
const MARGIN = 64
const COLUMN = WIDTH - 2 * MARGIN
const GUTTER = 56
const HALF = (COLUMN - GUTTER) / 2
const TOP = 76
const BOTTOM = 60
/** Between stories of a column; a rule stands in its middle. */
const STORY_GAP = 52
const SECTION_HEIGHT = 50

/** A story that is set, one block below the other. */
interface SetStory {
  readonly height: number
  draw(context: SKRSContext2D, x: number, y: number): void
}

/** How a story is set: the one that leads the page is larger. */
interface StoryStyle {
  readonly width: number
  readonly headline: TextStyle
  readonly headlineLines: number
  readonly text: TextStyle
  readonly textLines: number
}

/** Draws a front page: masthead, date, the story that leads, and the others in two columns. */
export function drawFront(pen: Pen, front: FrontPicture): Buffer {
  const palette = paletteOf(front.isDark)
  const { lead, other } = stylesOf(palette)
  const [first, ...rest] = front.stories
  const leading = first && setStory(pen, first, lead, palette)
  // A story alone has the whole width.
  const style = rest.length === 1 ? { ...other, width: COLUMN } : other
  const columns = inColumns(rest.map((it) => setStory(pen, it, style, palette)))
  const name: TextStyle = {
    ...lead.headline,
    size: mastheadSize(pen, front.masthead),
    colour: palette.accent,
    leading: 1.2,
  }
  const masthead = setText(pen, [{ text: front.masthead }], name, { width: COLUMN, maxLines: 1 })
  const foot = setFoot(pen, front, palette, COLUMN)
  const rulesTop = TOP + masthead.height + 30
  const leadTop = rulesTop + 118
  const columnsTop = leadTop + (leading ? leading.height : 0) + (rest.length > 0 ? STORY_GAP + 20 : 0)
  const columnsHeight = Math.max(...columns.map(heightOf))
  const footTop = columnsTop + columnsHeight + 64
  const height = Math.ceil(footTop + foot.height + BOTTOM)
  const { canvas, context } = pen.create(WIDTH, height)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)

  const mastheadWidth = pen.measure(front.masthead, name)
  masthead.draw(context, MARGIN + Math.max(0, (COLUMN - mastheadWidth) / 2), TOP)
  drawDateline(context, pen, front.dateline, rulesTop, palette)
  leading?.draw(context, MARGIN, leadTop)
  if (rest.length > 0) {
    context.fillStyle = palette.ink
    context.fillRect(MARGIN, columnsTop - STORY_GAP / 2 - 10, COLUMN, 3)
    context.fillStyle = palette.rule
    if (columns[1].length > 0) context.fillRect(WIDTH / 2 - 1, columnsTop + 6, 2, columnsHeight - 6)
  }
  for (const [at, column] of columns.entries()) {
    let y = columnsTop
    const x = MARGIN + at * (HALF + GUTTER)
    for (const [n, story] of column.entries()) {
      if (n > 0) {
        context.fillStyle = palette.rule
        context.fillRect(x, y - STORY_GAP / 2, HALF, 2)
      }
      story.draw(context, x, y)
      y += story.height + STORY_GAP
    }
  }
  foot.draw(context, MARGIN, footTop)
  return takePng(canvas)
}

function stylesOf({ ink }: Palette): { readonly lead: StoryStyle; readonly other: StoryStyle } {
  const headline: TextStyle = { face: 'serif', size: 68, weight: 900, colour: ink, leading: 1.3 }
  const text: TextStyle = { face: 'serif', size: 36, weight: 430, colour: ink, leading: 1.66 }
  return {
    lead: { width: COLUMN, headline, headlineLines: 3, text, textLines: 4 },
    other: {
      width: HALF,
      headline: { ...headline, size: 42, weight: 800, leading: 1.34 },
      headlineLines: 3,
      text: { ...text, size: 31, leading: 1.6 },
      textLines: 3,
    },
  }
}

/** The largest type in which the name of the paper has room on a line. */
function mastheadSize(pen: Pen, text: string): number {
  const width = pen.measure(text, { face: 'serif', size: 100, weight: 900, colour: '', leading: 1 })
  return Math.min(128, (100 * COLUMN) / Math.max(1, width))
}

/** Between a thick and a thin rule: parts at the left, in the middle and at the right. */
function drawDateline(
  context: SKRSContext2D,
  pen: Pen,
  parts: readonly string[],
  top: number,
  palette: Palette,
): void {
  context.fillStyle = palette.ink
  context.fillRect(MARGIN, top, COLUMN, 5)
  context.fillRect(MARGIN, top + 76, COLUMN, 2)
  const style: TextStyle = { face: 'sans', size: 30, weight: 450, colour: palette.ink, leading: 1 }
  for (const [at, text] of parts.entries()) {
    const room = COLUMN - pen.measure(text, style)
    const share = parts.length > 1 ? at / (parts.length - 1) : 0.5
    pen.write(context, text, MARGIN + room * share, top + 52, style)
  }
}

function setStory(
  pen: Pen,
  { headline, text, section }: FrontStory,
  style: StoryStyle,
  { accent }: Palette,
): SetStory {
  const { width } = style
  const label = setText(
    pen,
    section === undefined ? [] : [{ text: section }],
    { face: 'sans', size: 27, weight: 600, colour: accent, leading: 1.2 },
    { width, maxLines: 1 },
  )
  const title = setHeadline(pen, fullWidthMarks(headline), style.headline, {
    width,
    maxLines: style.headlineLines,
  })
  const body = setText(pen, text === undefined ? [] : [{ text: fullWidthMarks(text) }], style.text, {
    width,
    maxLines: style.textLines,
    isJustified: true,
  })
  const blocks: (readonly [TextBlock, number])[] = []
  let y = 0
  for (const [block, below] of [
    [label, SECTION_HEIGHT - label.height],
    [title, style.headline.size * 0.38 + 8],
    [body, 0],
  ] as const) {
    if (block.lines === 0) continue
    blocks.push([block, y])
    y += block.height + below
  }
  const last = blocks.at(-1)
  return {
    height: last ? last[1] + last[0].height : 0,
    draw: (context, x, top) => {
      for (const [block, at] of blocks) block.draw(context, x, top + at)
    },
  }
}

const heightOf = (column: readonly SetStory[]) =>
  column.reduce((sum, { height }) => sum + height + STORY_GAP, column.length > 0 ? -STORY_GAP : 0)

/** Each story below the shorter column, so that one reads from left to right and both end at about the same height. */
function inColumns(stories: readonly SetStory[]): readonly [readonly SetStory[], readonly SetStory[]] {
  const [left, right]: [SetStory[], SetStory[]] = [[], []]
  for (const story of stories) (heightOf(left) <= heightOf(right) ? left : right).push(story)
  return [left, right]
}
