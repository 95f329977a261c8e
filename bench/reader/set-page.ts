import type { GoldArticle } from '../reader-score.ts'

/** A news item to set. */
export interface NewsItem {
  readonly headline: string
  readonly body: string
}

/** How a page is set and extracted. */
export interface PageForm {
  /** Whether the extraction keeps blank lines between blocks. */
  readonly blank: boolean
  /** Whether lines are wrapped; else each paragraph is a line. */
  readonly wrapped: boolean
  /** Whether blocks come in the order they were painted in: titles and columns of several articles in turn. */
  readonly painted: boolean
  /** Whether a third of the titles stands away from its text, as larger type often does in an extraction. */
  readonly apart: boolean
}

/** A page as a text layer, and what was printed. */
export interface MadePage {
  readonly text: string
  readonly gold: readonly GoldArticle[]
}

type Chance = () => number

const SURNAMES = '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗'.split(' ')
const GIVEN =
  '伟 芳 娜 敏 静 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 建 国 志 红 梅'.split(' ')
const PAPERS = ['江岸日报', '北湖晚报', '东岭早报', '石桥新报', '云滨都市报', '南浦日报']
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** Marks that may not begin a line, and those that may not end one. */
const NOT_FIRST = /^[，。、；：？！”’）》〉】…%]/u
const NOT_LAST = /[“‘（《〈【]$/u
const UNIT = /[0-9A-Za-z.%]+|./gsu

/**
 * Sets news items to a page and takes it down as an extraction would: columns of an invented paper, wrapped and
 * justified as papers do, torn at the foot of a column, with names, datelines, decks and page furniture.
 * @param chance numbers from 0 to 1, seeded
 */
export function setPage(items: readonly NewsItem[], form: PageForm, chance: Chance): MadePage {
  const paper = pick(PAPERS, chance)
  const style = {
    width: 11 + Math.floor(chance() * 12),
    byline: Math.floor(chance() * 5),
    paper,
  }
  const set = items.map((item) => setArticle(item, style, form, chance))
  const furniture = folioOf(paper, chance)
  const whole = form.painted ? paintOrder(set, chance) : set.flatMap(({ blocks: own }) => own)
  const blocks = form.apart ? moveTitles(set, whole, chance) : whole
  const all = chance() < 0.5 ? [furniture, ...blocks] : [...blocks, furniture]
  const text = all.map((lines) => lines.join('\n')).join(form.blank ? '\n\n' : '\n')
  return { text: `${text}\n`, gold: set.map(({ gold }) => gold) }
}

interface Style {
  readonly width: number
  readonly byline: number
  readonly paper: string
}

interface SetArticle {
  readonly gold: GoldArticle
  readonly blocks: readonly (readonly string[])[]
  /** The first block, where it is nothing but the title. */
  readonly title?: readonly string[]
}

function setArticle({ headline, body }: NewsItem, style: Style, form: PageForm, chance: Chance): SetArticle {
  const names = chance() < 0.3 ? [] : Array.from({ length: chance() < 0.7 ? 1 : 2 }, () => nameOf(chance))
  const { lead, under, foot } = bylinesOf(names, style, chance)
  const paragraphs = body.split('\n').filter(Boolean)
  const width = style.width * (chance() < 0.15 ? 2 : 1)
  const printed = paragraphs.map((text, at) => (at === 0 ? lead + text : text))
  const title = form.wrapped
    ? wrap(headline, Math.max(7, Math.round(width * (0.7 + chance()))), 0)
    : [headline]
  const text = form.wrapped ? printed.flatMap((it) => wrap(it, width, 2)) : printed
  const signed = [...under, ...columns(text, form, chance)]
  const last = signed.at(-1) ?? []
  const isTight = chance() < 0.15
  const closed = [...signed.slice(0, -1), [...last, ...foot]]
  const [first = [], ...others] = closed
  const blocks = isTight ? [[...title, ...first], ...others] : [title, first, ...others]
  return { gold: { headline, byline: names, paragraphs: printed }, blocks, ...(isTight ? {} : { title }) }
}

/** Where names stand: over the text, in its lead, or at its foot. */
function bylinesOf(names: readonly string[], { byline, paper }: Style, chance: Chance) {
  const joined = names.join(' ')
  const none = { lead: '', under: [] as string[][], foot: [] as string[] }
  const day = 1 + Math.floor(chance() * 28)
  if (names.length === 0) return chance() < 0.4 ? { ...none, lead: `新华社北京6月${day}日电 ` } : none
  if (byline === 0) return { ...none, lead: `本报讯（记者 ${joined}）` }
  if (byline === 1) return { ...none, under: [[`本报记者 ${joined}`]] }
  if (byline === 2) return { ...none, foot: [`${paper}记者 ${joined}`] }
  if (byline === 3) return { ...none, foot: [`（${joined}）`] }
  return { ...none, lead: `本报6月${day}日讯（记者 ${names.join('、')}）` }
}

/** Cuts text at the feet of columns; a third of the longer ones is set in two or three. */
function columns(lines: readonly string[], form: PageForm, chance: Chance): string[][] {
  const many = form.wrapped && lines.length > 12 && chance() < 0.45 ? 2 + Math.floor(chance() * 2) : 1
  const height = Math.ceil(lines.length / many)
  return Array.from({ length: many }, (_, at) => lines.slice(at * height, (at + 1) * height)).filter(
    (column) => column.length > 0,
  )
}

/** Two articles beside one another are painted in turn, block by block. */
function paintOrder(set: readonly SetArticle[], chance: Chance): (readonly string[])[] {
  const order: (readonly string[])[] = []
  for (let at = 0; at < set.length; ) {
    const pair = set.slice(at, at + (chance() < 0.5 ? 2 : 1)).map(({ blocks }) => blocks)
    for (let turn = 0; turn < Math.max(...pair.map(({ length }) => length)); turn++)
      order.push(...pair.flatMap((blocks) => blocks.slice(turn, turn + 1)))
    at += pair.length
  }
  return order
}

/** Puts some titles anywhere among the blocks of the page. */
function moveTitles(
  set: readonly SetArticle[],
  blocks: readonly (readonly string[])[],
  chance: Chance,
): (readonly string[])[] {
  const moved = set.flatMap(({ title }) => (title && chance() < 0.35 ? [title] : []))
  const kept = blocks.filter((block) => !moved.includes(block))
  for (const title of moved) kept.splice(Math.floor(chance() * (kept.length + 1)), 0, title)
  return kept
}

/** Wraps text as papers do: no mark begins a line, no opening one ends it, figures and words stay whole. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  let room = width - indent
  for (const [unit] of text.matchAll(UNIT)) {
    const size = /^[\x20-\x7f]/u.test(unit) ? unit.length * 0.55 : 1
    if (size > room + 0.01 && line !== '' && !NOT_FIRST.test(unit)) {
      const [, kept = '', moved = ''] = /^(.*?)([“‘（《〈【]*)$/su.exec(line) ?? []
      lines.push(NOT_LAST.test(line) ? kept : line)
      line = NOT_LAST.test(line) ? moved : ''
      room = width - line.length
    }
    line += unit
    room -= size
  }
  return line === '' ? lines : [...lines, line]
}

function folioOf(paper: string, chance: Chance): string[] {
  const day = `2023年${1 + Math.floor(chance() * 12)}月${1 + Math.floor(chance() * 28)}日`
  const weekday = `星期${pick(WEEKDAYS, chance)}`
  const page = String(1 + Math.floor(chance() * 16)).padStart(2, '0')
  const staff = `责编 ${nameOf(chance)} 美编 ${nameOf(chance)}`
  return chance() < 0.5
    ? [page, `${day} ${weekday}`, paper, staff]
    : [`${paper} ${day} ${weekday} 第${page}版`, staff]
}

const nameOf = (chance: Chance): string =>
  pick(SURNAMES, chance) + pick(GIVEN, chance) + (chance() < 0.6 ? pick(GIVEN, chance) : '')

const pick = <T>(items: readonly T[], chance: Chance): T => items[Math.floor(chance() * items.length)] as T // oxlint-disable-line typescript/no-unsafe-type-assertion -- never empty
