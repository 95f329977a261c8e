import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isHollowPdf } from '../../../src/corpus/files/hollow-pdf.ts'
import { writePdf } from '../../support/printed-pdf.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ENCRYPTED = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(aa) (aa)]`
const withoutEnd = (pdf: Uint8Array) => Buffer.from(pdf.subarray(0, pdf.length - '%%EOF\n'.length))
const beside = (before: string, bytes: Uint8Array, behind = '') =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(behind)])
const page = writePdf([{ texts: [] }])
const padding = (bytes: number) => '\0'.repeat(bytes)

test.each([
  ['is whole', false, page],
  ['ends before its last page does', true, beside('', page.subarray(0, 200))],
  ['is whole but for the mark of its end', false, withoutEnd(page)],
  ['is locked by a password and lacks its end', false, withoutEnd(writePdf([{ texts: [] }], ENCRYPTED))],
  ['is a page of a web site', true, Buffer.from('<!DOCTYPE html><title>log in</title>')],
  ['is empty', true, Buffer.alloc(0)],
  ['has its mark within the first 1,024 bytes', false, beside(padding(1019), page)],
  ['has its mark behind them', true, beside(padding(1020), page)],
  [
    'has its end within the last 2,048 bytes',
    false,
    beside('', Buffer.from('%PDF-1.7\n%%EOF'), padding(2043)),
  ],
  ['has its end before them', true, beside('', Buffer.from('%PDF-1.7\n%%EOF'), padding(2044))],
])('a file that %s: without a page that could be read is %s', async (_case, expected, bytes) => {
  const path = join(temporaryFolder(), 'A02.pdf')
  writeFileSync(path, bytes)
  expect(await isHollowPdf(path)).toBe(expected)
})

test('what the system does not give is told of where it is read, and stands in the way of its text', async () => {
  const folder = temporaryFolder()
  expect(await isHollowPdf(folder)).toBe(false)
  expect(await isHollowPdf(join(folder, 'missing.pdf'))).toBe(false)
})
