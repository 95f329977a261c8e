import { html } from '../../markup/html.ts'
import type { TrendTexts } from './texts.ts'

/** Texts about trends in Simplified Chinese. */
export const zhHansTrends: TrendTexts = {
  usage: html`想看什么的走势？在 /trend 后面写上关键词，例如 <code>/trend 高铁</code>；用逗号隔开可以比较，例如 <code>/trend 高铁, 大熊猫 去年</code>`,
  weekOf: (day) => `${day}当周`,
  total: (query, count) => `“${query}”共 ${count} 篇`,
  fromTo: (first, firstCount, last, lastCount) => `从${first}的 ${firstCount} 篇到${last}的 ${lastCount} 篇`,
  most: (period, count) => `${period}最多，有 ${count} 篇`,
  perThousand: (first, last) => `按每千篇报道算，从 ${first} 篇到 ${last} 篇`,
  sentence: (parts) => `${parts.join('，')}。`,
  onlyIn: (period) => `都在${period}，还看不出走势`,
  none: (query, days) => `${days === '' ? '' : `${days}，`}没有提到“${query}”的报道`,
  undated: (count) => `另有 ${count} 篇日期或年份不详，没有计入`,
  allUndated: (query, count) => `提到“${query}”的 ${count} 篇都没有完整的日期，排不出先后`,
  byWords: (query) => `没有报道原样写着“${query}”，这里数的是各个词都有的报道`,
  leftOut: (kept) => `一次最多比较 ${kept} 个，后面的没有画`,
  partial: '有一部分报道暂时查不到，数字可能偏小',
  timelineUsage: html`想看什么的来龙去脉？在 /timeline 后面写上关键词，例如 <code>/timeline 中欧班列</code>`,
  timelineTitle: '时间线',
  kinds: { first: '最早提到', turn: '节点', latest: '最近提到' },
  buttons: {
    trend: '走势',
    timeline: '时间线',
    by: { day: '按天', week: '按周', month: '按月', year: '按年' },
  },
  title: { day: '每天的篇数', week: '每周的篇数', month: '每月的篇数', year: '每年的篇数' },
}
