import type { ReportTexts } from './texts.ts'

/** Texts about wrong articles in Simplified Chinese. */
export const zhHansReports: ReportTexts = {
  button: '这篇有误',
  noted: '谢谢，已记下，管理员会看到。',
  known: '这篇你已经报告过了。',
  full: '你报告得够多了，等管理员看完再说吧。',
}
