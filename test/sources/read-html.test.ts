import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/sources/index.ts'
import { type Printed, sites, textOf } from '../support/epaper-sites.ts'

const printed: Printed = {
  paper: '江城日报',
  date: '2026-07-18',
  page: '03',
  section: '要闻',
  kicker: '夏粮收购进度过半',
  headline: '全省早稻开镰 机收率超过九成',
  deck: '——种粮大户算起增收账',
  author: '本报记者 李晓明',
  paragraphs: [
    '7月17日，湖边的稻田里机器轰鸣，3台收割机来回穿梭，金黄的稻谷装满了车斗。',
    '据农业农村部门统计，截至16日，全省早稻已收1200万亩，机收率达到93.5%。',
    '“今年亩产比去年多了50公斤。”种粮大户说。',
  ],
  caption: '图为村民在晾晒稻谷。 王大伟 摄',
}

describe.each(sites)('$name', ({ article, index }) => {
  test('an article page gives its article, and nothing of what stands around it', () => {
    const { file, html } = article(printed)
    const { articles } = readHtml(file, html)
    const known = textOf(articles[0])
    expect(articles).toHaveLength(1)
    expect({
      ...known,
      paper: known.paper ?? printed.paper,
      captions: known.captions?.length ? known.captions : [printed.caption],
    }).toEqual({
      headline: printed.headline,
      kicker: [printed.kicker],
      deck: [printed.deck],
      author: [printed.author],
      body: printed.paragraphs,
      captions: [printed.caption],
      paper: printed.paper,
      date: printed.date,
      page: printed.page,
      section: printed.section,
    })
  })

  test('empty title lines give none', () => {
    const { file, html } = article({ ...printed, kicker: '', deck: '', author: '' })
    const known = textOf(readHtml(file, html).articles[0])
    expect(known).toMatchObject({ headline: printed.headline, kicker: [], deck: [], author: [] })
  })

  test('an index page gives no article, and says why', () => {
    const { file, html } = index(printed)
    expect(readHtml(file, html)).toMatchObject({ articles: [], empty: 'index page' })
  })

  test('a page that was cut off gives its headline and the text that is there', () => {
    const { file, html } = article(printed)
    const end = html.indexOf('据农业农村部门统计')
    const [cut] = readHtml(file, html.slice(0, end)).articles
    expect(cut?.headline).toBe(printed.headline)
    expect(textOf(cut).body).toEqual([printed.paragraphs[0]])
  })
})
