import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSheet } from '../../src/pictures/printed/open-sheet.ts'
import { writePdf } from '../support/printed-pdf.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a file that was written anew is shown as it is now, and each file as itself', async () => {
  const folder = temporaryFolder()
  const write = (name: string, width: number, text: string) => {
    const file = join(folder, name)
    writeFileSync(file, writePdf([{ width, height: 300, texts: [{ text, x: 40, y: 60, size: 12 }] }]))
    return file
  }
  const [first, second] = [write('a.pdf', 440, '渡轮'), write('b.pdf', 450, '新桥')]
  const widthOf = async (file: string) => (await openSheet(file, 1)).width
  expect([await widthOf(first), await widthOf(second), await widthOf(first)]).toEqual([440, 450, 440])
  write('a.pdf', 460, '渡轮今天开航')
  expect(await widthOf(first)).toBe(460)
})
