import type { ReportTexts } from './texts.ts'

/** Texts about wrong articles in Traditional Chinese. */
export const zhHantReports: ReportTexts = {
  button: '這篇有誤',
  noted: '謝謝，已記下，管理員會看到。',
  known: '這篇你已經回報過了。',
  full: '你回報得夠多了，等管理員看完再說吧。',
}
