import { expect, test } from 'vitest'
import { openPdf } from '../../src/sources/index.ts'
import { leavePicturesUndecoded } from '../../src/sources/pdf/undecoded-pictures.ts'
import { measured } from '../support/measured.ts'
import { writePdf } from '../support/printed-pdf.ts'

const left = (file: string) => {
  const bytes = Buffer.from(file, 'latin1')
  leavePicturesUndecoded(bytes)
  return bytes.toString('latin1')
}

test.each([
  '7 0 obj <</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8>> stream',
  '7 0 obj\n<< /BitsPerComponent 8 /Width 9 /Subtype /Image >>\nstream\nxx',
])('of a picture it is not told any more how many bits a colour has: %j', (file) => {
  const changed = left(file)
  expect(changed).toHaveLength(file.length)
  expect(changed).not.toContain('/BitsPerComponent')
  expect(changed.replace('/BitsOfNoMeaning_', '/BitsPerComponent')).toBe(file)
})

test.each([
  ['a shading', '7 0 obj <</ShadingType 4/BitsPerComponent 8/BitsPerFlag 8>> stream'],
  [
    'a shading behind a picture',
    '6 0 obj <</Subtype/Image>> stream x endstream endobj 7 0 obj <</ShadingType 4/BitsPerComponent 8>> stream',
  ],
  [
    'a shading before a picture',
    '7 0 obj <</BitsPerComponent 8>> stream x endstream endobj 8 0 obj <</Subtype/Image>> stream',
  ],
  ['another kind', '7 0 obj <</Subtype/ImageMap/BitsPerComponent 8>> stream'],
  ['no object', '<</Subtype/Image/BitsPerComponent 8>> stream'],
  ['one that was cut off', '7 0 obj <</Subtype/Image/BitsPerComponent 8>>'],
])('other things are left as they are: %s', (_case, file) => {
  expect(left(file)).toBe(file)
})

test('a file that is nothing but that entry is looked through in time', async () => {
  const entry = ' obj /BitsPerComponent stream'
  const { workMs } = await measured(() => left(entry.repeat(1_000_000)))
  expect(workMs).toBeLessThan(5000)
})

test('a page with a photo that is not decoded says where the photo stands', async () => {
  const file = writePdf([
    { texts: [{ text: '字', x: 50, y: 100, size: 10 }], pictures: [[100, 400, 150, 90]] },
  ])
  expect(Buffer.from(file).includes('/BitsPerComponent')).toBe(true)
  const pdf = await openPdf(file)
  try {
    expect((await pdf.readPage(1)).pictures).toEqual([{ x0: 100, y0: 400, x1: 250, y1: 490 }])
  } finally {
    await pdf.close()
  }
})
