import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { launchBrowser } from '../../test/support/browser.ts'
import { randomFrom } from '../../test/support/torture/random.ts'
import type { Text } from '../sources/read-texts.ts'
import { type Area, layOut, type Module } from './lay-out.ts'
import { HEIGHT, htmlOf, MARGIN, WIDTH } from './page-html.ts'

/** How many pages to make, from which texts. The same seed and texts give the same pages. */
export interface MakeOptions {
  readonly count: number
  readonly seed: number
  readonly texts: readonly Text[]
}

/**
 * Typesets pages by Chromium: modules cut from the page by turns (guillotine cuts), each an article in columns, with rules, frames,
 * tints, pictures, captions, decks, bylines and titles above, beside or running down; L shapes and pairs under one title; painted in
 * any order. Writes `pdf/` and `gold/`.
 */
export async function makePages(folder: string, { count, seed, texts }: MakeOptions): Promise<void> {
  for (const name of ['pdf', 'gold']) mkdirSync(join(folder, name), { recursive: true })
  const chance = randomFrom(seed)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (let at = 0; at < count; at++) {
      const layout = layOut(texts, chance)
      const { modules } = layout
      const issue = {
        paper: pick(PAPERS, chance),
        page: String(1 + (at % 16)).padStart(2, '0'),
        section: pick(SECTIONS, chance),
      }
      await page.setContent(htmlOf(layout, issue, chance))
      const kept = await page.evaluate<readonly (readonly string[])[]>(FIT_TEXTS)
      const name = `page-${String(at).padStart(3, '0')}`
      writeFileSync(join(folder, 'pdf', `${name}.pdf`), await pdfOf(page))
      writeFileSync(
        join(folder, 'gold', `${name}.json`),
        JSON.stringify({ articles: modules.flatMap((it, index) => goldOf(it, kept[index] ?? [])) }),
      )
    }
  } finally {
    await browser.close()
  }
}

const FIT_TEXTS = readFileSync(join(import.meta.dirname, 'fit-texts.js'), 'utf8')
const PAPERS = ['江岸日报', '北湖晚报', '东岭早报', '石桥新报']
const SECTIONS = ['要闻', '时政', '经济', '社会', '国际']
const pick = (from: readonly string[], chance: () => number) => from[Math.floor(chance() * from.length)] ?? ''

const pdfOf = (page: BrowserPage) =>
  page.pdf({
    width: `${WIDTH / 72}in`,
    height: `${HEIGHT / 72}in`,
    printBackground: true,
    margin: { top: '0', right: '0', bottom: '0', left: '0' },
  })

const rectOf = ({ x, y, width, height }: Area) => [
  MARGIN + x,
  MARGIN + y,
  MARGIN + x + width,
  MARGIN + y + height,
]

function goldOf(module: Module, paragraphs: readonly string[]) {
  if (paragraphs.length === 0) return []
  const { leg, headline, author } = module
  return [
    {
      headline,
      byline: author,
      paragraphs_text: paragraphs,
      regions: [module, ...(leg ? [leg] : [])].map((it) => ({ page: 1, rect: rectOf(it) })),
    },
  ]
}
