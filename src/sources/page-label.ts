import type { IssueFacts } from './source-article.ts'

const NUMBER = '[A-Z]{0,3}\\d{1,4}|[一二三四五六七八九十]{1,3}'
/** 第01版：要闻, 01版:要闻, 第A01版, 第 03 版： */
const WITH_WORD = new RegExp(`^第?\\s*(${NUMBER})\\s*版\\s*(?:[:：]\\s*)?(.*)$`, 'u')
/** (GA01) 封面 */
const IN_BRACKETS = new RegExp(`^[（(]\\s*(${NUMBER})\\s*[）)]\\s*(.*)$`, 'u')
/** 01 - 封面, A02：要闻, 0607 */
const WITH_MARK = /^([A-Z]{0,3}\d{2,4})(?:\s*[-–—:：]\s*(.+))?$/u

/** Longest label that names a page; longer lines are text. */
const LONGEST_LABEL = 30

/** Reads the label of a page: number, and the section after it. `undefined` for any other text. */
export function readPageLabel(text: string): Pick<IssueFacts, 'page' | 'section'> | undefined {
  const label = text.replace(/[\s\u00a0\u3000]+/gu, ' ').trim()
  if (label.length > LONGEST_LABEL) return undefined
  const found = WITH_WORD.exec(label) ?? IN_BRACKETS.exec(label) ?? WITH_MARK.exec(label)
  const [, number, name] = found ?? []
  if (number === undefined) return undefined
  const section = name?.replace(/^[\s:：·-]+|[\s:：·-]+$/gu, '') ?? ''
  return { page: pageNumber(number), ...(section === '' ? {} : { section }) }
}

const FIGURES = '一二三四五六七八九'

/** `001` and `1` are `01`, `一` is `01`; `A06` and the joined pages `0607` stay. */
export function pageNumber(printed: string): string {
  if (/^\d+$/u.test(printed)) {
    const isJoined = printed.length === 4
    return isJoined ? printed : String(Number(printed)).padStart(2, '0')
  }
  const [, tens, units] = /^(?:([一二三四五六七八九]?十)?)([一二三四五六七八九]?)$/u.exec(printed) ?? []
  if (tens === undefined && units === undefined) return printed
  const ten = tens === undefined ? 0 : tens.length === 1 ? 1 : FIGURES.indexOf(tens.charAt(0)) + 1
  return String(ten * 10 + (units ? FIGURES.indexOf(units) + 1 : 0)).padStart(2, '0')
}
