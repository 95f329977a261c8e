import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPdf } from '../../src/sources/index.ts'
import { withCodeBeyond } from '../../src/sources/pdf/sparse-unicode-map.ts'

const HEAD =
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange\n'
const mapOf = (entries: string) => `${HEAD}${entries}\nendcmap end`
const FAR = mapOf('2 beginbfchar\n<0003><62A5>\n<A105><7AE5>\nendbfchar')

const changed = (content: string) => {
  const map = withCodeBeyond(Buffer.from(content, 'latin1'))
  return map && Buffer.from(map).toString('latin1')
}

test('a map of far codes gets a code of more than two bytes, and keeps its own', () => {
  const map = changed(FAR)
  expect(map?.replace('1 beginbfchar <00010000> <0020> endbfchar\n', '').replaceAll('\n\n', '\n')).toBe(FAR)
  expect(map).toContain('<00010000>')
})

test.each([
  ['near codes', mapOf('1 beginbfchar\n<0003><62A5>\nendbfchar')],
  ['a map to glyphs', mapOf('1 begincidchar\n<A105> 12\nendcidchar')],
  [
    'one that goes on from another',
    `${HEAD}/GBK-EUC-H usecmap 1 beginbfchar\n<A105><62A5>\nendbfchar endcmap`,
  ],
  ['one that breaks off', FAR.replace('endcmap', '')],
  ['a page', 'q BT /F1 9 Tf (\n<A105>) Tj ET Q'],
  ['nothing', ''],
])('other content is left as it is: %s', (_case, content) => {
  expect(changed(content)).toBeUndefined()
})

test('text is read by a packed map of far codes', async () => {
  const packed = deflateSync(FAR)
  const text = 'BT /F 10 Tf 20 100 Td <0003A105> Tj ET'
  const file = Buffer.concat([
    Buffer.from(
      `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length ${text.length} >> stream\n${text}\nendstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >> endobj
6 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >> endobj
8 0 obj << /Type /FontDescriptor /FontName /Some /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 800 /StemV 80 >> endobj
7 0 obj << /Length ${packed.length} /Filter /FlateDecode >> stream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n', 'latin1'),
  ])
  const pdf = await openPdf(new Uint8Array(file))
  const { glyphs } = await pdf.readPage(1)
  await pdf.close()
  expect(glyphs.map((it) => it.text).join('')).toBe('报童')
})
