import { readIssueDate } from '../issue-date.ts'
import { readPageLabel } from '../page-label.ts'
import { pathFacts } from '../path-facts.ts'
import type { IssueFacts } from '../source-article.ts'
import { isClock, type Lead } from './around-text.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { findAll, findAround, findFirst } from './find.ts'
import type { Metadata } from './metadata.ts'
import { isElement, lineOf } from './parse-page.ts'
import { savedPathOf } from './saved-address.ts'

/** 《某某日报》（2026年07月18日 第01版）: paper, date and page in one line. */
const SOURCE_LINE = /《([^《》]{2,20})》\s*[（(]([^（）()]{6,40})[）)]/u
const PAGE_IN_LINE =
  /第?\s*([A-Z]{0,3}\d{1,4}|[一二三四五六七八九十]{1,3})\s*版(?:\s*[:：]?\s*(\p{Script=Han}{2,8}))?/u
/** Where an account on a platform has its name, which stands for the platform's own. */
const ACCOUNT_PLACES = '#js_name'
/** Where systems put the name and day of the issue. */
const ISSUE_PLACES = '#riqi_,#paperdatediv,.paperdate,.riqi,#channelname,.shijian,[name="channelname"]'
/** Where systems put the label of the page shown. */
const CURRENT_PLACES = '.ban,.ban_t,.l_t,.left.ban,.tabs,.top_bar,.current,.cur,.active,.on,.selected'

/** What a page says about its issue, the surest witness first: source line, label of the page, title, path. */
export function readIssueFacts(
  document: DomDocument,
  file: string,
  metadata: Metadata,
  near: Lead = {},
): IssueFacts {
  const sourceLine = readSourceLine(document)
  const label = readCurrentLabel(document)
  const title = readPageTitle(lineOf(findFirst(document, 'title')), document)
  const path = withSavedPath(pathFacts(file), document)
  const node =
    metadata.node === undefined ? undefined : (readPageLabel(metadata.node) ?? { section: metadata.node })
  const facts: IssueFacts = {
    ...defined(
      'paper',
      sourceLine.paper ?? paperOfPlaces(document) ?? title.paper ?? metadata.paper ?? near.source,
    ),
    ...defined(
      'date',
      path.date ??
        sourceLine.date ??
        dateOfPlaces(document) ??
        title.date ??
        readIssueDate(metadata.date ?? '') ??
        near.date ??
        firstDate(document),
    ),
    ...defined(
      'page',
      sourceLine.page ??
        label?.page ??
        title.page ??
        near.page ??
        path.page ??
        node?.page ??
        readPageLabel(`${metadata.page ?? ''}版`)?.page,
    ),
    ...defined(
      'section',
      label?.section ?? title.section ?? near.section ?? sourceLine.section ?? node?.section ?? path.section,
    ),
  }
  return facts
}

/** Where neither file nor folder is named as a system names them, the address that the page was saved from is. */
function withSavedPath(path: IssueFacts, document: DomDocument): IssueFacts {
  if (path.date !== undefined) return path
  const saved = savedPathOf(document)
  const { date, page } = saved === undefined ? {} : pathFacts(saved)
  return { ...defined('date', date), ...defined('page', page), ...path }
}

const defined = (name: keyof IssueFacts, value: string | undefined): IssueFacts =>
  value === undefined || value === '' ? {} : { [name]: value }

function readSourceLine(document: DomDocument): IssueFacts {
  for (const element of findAll(document, 'p,div,span,td,h4,h5,em,i,font,label')) {
    const text = lineOf(element)
    if (text.length > 120) continue
    const [, paper, rest = ''] = SOURCE_LINE.exec(text) ?? []
    const date = readIssueDate(rest)
    if (paper === undefined || date === undefined) continue
    const [, number, section] =
      PAGE_IN_LINE.exec(rest.replace(/\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/u, ' ')) ?? []
    const page = number === undefined ? undefined : readPageLabel(`${number}版`)?.page
    return { paper, date, ...defined('page', page), ...defined('section', section) }
  }
  return {}
}

/**
 * The label of the page shown. Every page lists all pages of the issue, but those are links; the one shown stands
 * beside the picture and is none.
 */
function readCurrentLabel(document: DomDocument): ReturnType<typeof readPageLabel> {
  const places = findAll(document, CURRENT_PLACES)
  const marked = places.map((it) => readPageLabel(lineOf(it))).find((it) => it !== undefined)
  if (marked) return marked
  for (const element of findAll(document, 'td,div,span,p,h2,h3,h4,strong,li,dt')) {
    if (findAround(element, 'a') !== null || findFirst(element, 'a[href]') !== null) continue
    const text = lineOf(element)
    // A bare number is the label of a page only where the system says so.
    const isLabel = /版/u.test(text) || /^[（(][A-Z]{0,3}\d+[）)]/u.test(text) || SHORT_LABEL.test(text)
    const label = isLabel ? readPageLabel(text) : undefined
    if (label) return withNeighbour(element, label)
  }
  return readLineOfIssue(document)
}

/** 01-要闻, A01：要闻, A12 港闻. */
const SHORT_LABEL = /^(?:[A-Z]{0,3}\d{2,4}\s*[-–:：|｜]|[A-Z]{1,3}\d{1,3}[\s|｜])\s*\p{Script=Han}{2,8}$/u

/** 江城日报 2024年6月8日 星期六 第03版：要闻, where a page has no label by itself. */
function readLineOfIssue(document: DomDocument): ReturnType<typeof readPageLabel> {
  for (const element of findAll(document, 'td,div,span,p,li')) {
    const text = lineOf(element)
    if (text.length > LONGEST_ISSUE_LINE || readIssueDate(text) === undefined) continue
    const [label, ...others] = text.match(LABELS) ?? []
    if (label !== undefined && others.length === 0) return readPageLabel(label)
  }
  return undefined
}

const LONGEST_ISSUE_LINE = 60
const LABELS = /第\s*[A-Z]{0,3}\d{1,4}\s*版(?:\s*[:：]\s*\p{Script=Han}{2,8})?/gu

/** 第01版：</td><td>要闻: the section in the next cell. */
function withNeighbour(element: DomElement, label: NonNullable<ReturnType<typeof readPageLabel>>) {
  if (label.section !== undefined || !/[:：]\s*$/u.test(lineOf(element))) return label
  const section = lineOf(element.nextElementSibling)
  return section !== '' &&
    section.length <= 12 &&
    element.nextElementSibling !== null &&
    findFirst(element.nextElementSibling, 'a') === null
    ? { ...label, section }
    : label
}

/** In UTF-16 units. */
const LONGEST_NAME = 30
const PAPER_NAME = /^[\p{Script=Han}A-Za-z·]{2,20}$/u
/** What systems put behind the name of a paper. */
const SUFFIX = /(?:多媒体)?(?:数字报(?:纸|刊)?|电子报(?:纸)?|电子版|数字版|电子阅报)(?:平台|系统)?$/u

function paperOfPlaces(document: DomDocument): string | undefined {
  const account = lineOf(findFirst(document, ACCOUNT_PLACES))
  if (account !== '' && account.length <= LONGEST_NAME) return account
  for (const element of findAll(document, ISSUE_PLACES)) {
    const text = element.getAttribute('value') ?? element.getAttribute('content') ?? element.textContent ?? ''
    const [first = ''] = text.trim().split(/[\s\u00a0\u3000]+|\d{4}[年/-]/u)
    const name = first.replace(/^《|》$/gu, '').replace(SUFFIX, '')
    if (/[报刊讯報]$/u.test(name) && PAPER_NAME.test(name)) return name
  }
  return undefined
}

function dateOfPlaces(document: DomDocument): string | undefined {
  for (const element of findAll(document, ISSUE_PLACES)) {
    const date = readIssueDate(lineOf(element) || (element.getAttribute('value') ?? ''))
    if (date !== undefined) return date
  }
  return undefined
}

/** The first short line that is a date and little else. */
function firstDate(document: DomDocument): string | undefined {
  for (const element of findAll(document, 'td,div,span,p,time,em,li')) {
    if (!isElement(element) || findAround(element, 'a') !== null) continue
    const text = element.getAttribute('datetime') ?? lineOf(element)
    if (text.length > 40 || isClock(text)) continue
    const date = readIssueDate(text)
    if (date !== undefined) return date
  }
  return undefined
}

/** `NAME-电子报平台`, `NAME数字报`, `NAME - 03版:要闻-2026年07月18日`, `NAME--headline`, `headline_NAME`. */
function readPageTitle(title: string, document: DomDocument): IssueFacts {
  const date = readIssueDate(title)
  const parts = title.split(/\s*(?:--+|——|[-_|｜–—])\s*/u).filter(Boolean)
  const label = parts
    .map((it) => (/版/u.test(it) ? readPageLabel(it) : undefined))
    .find((it) => it !== undefined)
  const names = parts.map((it) => ({ name: it.replace(SUFFIX, ''), isMarked: SUFFIX.test(it) }))
  const paper =
    names.find(({ name, isMarked }) => isMarked && PAPER_NAME.test(name)) ??
    (parts.length > 1 || !findAll(document, 'h1,h2,h3,h4').some((it) => lineOf(it) === title)
      ? names.find(({ name }) => /[报刊讯報]$/u.test(name) && name.length <= 10 && PAPER_NAME.test(name))
      : undefined)
  return { ...defined('paper', paper?.name), ...defined('date', date), ...label }
}
