import { pageNumber } from '../domain/index.ts'
import type { IssueFacts } from './source-article.ts'

const NUMBER = '[A-Z]{0,3}\\d{1,4}|[一二三四五六七八九十]{1,3}'
/** 第01版：要闻, 01版:要闻, 第A01版, 第 03 版： */
const WITH_WORD = new RegExp(`^第?\\s*(${NUMBER})\\s*版\\s*(?:[:：]\\s*)?(.*)$`, 'u')
/** (GA01) 封面 */
const IN_BRACKETS = new RegExp(`^[（(]\\s*(${NUMBER})\\s*[）)]\\s*(.*)$`, 'u')
/** 01 - 封面, A02：要闻, 0607 */
const WITH_MARK =
  /^(?:([A-Z]{0,3}\d{2,4})(?:\s*[-–—:：|｜]\s*(.+))?|([A-Z]{1,3}\d{1,3})\s(\p{Script=Han}{2,8}))$/u

/** What may stand before a label: the day of the issue, or that this is the page shown. */
const BEFORE =
  /^(?:\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?(?:\s*星期[一二三四五六日天])?[\s,，]*|(?:当前|本|所在|今日)?版(?:面|次)?\s*[:：]\s*)+(?=第|[（(]?[A-Z]{0,3}\d)/u

/** Longest label that names a page; longer lines are text. */
const LONGEST_LABEL = 30

/** Reads what a fact named 版次 or page tells: a label, or the number alone (3, 二). */
export const readPageFact = (text: string): ReturnType<typeof readPageLabel> =>
  readPageLabel(text) ?? readPageLabel(`${text}版`)

/** Reads the label of a page: number, and the section after it. `undefined` for any other text. */
export function readPageLabel(text: string): Pick<IssueFacts, 'page' | 'section'> | undefined {
  const label = text
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .trim()
    .replace(BEFORE, '')
  if (label.length > LONGEST_LABEL) return undefined
  const found = WITH_WORD.exec(label) ?? IN_BRACKETS.exec(label) ?? WITH_MARK.exec(label)
  const [, before, after, number = before, name = after] = found ?? []
  if (number === undefined) return undefined
  const section = name?.replace(/\d{4}\s?[-年/.].*$/u, '').replace(/^[\s:：·-]+|[\s:：·-]+$/gu, '') ?? ''
  return { page: pageNumber(number), ...(section === '' ? {} : { section }) }
}
