import { expect, test } from 'vitest'
import type { PrintedPage } from '../../src/sources/index.ts'
import { openAlto, openHocr } from '../../src/sources/index.ts'

const read = async (file: ReturnType<typeof openAlto>): Promise<PrintedPage | undefined> => file?.readPage(1)
const boldIn = (page: PrintedPage | undefined) =>
  page?.glyphs.filter(({ isBold }) => isBold).map(({ text }) => text)

test('ALTO: words are bold by a style of the file or by their own, and what is long and thin is a rule', async () => {
  const word = (text: string, x: number, more = '') =>
    `<String CONTENT="${text}" HPOS="${x}" VPOS="100" WIDTH="40" HEIGHT="18" ${more}/>`
  const page = await read(
    openAlto(`<alto><Styles><TextStyle ID="T1" FONTSTYLE="bold italics"/><TextStyle ID="T2" FONTSTYLE="italics"/></Styles>
<Layout><Page WIDTH="800" HEIGHT="900"><PrintSpace>
<TextLine>${word('粗一', 0, 'STYLEREFS="P0 T1"')}${word('斜二', 40, 'STYLEREFS="T2"')}${word('粗三', 80, 'STYLE="bold"')}</TextLine>
<GraphicalElement HPOS="0" VPOS="50" WIDTH="800" HEIGHT="2"/><GraphicalElement HPOS="0" VPOS="200" WIDTH="160" HEIGHT="21"/>
<Illustration HPOS="400" VPOS="200" WIDTH="200" HEIGHT="100"/></PrintSpace></Page></Layout></alto>`),
  )
  expect(boldIn(page)).toEqual(['粗', '一', '粗', '三'])
  expect(page?.rules).toEqual([{ x0: 0, y0: 50, x1: 800, y1: 52 }])
  expect(page?.pictures).toEqual([
    { x0: 400, y0: 200, x1: 600, y1: 300 },
    { x0: 0, y0: 200, x1: 160, y1: 221 },
  ])
})

test('hOCR: each word stands where its box is, bold ones are bold, and only a gap parts Han characters', async () => {
  const word = (text: string, x0: number, x1: number) =>
    `<span class="ocrx_word" title="bbox ${x0} 100 ${x1} 118; x_wconf 93">${text}</span>`
  const page = await read(
    openHocr(`<html><body><div class="ocr_page" title="bbox 0 0 800 900"><span class="ocr_line" title="bbox 0 100 400 118">
${word('河道', 0, 40)} ${word('<strong>完工</strong>', 40, 80)} ${word('两岸', 200, 240)} ${word('GDP', 240, 270)} ${word('up', 275, 290)}</span></div></body></html>`),
  )
  expect(boldIn(page)).toEqual(['完', '工'])
  expect(page?.glyphs.map(({ text, x0, afterBlank }) => [text, Math.round(x0), afterBlank])).toEqual([
    ['河', 0, false],
    ['道', 20, false],
    ['完', 40, false],
    ['工', 60, false],
    ['两', 200, true],
    ['岸', 220, false],
    ['G', 240, false],
    ['D', 250, false],
    ['P', 260, false],
    ['u', 275, true],
    ['p', 283, false],
  ])
})
