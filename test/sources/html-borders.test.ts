import { describe, expect, test } from 'vitest'
import { readBody } from '../../src/sources/html/body.ts'
import { findMarkedBody, findWebRoot } from '../../src/sources/html/containers.ts'
import { readIssueFacts } from '../../src/sources/html/issue-facts.ts'
import { readWebMetadata } from '../../src/sources/html/metadata.ts'
import { parsePage } from '../../src/sources/html/parse-page.ts'
import { readRegions } from '../../src/sources/html/regions.ts'
import { findTitleLines } from '../../src/sources/html/title-lines.ts'

// What a saved page says, up to where a rule ends.

const SIGNS = '老茶树又发新芽满坡的茶农都忙着采茶'
const signs = (count: number) => SIGNS.repeat(Math.ceil(count / SIGNS.length)).slice(0, count)
const pageOf = (body: string, head = '') => parsePage(`<html><head>${head}</head><body>${body}</body></html>`)
const factsOf = (body: string, title = '') =>
  readIssueFacts(pageOf(body, `<title>${title}</title>`), 'a.html', {})

describe('the facts of an issue', () => {
  const line = (length: number, more = '') => {
    const facts = `江城日报 2024年6月8日 星期六 第03版：要闻${more} `
    return `<p>${facts}${signs(length - facts.length)}</p>`
  }

  test.each([
    [60, '', '03'],
    [61, '', undefined],
    [50, ' 第04版：国际', undefined],
  ])('stand in a line of %i signs%s: page %s', (length, more, page) => {
    expect(factsOf(line(length, more)).page).toBe(page)
  })

  test.each([
    [12, true],
    [13, false],
  ])('have the section of %i signs in the next cell: %s', (length, is) => {
    const row = `<table><tr><td>第01版：</td><td>${signs(length)}</td></tr></table>`
    expect(factsOf(row)).toEqual(is ? { page: '01', section: signs(length) } : { page: '01' })
  })

  test.each([
    ['江城经济技术开发区报', true],
    ['江城市经济技术开发区报', false],
  ])('have the paper in the title of the page where it is no long name: %s', (name, is) => {
    expect(factsOf('', `新桥合龙-${name}`).paper).toBe(is ? name : undefined)
  })
})

describe('the title lines of an article', () => {
  const TEXT = `<div id="text">${signs(90)}</div>`
  const linesOf = (body: string, title = '') => {
    const document = pageOf(body, `<title>${title}</title>`)
    const anchor = document.querySelector('#text')
    const lines = anchor && findTitleLines(document, anchor)
    return lines && [lines.kicker, lines.headline, lines.below]
  }

  test.each([
    ['新桥合龙', ['茶乡开园迎客'], '新桥合龙'],
    ['新桥开', [], '茶乡开园迎客'],
  ])('are led by %s if the title of the page has it and it is no word', (second, kicker, headline) => {
    const found = linesOf(`<h1>茶乡开园迎客</h1><h3>${second}</h3>${TEXT}`, `${second}-江城日报`)
    expect(found?.slice(0, 2)).toEqual([kicker, headline])
  })

  test.each([
    [4, 5],
    [5, 1],
  ])('are a heading and %i others in its box: %i in all', (others, all) => {
    const cells = Array.from({ length: others }, (_, at) => `<p>第${at}行${signs(6)}</p>`)
    const found = linesOf(`<div><h1>茶乡开园迎客</h1>${cells.join('')}</div>${TEXT}`)
    expect(found?.flat()).toHaveLength(all)
  })

  test('are the six cells right above the text where there are more', () => {
    const cells = Array.from({ length: 8 }, (_, at) => `<tr><td>第${at}行${signs(6)}</td></tr>`)
    const found = linesOf(`<table>${cells.join('')}<tr><td>${TEXT}</td></tr></table>`)
    expect(found?.flat().map((it) => it.slice(0, 3))).toEqual([2, 3, 4, 5, 6, 7].map((at) => `第${at}行`))
  })
})

describe('a body', () => {
  const bodyOf = (html: string) => readBody([...pageOf(html).querySelectorAll('body > *')])

  test.each([
    [40, 'subhead'],
    [41, 'paragraph'],
  ])('has a bold line of %i signs as a %s', (length, kind) => {
    const text = Array.from({ length: 3 }, () => `<p>${signs(30)}。</p>`).join('')
    expect(bodyOf(`<p><b>${signs(length)}</b></p>${text}`).parts[0]?.kind).toBe(kind)
  })

  test('names each picture once, and none that is written into the page', () => {
    const pictures = ['b/1.jpg', 'data:image/png;base64,AA/BB', 'c/1.jpg?x=2', 'c/2.jpg']
    const html = `<div>${pictures.map((it) => `<p>${signs(9)}<img src="${it}"></p>`).join('')}</div>`
    expect(bodyOf(html).pictures).toEqual(['1.jpg', '2.jpg'])
  })

  test.each([
    [20, true],
    [19, false],
  ])('is no list of links: %i signs of text beside twenty that are linked', (length, is) => {
    const text = `<div>${signs(length)}</div><div><a href="b.html">${signs(20)}</a></div>`
    const found = findMarkedBody(pageOf(`<!--enpcontent-->${text}<!--/enpcontent-->`))
    expect(found !== undefined).toBe(is)
  })

  test.each([
    [12, true],
    [11, false],
  ])('of a web page stands by its name if it has %i signs: %s', (length, is) => {
    expect(findWebRoot(pageOf(`<div class="article-content">${signs(length)}</div>`)) !== undefined).toBe(is)
  })
})

test('areas of an article are rectangles and polygons, and nothing that is cut off', () => {
  const area = (coords: string, href = 'x/content_1.htm?div=-1') => `<area href="${href}" coords="${coords}">`
  const areas = [
    area('0,0,9,9'),
    area('0,0,9'),
    area('0,0,9,0,9,9'),
    area('1,2,3,x'),
    area('0,0,5,5', 'b.htm'),
  ]
  expect(readRegions(pageOf(`<map>${areas.join('')}</map>`), 'y/content_1.htm')).toEqual([
    [0, 0, 9, 9],
    [0, 0, 9, 0, 9, 9],
  ])
})

test('of several meta tags of one name the first counts', () => {
  const tags = ['甲', '乙'].map(
    (it) => `<meta property="og:title" content="${it}"><meta name="author" content="${it}某">`,
  )
  expect(readWebMetadata(pageOf('', tags.join('')), [])).toEqual({ title: '甲', author: '甲某' })
})
