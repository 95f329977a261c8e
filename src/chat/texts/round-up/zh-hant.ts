import { html } from '../../markup/html.ts'
import type { RoundUpTexts } from './texts.ts'

/** Texts of round-ups in Traditional Chinese. */
export const zhHantRoundUp: RoundUpTexts = {
  followUpOf: (number) => `${number} 的後續`,
  later: (day, headline) => `後續　${day}：${headline}`,
  between: (from, to) => `${from}至${to}`,
  title: '一週要聞',
  span: ['範圍', '上一份以來的報導，同一件事合為一則'],
  weekly: (day) => `一週要聞（${day}）`,
  oneDay: html`一週要聞每週只送一次，請只寫一天，例如 <code>/subscribe 每週日 20:00 一週要聞</code>`,
}
