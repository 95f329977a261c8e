import { pageNumber } from '../../domain/index.ts'
import { printedDate } from './printed-date.ts'

/** What a line says of where the text beside it was printed. */
export interface SourceTrace {
  readonly paper: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly page?: string
}

/** 《某某日报》（2025年10月20日 第 03 版）, as e-paper sites write it below what one copies from them. */
const TRACE =
  /^[（(【[]?\s*(?:来源[:：]\s*)?《\s*(\p{Script=Han}{2,12})\s*》\s*[（(]([^（）()]{6,40})[）)]\s*[）)】\]]?$/u
/** Behind the day. */
const PAGE = /[日\d\s第]([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版/u

/** Reads a line that does nothing but name paper, day and page; `undefined` if it says more, or no day. */
export function readSourceTrace(text: string): SourceTrace | undefined {
  const trace = TRACE.exec(text.trim())
  if (!trace) return undefined
  const [, paper = '', inside = ''] = trace
  const date = printedDate(inside)
  if (date === undefined) return undefined
  const page = PAGE.exec(inside)?.[1]
  return { paper, date, ...(page !== undefined && { page: pageNumber(page) }) }
}
