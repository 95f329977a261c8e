import { pageNumber, toIsoDate } from '../domain/index.ts'
import type { IssueFacts } from './source-article.ts'

/** With a time behind it a day says when a page was saved. */
const DATE =
  /(?<!\d)((?:18|19|20)\d{2})[-_/.]?([01]\d)[-_/.]?([0-3]\d)(?!\d|[ _T]\d{1,2}[_：:-]\d{2}[_：:-]\d{2})/u

/** What page a file or folder name says, as the systems that make e-papers name them. */
const PAGE_NAMES: readonly RegExp[] = [
  /(?:^|\/)node_([A-Z]{0,2}0\d|[A-Z]{1,2}\d{1,2})\.s?html?/iu, // node_01.html, node_A01.html; node_2.htm tells nothing
  /(?:^|\/)nbs\.\w+?_([A-Z]?\d{1,3})\.htm/iu, // nbs.D110000code_01.htm
  /(?:^|\/)nw\.\w+_\d{8}_\d+-([A-Z]?\d{1,3})\.htm/iu, // nw.D110000code_20260718_3-01.htm: article 3 of page 01
  /(?:^|\/)(?:Page|Artice?le?l?)([A-Z]?\d{2})\d{0,3}[A-Z]{2}\.htm/u, // Page01DK.htm, Articel01002DK.htm: article 002 of page 01
  /(?:^|\/)l(\d{2})\.html?/u, // l01.html
  /\/\d{8}_([A-Z]{0,2}\d{1,3})\//u, // 20260718_A01/
  /\/([A-Z]{1,2}\d{2}|0\d)[-_]\d{1,3}\.\w+$/u, // A02_3.htm: article 3 of page A02
  /\/\d{8}[-_]([A-Z]?\d{2})[-_]\d+\.\w+$/u, // 20260718-01-02.md: article 02 of page 01
]

/** 01-要闻/标题.md */
const PAGE_FOLDER = /\/(?:第\s*)?([A-Z]?\d{1,3})\s*版?(?:[-_：:]\s*\p{Script=Han}[^/]*)?\/[^/]*$/u

const SECTION_IN_FOLDER = /\/(?:第\s*)?[A-Z]?\d{1,3}\s*版?[-_：:]\s*(\p{Script=Han}[^/]*)\/[^/]*$/u

/** A folder that is called like a paper: 某某日报/20260718/… */
const PAPER_FOLDER = /\/(\p{Script=Han}{2,10}(?:报|周刊|电讯))\//u

/** What the path of a file says about its issue; `file` has forward slashes. */
export function pathFacts(file: string): IssueFacts {
  const path = `/${file.replace(/^\/+/u, '')}`
  const [, year, month, day] = DATE.exec(path) ?? []
  const date = toIsoDate(Number(year), Number(month), Number(day))
  // The folder of the day is none of a page: `2026-07/18/content_1.htm`.
  const undated = date === undefined ? path : path.replace(DATE, ' ')
  const page = [...PAGE_NAMES.map((it) => it.exec(path)), PAGE_FOLDER.exec(undated)]
    .map((it) => it?.[1])
    .find((it) => it !== undefined)
  const section = SECTION_IN_FOLDER.exec(path)?.[1]?.trim()
  const paper = PAPER_FOLDER.exec(path)?.[1]
  return {
    ...(paper === undefined ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page: pageNumber(page) }),
    ...(section === undefined ? {} : { section }),
  }
}
