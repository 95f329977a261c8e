import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { DomDocument } from '../../src/sources/html/dom.ts'
import { findAll, findAround, findFirst, settle, unsettle } from '../../src/sources/html/find.ts'

const PAGE = `<HTML><BODY CLASS="one  two" id=top><TABLE ALIGN=center><TR><TD class="font01 title">题<A HREF=a.htm>甲</A>
<TD class=font02x><A>乙</A></TABLE><div class=""><p name=n itemprop="articleBody">文<founder-title>丙</founder-title>
<svg viewBox="0 0 1 1"><polygon class="area"/></svg></p><template><p class=two>不</p></template></div><article><h1 rel=author>丁</h1><br>
<map><Area coords="0,0,9,9" href="b.htm"><area></map></article></BODY></HTML>`

const SELECTORS = [
  'a',
  'a[href]',
  'a[href],area[href],a[daoxiang]',
  'area[href][coords]',
  '.two',
  '.font02',
  'td.font01.title',
  '#top',
  '#Top',
  '.Two',
  'TD',
  'p,td,h1,font',
  'polygon.area',
  'founder-title',
  '[itemprop="articleBody"]',
  '[itemprop="articlebody"]',
  '[name="n"],.none',
  'table[align="CENTER"]',
  'body > *',
  'table a',
  '*',
  'td:first-child',
  'h1 , br',
  '[HREF]',
  '[rel="author"],.two',
]

test.each(SELECTORS)('what matches %s is what the DOM library finds', (selector) => {
  const { document }: { document: DomDocument } = parseHTML(PAGE)
  for (const root of [document, ...document.querySelectorAll('body,table,article')]) {
    const all = [...root.querySelectorAll(selector)]
    expect(findAll(root, selector)).toEqual(all)
    expect(findFirst(root, selector)).toBe(all[0] ?? null)
  }
  for (const element of document.querySelectorAll('*'))
    expect(findAround(element, selector)).toBe(element.closest(selector))
})

test('a settled document is searched as it was, until it is unsettled', () => {
  const { document }: { document: DomDocument } = parseHTML(PAGE)
  settle(document, () => false)
  for (const selector of SELECTORS) {
    expect(findAll(document, selector)).toEqual([...document.querySelectorAll(selector)])
    expect(findFirst(document, selector)).toBe(document.querySelector(selector))
  }
  unsettle(document)
  document.querySelector('h1')?.remove()
  expect(findFirst(document, 'h1')).toBeNull()
})
