import { html } from '../../markup/html.ts'
import type { RoundUpTexts } from './texts.ts'

/** Texts of round-ups in Simplified Chinese. */
export const zhHansRoundUp: RoundUpTexts = {
  followUpOf: (number) => `${number} 的后续`,
  later: (day, headline) => `后续　${day}：${headline}`,
  between: (from, to) => `${from}至${to}`,
  title: '一周要闻',
  span: ['范围', '上一份以来的报道，同一件事合为一条'],
  weekly: (day) => `一周要闻（${day}）`,
  oneDay: html`一周要闻每周只送一次，请只写一天，例如 <code>/subscribe 每周日 20:00 一周要闻</code>`,
}
