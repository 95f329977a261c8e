import type { SKRSContext2D } from '@napi-rs/canvas'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line as lineShape } from 'd3-shape'
import type { ChartLine, ChartPicture } from '../picture.ts'
import { fullWidthMarks } from '../typesetting/full-width-marks.ts'
import { takePng } from './encode-png.ts'
import { type Palette, paletteOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { setHeadline } from './set-headline.ts'
import { setText, type TextBlock } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

/*
 * Sizes are those of a card: on a phone 1,080 pixels are some 390 points, so letters of 32 are as large as in the chat.
 */
const WIDTH = 1080
const MARGIN = 72
const COLUMN = WIDTH - 2 * MARGIN
const PLOT_HEIGHT = 480
const RADIUS = 21
/** Between two labels of the axis, at least. */
const LABEL_GAP = 28

interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (place: number) => number
  readonly y: ScaleLinear<number, number>
}

/** Draws a chart of up to four lines: title, lines with their peaks numbered, and what made the peaks below. */
export function drawChart(pen: Pen, chart: ChartPicture): Buffer {
  const palette = paletteOf(chart.isDark)
  const small: TextStyle = { face: 'sans', size: 32, weight: 400, colour: palette.faint, leading: 1.45 }
  const title = setHeadline(
    pen,
    fullWidthMarks(chart.title),
    { face: 'serif', size: 56, weight: 800, colour: palette.ink, leading: 1.3 },
    { width: COLUMN, maxLines: 2 },
  )
  const note = setText(pen, [{ text: chart.note }], small, { width: COLUMN, maxLines: 2 })
  const legend = chart.lines.length > 1 ? legendOf(pen, chart, small, palette) : []
  const peaks = peaksOf(pen, chart, small, palette)

  const plotTop =
    76 +
    title.height +
    20 +
    note.height +
    (legend.length === 0 ? 0 : 32 + (legend.at(-1)?.top ?? 0) + small.size) +
    76
  const peaksTop = plotTop + PLOT_HEIGHT + 96
  const height = Math.ceil(peaksTop + heightOf(peaks, 26) + 56)
  const { canvas, context } = pen.create(WIDTH, height)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = palette.accent
  context.fillRect(0, 0, WIDTH, 12)
  title.draw(context, MARGIN, 76)
  note.draw(context, MARGIN, 76 + title.height + 20)
  const legendTop = 76 + title.height + 20 + note.height + 32
  for (const { block, colour, left, top } of legend) {
    drawDot(context, left + 11, legendTop + top + small.size / 2, 11, colour)
    block.draw(context, left + 36, legendTop + top)
  }

  const plot = plotOf(pen, chart, small, plotTop)
  drawAxes(context, pen, chart, plot, small, palette)
  for (const [at, line] of chart.lines.entries())
    drawLine(context, line, plot, colourOf(palette, at), chart.lines.length === 1)
  let number = 0
  for (const [at, line] of chart.lines.entries())
    for (const peak of line.peaks)
      drawNumber(context, pen, ++number, {
        x: plot.x(peak.at),
        y: plot.y(line.counts[peak.at] ?? 0) - RADIUS - 12,
        colour: colourOf(palette, at),
        paper: palette.paper,
      })
  drawPeaks(context, peaks, peaksTop, pen, small, palette.paper)
  return takePng(canvas)
}

const colourOf = ({ lines }: Palette, at: number) => lines[at % lines.length] ?? '#000'

/** The name of a line behind a dot of its colour. */
interface LegendEntry {
  readonly block: TextBlock
  readonly colour: string
  readonly left: number
  /** Below the top of the legend. */
  readonly top: number
}

/** Names side by side, as many as have room in a row. */
function legendOf(
  pen: Pen,
  { lines }: ChartPicture,
  small: TextStyle,
  palette: Palette,
): readonly LegendEntry[] {
  const style = { ...small, colour: palette.ink }
  let [left, top] = [MARGIN, 0]
  return lines.map(({ name }, at) => {
    const text = fullWidthMarks(name)
    const width = Math.min(COLUMN, 36 + pen.measure(text, style))
    if (left > MARGIN && left + width > MARGIN + COLUMN) [left, top] = [MARGIN, top + style.size * 1.6]
    const block = setText(pen, [{ text }], style, { width: COLUMN - 36, maxLines: 1 })
    const entry = { block, colour: colourOf(palette, at), left, top }
    left += width + 48
    return entry
  })
}

/** What is said of a peak, behind its number. */
interface PeakRow {
  readonly block: TextBlock
  readonly colour: string
  readonly number: number
}

const INDENT = 2 * RADIUS + 18

const heightOf = (rows: readonly PeakRow[], gap: number) =>
  rows.reduce((sum, { block }) => sum + block.height + gap, rows.length === 0 ? 0 : -gap)

function peaksOf(pen: Pen, { lines }: ChartPicture, style: TextStyle, palette: Palette): readonly PeakRow[] {
  let number = 0
  return lines.flatMap(({ peaks }, at) =>
    peaks.map(({ text }) => ({
      block: setText(
        pen,
        [{ text: fullWidthMarks(text) }],
        { ...style, colour: palette.ink },
        { width: COLUMN - INDENT, maxLines: 2 },
      ),
      colour: colourOf(palette, at),
      number: ++number,
    })),
  )
}

function drawPeaks(
  context: SKRSContext2D,
  rows: readonly PeakRow[],
  top: number,
  pen: Pen,
  { size }: TextStyle,
  paper: string,
): void {
  let y = top
  for (const { block, colour, number } of rows) {
    drawNumber(context, pen, number, { x: MARGIN + RADIUS, y: y + size / 2, colour, paper })
    block.draw(context, MARGIN + INDENT, y)
    y += block.height + 26
  }
}

function plotOf(pen: Pen, { lines, labels }: ChartPicture, style: TextStyle, top: number): Plot {
  const highest = Math.max(1, ...lines.flatMap(({ counts }) => counts))
  const y = scaleLinear([0, highest], [top + PLOT_HEIGHT, top]).nice(4)
  const widest = Math.max(...ticksOf(y).map((it) => pen.measure(`${it}`, style)))
  const [left, right] = [MARGIN + widest + 24, WIDTH - MARGIN - 12]
  const step = (right - left) / Math.max(1, labels.length - 1)
  return {
    left,
    right,
    top,
    bottom: top + PLOT_HEIGHT,
    x: (place) => left + 12 + place * (step - 12 / Math.max(1, labels.length - 1)),
    y,
  }
}

/** Articles are whole. */
const ticksOf = (y: ScaleLinear<number, number>) => y.ticks(4).filter((it) => Number.isInteger(it))

function drawAxes(
  context: SKRSContext2D,
  pen: Pen,
  { labels }: ChartPicture,
  plot: Plot,
  style: TextStyle,
  palette: Palette,
): void {
  const { left, right, bottom, x, y } = plot
  for (const tick of ticksOf(y)) {
    context.fillStyle = palette.rule
    context.fillRect(left, y(tick) - 1, right - left, 2)
    const text = `${tick}`
    pen.write(context, text, left - 20 - pen.measure(text, style), y(tick) + style.size * 0.36, style)
  }
  // As many labels as have room, the same number of points apart.
  const widest = Math.max(...labels.map((it) => pen.measure(it, style)))
  const each = Math.ceil(((widest + LABEL_GAP) * Math.max(1, labels.length - 1)) / (right - left))
  for (let at = 0; at < labels.length; at += each) {
    const text = labels[at] ?? ''
    const width = pen.measure(text, style)
    const start = Math.min(Math.max(x(at) - width / 2, MARGIN - 24), WIDTH - MARGIN + 24 - width)
    pen.write(context, text, start, bottom + 52, style)
  }
}

function drawLine(
  context: SKRSContext2D,
  { counts }: ChartLine,
  { x, y, bottom }: Plot,
  colour: string,
  isAlone: boolean,
): void {
  const xAt = (_: number, place: number) => x(place)
  if (isAlone) {
    context.globalAlpha = 0.12
    context.fillStyle = colour
    context.beginPath()
    area<number>()
      .x(xAt)
      .y0(bottom)
      .y1((it) => y(it))
      .curve(curveMonotoneX)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the canvas draws paths as that of a browser does
      .context(context as unknown as CanvasRenderingContext2D)([...counts])
    context.fill()
    context.globalAlpha = 1
  }
  context.strokeStyle = colour
  context.lineWidth = 5
  context.lineJoin = 'round'
  context.beginPath()
  lineShape<number>()
    .x(xAt)
    .y((it) => y(it))
    .curve(curveMonotoneX)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the canvas draws paths as that of a browser does
    .context(context as unknown as CanvasRenderingContext2D)([...counts])
  context.stroke()
  if (isAlone && counts.length <= 36)
    for (const [place, count] of counts.entries()) drawDot(context, x(place), y(count), 8, colour)
}

function drawDot(context: SKRSContext2D, x: number, y: number, radius: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}

function drawNumber(
  context: SKRSContext2D,
  pen: Pen,
  number: number,
  { x, y, colour, paper }: { x: number; y: number; colour: string; paper: string },
): void {
  drawDot(context, x, y, RADIUS, colour)
  const style: TextStyle = { face: 'sans', size: 28, weight: 700, colour: paper, leading: 1 }
  const text = `${number}`
  pen.write(context, text, x - pen.measure(text, style) / 2, y + 10, style)
}
