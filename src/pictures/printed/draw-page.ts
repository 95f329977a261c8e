import type { OutlinesPicture, PagePicture } from '../picture.ts'
import { type Drawing, drawSheet } from './draw-sheet.ts'
import { openSheet } from './open-sheet.ts'

/** A clipping is to be read; a page is to be found one's way on. */
const DPI = { clipping: 200, outlined: 130, dimmed: 130, outlines: 110 }

/** Draws a printed page, or what an article covers of it. @returns a PNG, or a JPEG if the PNG is larger than `mostBytes` */
export async function drawPage(picture: PagePicture | OutlinesPicture): Promise<Uint8Array> {
  const sheet = await openSheet(picture.file, picture.number, picture.width)
  return drawSheet(sheet, picture.kind === 'page' ? drawingOf(picture) : outlinesOf(picture))
}

function drawingOf({ rects, look, marks = [], mostBytes }: PagePicture): Drawing {
  const places = rects.map(toRect)
  const drawing = { dpi: DPI[look], marks, ...(mostBytes !== undefined && { mostBytes }) }
  if (look === 'clipping') return { ...drawing, clip: places }
  return look === 'dimmed' ? { ...drawing, spotlight: places } : { ...drawing, outlines: [{ rects: places }] }
}

const outlinesOf = ({ outlines }: OutlinesPicture): Drawing => ({
  dpi: DPI.outlines,
  outlines: outlines.map(({ label, rects }) => ({ label, rects: rects.map(toRect) })),
})

const toRect = ([x0, y0, x1, y1]: PagePicture['rects'][number]) => ({ x0, y0, x1, y1 })
