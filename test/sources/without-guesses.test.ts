import { expect, test } from 'vitest'
import { openPdf } from '../../src/sources/index.ts'

// Simple fonts without a Unicode map: their codes are taken for those of Latin letters, which some are and some are not.

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A page with lines in two fonts of one byte a character. */
function pageOf(lines: readonly (readonly ['a' | 'b', string])[]): Uint8Array {
  const content = lines
    .map(([font, text], at) => `BT /${font} 10 Tf 50 ${700 - at * 15} Td <${hexOf(text)}> Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /a 5 0 R /b 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    HELVETICA,
    HELVETICA.replace('Helvetica', 'Times-Roman'),
  ]
  const body = objects.map((it, at) => `${at + 1} 0 obj\n${it}\nendobj\n`).join('')
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n`, 'latin1'))
}
const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex')

async function read(lines: Parameters<typeof pageOf>[0]) {
  const pdf = await openPdf(pageOf(lines))
  try {
    const { glyphs, warnings } = await pdf.readPage(1)
    return { text: glyphs.map(({ text }) => text).join(''), warnings: warnings.join('\n') }
  } finally {
    await pdf.close()
  }
}

/** Codes that were given by turns: some of them happen to be those of letters. */
const TURNS = Array.from({ length: 90 }, (_, at) => String.fromCharCode(33 + ((at * 7) % 40))).join('')

test('codes that make no Latin text are left out, and the page says so', async () => {
  const { text, warnings } = await read([
    ['a', TURNS],
    ['b', '#$%&'],
  ])
  expect(text).toBe('')
  expect(warnings).toMatch(/^94 of 94 characters are in fonts that do not tell .*no Unicode map/)
})

test.each([
  ['a text', 'The new bridge opened on Friday morning, ending a decade of detours (at last).'],
  ['leaders', `Contents ${'.'.repeat(80)} 3`],
  ['a few marks', '%()-%()-'],
])('what may be Latin stays: %s', async (_case, latin) => {
  expect(await read([['a', latin]])).toEqual({ text: latin.replaceAll(' ', ''), warnings: '' })
})

test('Latin text beside other codes stays', async () => {
  const { text, warnings } = await read([
    ['a', TURNS],
    ['a', TURNS],
    ['b', 'The new bridge opened on Friday'],
  ])
  expect(text).toBe('ThenewbridgeopenedonFriday')
  expect(warnings).toMatch(/^180 of 206 /)
})

test('a font of marks alone stays beside a text', async () => {
  const [latin, marks] = [
    'The new bridge opened on Friday morning, ending a decade of detours.',
    '()[]-/%'.repeat(4),
  ]
  expect(
    await read([
      ['a', latin],
      ['b', marks],
    ]),
  ).toEqual({ text: latin.replaceAll(' ', '') + marks, warnings: '' })
})
