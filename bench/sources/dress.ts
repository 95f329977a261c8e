import type { Printed } from '../../test/support/epaper-sites.ts'
import type { Text } from './read-texts.ts'

const PAPERS = ['江岸日报', '北湖晚报', '东岭早报', '石桥新报', '云滨都市报', '南浦日报']
const SECTIONS = ['要闻', '时政', '经济', '社会', '文体', '国际', '副刊', '民生']
const KICKERS = ['践行新发展理念', '奋进新征程', '关注民生实事', '聚焦高质量发展', '一线见闻']
const DECKS = [
  '——来自基层的调研报告',
  '市民期盼的事情有了着落',
  '今年以来已有多项举措落地',
  '专家表示前景可期',
]
const NAMES = ['李晓明', '王大伟', '张文静', '陈建国', '赵海燕', '欧阳志远']
const CAPTIONS = ['图为活动现场。 {} 摄', '工人们正在作业。 {} 摄', '游客在公园里游览。（资料图片）']

/** Gives a text what a paper prints around it: paper, day, page, and title lines, author and caption or none of them. */
export function dress(text: Text | undefined, at: number, chance: () => number): Printed {
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  const maybe = (share: number, value: string) => (chance() < share ? value : '')
  const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(chance() * 1200))).toISOString().slice(0, 10)
  return {
    paper: pick(PAPERS),
    date: day,
    page: String(1 + (at % 16)).padStart(2, '0'),
    section: pick(SECTIONS),
    kicker: maybe(0.4, pick(KICKERS)),
    headline: text?.headline ?? '',
    deck: maybe(0.4, pick(DECKS)),
    author: maybe(0.6, `本报记者 ${pick(NAMES)}`),
    paragraphs: text?.paragraphs ?? [],
    caption: maybe(0.5, pick(CAPTIONS).replace('{}', pick(NAMES))),
  }
}
