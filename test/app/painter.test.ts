import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { openPainter } from '../../src/app/open-painter.ts'
import type { PagePicture } from '../../src/pictures/index.ts'
import { writePdf } from '../support/printed-pdf.ts'

/** Two articles side by side, each a black bar of type. */
function aPage() {
  const corpus = mkdtempSync(join(tmpdir(), 'paperboy-painter-'))
  const rules = [
    [40, 60, 140, 100],
    [240, 60, 140, 100],
  ] as const
  const texts = [{ text: '早稻', x: 40, y: 40, size: 12 }]
  writeFileSync(join(corpus, 'p.pdf'), writePdf([{ width: 432, height: 288, texts, rules }]))
  const painter = openPainter(corpus)
  onTestFinished(async () => {
    await painter.close()
    rmSync(corpus, { recursive: true })
  })
  const draw = async (look: PagePicture['look']) => {
    const image = await loadImage(
      Buffer.from(
        await painter.draw({ kind: 'page', file: 'p.pdf', number: 1, rects: [[40, 60, 180, 160]], look }),
      ),
    )
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    /** How bright a place is, 0 to 255; places in points. */
    const at = (x: number, y: number) =>
      context.getImageData((x * image.width) / 432, (y * image.height) / 288, 1, 1).data[1]
    return { width: image.width, height: image.height, at }
  }
  return { draw, painter, file: join(corpus, 'p.pdf') }
}

test('a printed page is drawn as a clipping at 200 dpi, outlined, or with all else faded', async () => {
  const { draw, painter } = aPage()
  const clipping = await draw('clipping')
  // 140 by 100 points, with 8 around them
  expect(clipping).toMatchObject({ width: Math.ceil((156 * 200) / 72), height: Math.ceil((116 * 200) / 72) })
  const outlined = await draw('outlined')
  expect(outlined).toMatchObject({ width: 780, height: 520 })
  expect([outlined.at(100, 100), outlined.at(300, 100)]).toEqual([0, 0])
  const dimmed = await draw('dimmed')
  expect(dimmed.at(100, 100)).toBe(0)
  expect(dimmed.at(300, 100)).toBeGreaterThan(180)
  await expect(
    painter.draw({ kind: 'page', file: 'gone.pdf', number: 1, rects: [[0, 0, 9, 9]], look: 'clipping' }),
  ).rejects.toThrow(/ENOENT/)
})

test('a picture is told from that of an older file, and from one that shows something else', async () => {
  const { painter, file } = aPage()
  const page = { kind: 'page', file: 'p.pdf', number: 1, rects: [], look: 'outlined' } as const
  const before = await painter.keyOf(page)
  expect(await painter.keyOf({ ...page })).toBe(before)
  expect(await painter.keyOf({ ...page, look: 'dimmed' })).not.toBe(before)
  utimesSync(file, 1, 1)
  expect(await painter.keyOf(page)).not.toBe(before)
})

test('text in fonts that a PDF does not bring is drawn, and not as boxes that are all alike', async () => {
  const { painter, file } = aPage()
  const drawn = async (text: string) => {
    writeFileSync(file, writePdf([{ width: 432, height: 288, texts: [{ text, x: 40, y: 60, size: 24 }] }]))
    return painter.draw({ kind: 'page', file: 'p.pdf', number: 1, rects: [], look: 'outlined' })
  }
  expect(Buffer.compare(await drawn('早早早'), await drawn('稻稻稻'))).not.toBe(0)
})
