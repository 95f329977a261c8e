import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { openRendering } from '../../src/sources/index.ts'
import { followState } from '../../src/sources/pdf/follow-state.ts'
import { initialState } from '../../src/sources/pdf/graphics-state.ts'
import { type PdfText, writePdf } from '../support/printed-pdf.ts'

/** Paints a part of a page at a pixel a point, and tells which texts were drawn for it. */
async function paint(texts: readonly PdfText[], [left, top, width, height]: readonly number[], raw = '') {
  const rendering = await openRendering(writePdf([{ texts, raw }]))
  const canvas = createCanvas(width ?? 0, height ?? 0)
  const context = canvas.getContext('2d')
  const drawn: string[] = []
  const fillText = context.fillText.bind(context)
  context.fillText = (text: string, x: number, y: number) => {
    drawn.push(text)
    fillText(text, x, y)
  }
  await rendering.paint(1, { canvas, context }, { scale: 1, left: left ?? 0, top: top ?? 0 })
  await rendering.close()
  return { drawn: drawn.join(''), pixels: context.getImageData(0, 0, canvas.width, canvas.height).data }
}

const TEXTS: readonly PdfText[] = [
  { text: '上边', x: 50, y: 60, size: 10 },
  { text: '左边', x: 20, y: 300, size: 10 },
  { text: '里面', x: 210, y: 300, size: 10 },
  { text: '竖排', x: 250, y: 290, size: 10, vertical: true },
  { text: '越过右边的一行', x: 270, y: 320, size: 10 },
  { text: '下边', x: 210, y: 700, size: 10 },
]

test('of a part of a page only the text in it is drawn, where it stands on the whole page', async () => {
  const part = await paint(TEXTS, [200, 250, 100, 100])
  const whole = await paint(TEXTS, [0, 0, 595, 842])
  expect(whole.drawn).toBe(TEXTS.map(({ text }) => text).join(''))
  expect(part.drawn).toBe('里面竖排越过右边的一行')
  const cut = Array.from({ length: 100 }, (_, y) => {
    const from = ((250 + y) * 595 + 200) * 4
    return Array.from(whole.pixels.subarray(from, from + 400))
  }).flat()
  expect(Buffer.from(cut).equals(Buffer.from(part.pixels))).toBe(true)
})

test('text that others go on from is kept, and so is text that the page is clipped by', async () => {
  const goesOn = 'BT /song 10 Tf 1 0 0 1 20 540 Tm <4e0a> Tj 180 0 Td <4e0b> Tj <5de6> Tj ET'
  expect((await paint([], [200, 250, 100, 100], goesOn)).drawn).toBe('下左')
  const farAway = 'BT /song 10 Tf 1 0 0 1 20 40 Tm <4e0a> Tj <4e0b> Tj ET'
  expect((await paint([], [200, 250, 100, 100], farAway)).drawn).toBe('上')
  const clips = 'BT /song 10 Tf 7 Tr 1 0 0 1 20 40 Tm <4e0a> Tj ET 0 0 595 842 re f'
  const { pixels } = await paint([], [200, 250, 10, 10], clips)
  expect(new Set(pixels)).toEqual(new Set([255]))
})

test('a form stands where its matrix puts it, which pdf.js gives as a typed array', () => {
  const sheet = { x0: 0, y0: 0, x1: 100, y1: 100 }
  const { now, actions } = followState(initialState([1, 0, 0, 1, 0, 0], sheet), () => undefined)
  actions.paintFormXObjectBegin?.([new Float32Array([2, 0, 0, 2, 10, 20]), null])
  expect(now().ctm).toEqual([2, 0, 0, 2, 10, 20])
  actions.paintFormXObjectEnd?.([])
  expect(now().ctm).toEqual([1, 0, 0, 1, 0, 0])
})
