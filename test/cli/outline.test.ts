import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'
import { type PdfPage, writePdf } from '../support/printed-pdf.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function read(...args: readonly string[]) {
  const output = recordOutput()
  const code = await run(['read', ...args], { env: {}, input: Readable.from([]), output })
  return { code, ...output.said }
}

const lines = (text: string, x: number, y: number, size: number) =>
  (text.match(/.{1,18}/g) ?? []).map((line, n) => ({ text: line, x, y: y + n * size * 1.5, size }))
const page = (headline: string): PdfPage => ({
  width: 400,
  height: 300,
  texts: [
    { text: headline, x: 40, y: 60, size: 24, font: 'hei' },
    ...lines('湖边的稻田里机器轰鸣，村民在晾晒稻谷。'.repeat(4), 40, 100, 11),
  ],
})

/** Width and height of a PNG picture, from its header. */
const sizeOf = (file: string) => {
  const bytes = readFileSync(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test('the pages of a PDF are drawn with their articles outlined, a picture each', async () => {
  const folder = temporaryFolder()
  const [pdf, plain] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
  writeFileSync(pdf, writePdf([page('全省早稻开镰'), page('夜市灯火通明')]))
  writeFileSync(plain, writePdf([{ ...page(''), texts: [] }]))
  const out = join(folder, 'out.png')
  const { code, err } = await read(pdf, '--outline', out)
  expect(code).toBe(0)
  expect(err).toContain(`drew ${out}\ndrew ${join(folder, 'out-2.png')}`)
  expect(sizeOf(out)).toEqual([Math.ceil((400 * 110) / 72), Math.ceil((300 * 110) / 72)])
  expect(readFileSync(out).equals(readFileSync(join(folder, 'out-2.png')))).toBe(false)
  const none = join(folder, 'none.png')
  await read(plain, '--outline', none)
  expect(existsSync(none)).toBe(false)
})

test('a picture that cannot be written: exit code 1, and a sentence that names it', async () => {
  const folder = temporaryFolder()
  const pdf = join(folder, 'a.pdf')
  writeFileSync(pdf, writePdf([page('全省早稻开镰')]))
  const { code, err } = await read(pdf, '--outline', join(folder, 'nowhere', 'out.png'))
  expect(code).toBe(1)
  expect(err).toMatch(/cannot write .*out\.png: there is no such file or folder \(ENOENT\)/)
})

test.each([
  ['two files', ['a.pdf', 'b.pdf', '--outline', 'o.png'], 'name one FILE'],
  ['a text layer', ['seeds/003_24b738bb86c80736.txt', '--outline', 'o.png'], '--outline draws PDFs'],
])('%s cannot be drawn: exit code 2, and a sentence', async (_what, args, sentence) => {
  const { code, err } = await read(...args)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
})
