import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { encodePng } from '../../src/pictures/drawing/encode-png.ts'

const [WIDTH, HEIGHT] = [301, 207]
type Painted = (x: number, y: number) => readonly [red: number, green: number, blue: number]

/** A canvas painted point by point. */
function painted(colourAt: Painted) {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  const image = context.createImageData(WIDTH, HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) image.data.set([...colourAt(x, y), 255], (y * WIDTH + x) * 4)
  context.putImageData(image, 0, 0)
  return canvas
}

/** The pixels of a PNG, as another program reads it. */
async function pixelsOf(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png)
  expect([image.width, image.height]).toEqual([WIDTH, HEIGHT])
  const canvas = createCanvas(WIDTH, HEIGHT)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.data()
}
const furthest = (a: Buffer, b: Buffer) =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0)
/** Of the header of a PNG. */
const isIndexed = (png: Buffer) => png[25] === 3

test.each<[string, Painted, boolean]>([
  ['two colours', (x) => (x % 7 === 0 ? [10, 20, 30] : [250, 240, 230]), true],
  ['every grey', (x, y) => [(x + y) % 256, (x + y) % 256, (x + y) % 256], true],
  ['a photograph', (x, y) => [x % 256, y % 256, (x * y) % 256], false],
  [
    'a photograph on paper',
    (x, y) => (y % 50 > 20 || x < 90 + y ? [250, 250, 250] : [x % 256, y % 256, (x * y) % 256]),
    false,
  ],
])('a picture of %s is the same when it is read again', async (_what, colourAt, becomesIndexed) => {
  const canvas = painted(colourAt)
  const png = encodePng(canvas)
  expect(isIndexed(png)).toBe(becomesIndexed)
  expect(furthest(await pixelsOf(png), canvas.data())).toBe(0)
})

test('more colours than a palette holds are told apart no worse than by six bits, and paper stays as it is', async () => {
  // Two inks, each in all shades, on paper: as type of two colours with smooth edges.
  const canvas = painted((x, y) => {
    const shade = (x * y) % 256
    if (y % 3 === 0) return [251, 249, 243]
    return y % 3 === 1 ? [shade, shade, shade] : [200, shade, shade]
  })
  const png = encodePng(canvas)
  expect(isIndexed(png)).toBe(true)
  const read = await pixelsOf(png)
  expect(furthest(read, canvas.data())).toBeLessThanOrEqual(3)
  expect([...read.subarray(0, 4)]).toEqual([251, 249, 243, 255])
})

test.each([
  [2048, true],
  [2049, false],
])('%i colours that are nearly four: a palette if they are no photograph', async (count, becomesIndexed) => {
  const canvas = painted((x, y) => {
    const n = (x + y * WIDTH) % count
    return [n & 7, (n >> 3) & 7, n >> 6]
  })
  const png = encodePng(canvas)
  expect(isIndexed(png)).toBe(becomesIndexed)
  expect(furthest(await pixelsOf(png), canvas.data())).toBeLessThanOrEqual(becomesIndexed ? 7 : 0)
})
