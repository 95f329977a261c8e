import { html } from '../../markup/html.ts'
import type { TrendTexts } from './texts.ts'

/** Texts about trends in Traditional Chinese. */
export const zhHantTrends: TrendTexts = {
  usage: html`想看什麼的走勢？在 /trend 後面寫上關鍵字，例如 <code>/trend 高鐵</code>；用逗號隔開可以比較，例如 <code>/trend 高鐵, 大熊貓 去年</code>`,
  weekOf: (day) => `${day}當週`,
  total: (query, count) => `「${query}」共 ${count} 篇`,
  fromTo: (first, firstCount, last, lastCount) => `從${first}的 ${firstCount} 篇到${last}的 ${lastCount} 篇`,
  most: (period, count) => `${period}最多，有 ${count} 篇`,
  perThousand: (first, last) => `按每千篇報導算，從 ${first} 篇到 ${last} 篇`,
  sentence: (parts) => `${parts.join('，')}。`,
  onlyIn: (period) => `都在${period}，還看不出走勢`,
  none: (query, days) => `${days === '' ? '' : `${days}，`}沒有提到「${query}」的報導`,
  undated: (count) => `另有 ${count} 篇日期或年份不詳，沒有計入`,
  allUndated: (query, count) => `提到「${query}」的 ${count} 篇都沒有完整的日期，排不出先後`,
  byWords: (query) => `沒有報導原樣寫著「${query}」，這裡數的是各個詞都有的報導`,
  leftOut: (kept) => `一次最多比較 ${kept} 個，後面的沒有畫`,
  partial: '有一部分報導暫時查不到，數字可能偏小',
  timelineUsage: html`想看什麼的來龍去脈？在 /timeline 後面寫上關鍵字，例如 <code>/timeline 中歐班列</code>`,
  timelineTitle: '時間線',
  kinds: { first: '最早提到', turn: '節點', latest: '最近提到' },
  buttons: {
    trend: '走勢',
    timeline: '時間線',
    by: { day: '按天', week: '按週', month: '按月', year: '按年' },
  },
  title: { day: '每天的篇數', week: '每週的篇數', month: '每月的篇數', year: '每年的篇數' },
}
