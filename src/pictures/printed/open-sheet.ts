import { readFile, stat } from 'node:fs/promises'
import { loadImage } from '@napi-rs/canvas'
import { openRendering, type PdfRendering } from '../../sources/index.ts'
import { loadPen } from '../drawing/pen.ts'
import type { Sheet } from './sheet.ts'
import { withStandInFonts } from './stand-in-fonts.ts'

/** A file as it was when it was opened. */
interface Opened {
  readonly path: string
  readonly mark: string
  readonly rendering: PdfRendering
}

/** A page is shown in several ways, one after another: its file stays open until another one is asked for. */
let last: Opened | undefined

/**
 * Opens a page of a PDF, or a picture of a page.
 * @param number its place in the file, from 1
 * @param width of the page in the units of what is on it, if these are not those of the file
 * @throws if the file cannot be read, or is damaged
 */
export async function openSheet(path: string, number: number, width?: number): Promise<Sheet> {
  if (!path.toLowerCase().endsWith('.pdf')) return openPicture(path, width)
  const rendering = await openPdf(path)
  return {
    ...(await rendering.sizeOf(number)),
    point: 1,
    finest: Number.POSITIVE_INFINITY,
    paint: async (surface, view) => {
      withStandInFonts(surface.context, await loadPen())
      await rendering.paint(number, surface, view)
    },
    texts: () => rendering.textsOf(number),
  }
}

async function openPdf(path: string): Promise<PdfRendering> {
  const { mtimeMs, size } = await stat(path)
  const mark = `${mtimeMs} ${size}`
  if (last?.path === path && last.mark === mark) return last.rendering
  await last?.rendering.close()
  last = undefined
  const rendering = await openRendering(new Uint8Array(await readFile(path)))
  last = { path, mark, rendering }
  return rendering
}

/** Points that a page of a newspaper is high, more or less: pictures do not tell their size on paper. */
const PAGE_HEIGHT = 1_100

async function openPicture(path: string, width: number | undefined): Promise<Sheet> {
  const image = await loadImage(await readFile(path))
  const finest = width === undefined ? 1 : image.width / width
  const size = { width: image.width / finest, height: image.height / finest }
  return {
    ...size,
    point: Math.max(size.width, size.height) / PAGE_HEIGHT,
    finest,
    paint: async ({ context }, { scale, left, top }) => {
      context.drawImage(image, -left * scale, -top * scale, size.width * scale, size.height * scale)
    },
    texts: async () => [],
  }
}
