import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Printed } from '../../test/support/epaper-sites.ts'
import { writePdf } from '../../test/support/printed-pdf.ts'
import { dress } from '../sources/dress.ts'
import { FORMS } from '../sources/forms.ts'
import type { Text } from '../sources/read-texts.ts'

interface MixedOptions {
  readonly files: number
  readonly texts: readonly Text[]
  readonly chance: () => number
}

/** Twelve articles are set at once: each into two of the forms, under other names, and some into text and PDF too, with or without its day. */
const AT_ONCE = 12

/**
 * Fills a folder with files of every form that is read, many articles in several of them, with continuations, damaged files and
 * some of no form.
 * @returns the paths of the files
 */
export function makeMixedFolder(folder: string, { files, texts, chance }: MixedOptions): readonly string[] {
  const paths: string[] = []
  const write = (file: string, content: string | Uint8Array) => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    paths.push(path)
  }
  for (let round = 0; paths.length < files; round++) {
    const printed = Array.from({ length: AT_ONCE }, (_, at) =>
      dress(texts[Math.floor(chance() * texts.length)], round * AT_ONCE + at, chance),
    )
    for (let twice = 0; twice < 2; twice++) {
      const form = FORMS[Math.floor(chance() * FORMS.length)]
      for (const { file, text } of form?.save(printed) ?? []) write(`${round}-${twice}/${file}`, text)
    }
    for (const [at, it] of printed.entries()) {
      if (chance() < 0.4) write(`${round}-text/${at}.txt`, textOf(it))
      if (chance() < 0.1) write(`${round}-undated/${at}.txt`, undatedTextOf(it))
      if (chance() < 0.1) write(`${round}-pdf/${at}.pdf`, pdfOf(it))
    }
    if (round % 5 === 0) write(`${round}-bad/a.html`, '<html><frameset>')
    if (round % 7 === 0) write(`${round}-bad/a.pdf`, '%PDF-1.4 nothing')
    if (round % 9 === 0) write(`${round}-bad/a.json`, '{"articles": [')
  }
  return paths
}

const spelt = (date: string): string =>
  `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

const textOf = (it: Printed): string =>
  `${it.paper} ${spelt(it.date)} 星期一 ${it.page}版\n\n${it.headline}\n\n本报讯（记者 李晓明）${it.paragraphs.join('\n')}\n`

const undatedTextOf = (it: Printed): string =>
  `${it.headline}\n\n本报讯（记者 李晓明）${it.paragraphs.join('\n')}\n`

/** The text in one column of 20 characters. */
function pdfOf(it: Printed): Uint8Array {
  const lines = (it.paragraphs.join('').match(/.{1,20}/gsu) ?? []).slice(0, 60)
  return writePdf([
    {
      texts: [
        { text: `${it.paper} ${spelt(it.date)} 第${it.page}版`, x: 40, y: 30, size: 12 },
        { text: it.headline.slice(0, 20), x: 40, y: 80, size: 20, font: 'hei' },
        ...lines.map((text, at) => ({ text, x: 40, y: 110 + at * 12, size: 9 })),
      ],
    },
  ])
}
