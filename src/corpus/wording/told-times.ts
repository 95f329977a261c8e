/** A time that a text tells with its year: a day, a month, a year, or a year that is a goal (`到2030年`, `2025年底`). */
export interface ToldTime {
  readonly kind: 'day' | 'month' | 'year' | 'goal'
  readonly year: number
  /** The last one of a stretch: 6 of `1—6月` and of `上半年`. There if the kind is day or month. */
  readonly month?: number
  readonly day?: number
  /** Whether its sentence speaks of plans. */
  readonly isPlanned: boolean
  /** What stands around a year: 在 before it, or what it is followed by. */
  readonly setting: '' | 'since' | 'alone' | 'span' | 'fiscal' | 'number'
}

const TIME =
  /(?<!\d)(至|到|达)?((?:19|20)\d{2})年(?:(?:\d{1,2}(?:月份?)?[—－–\-~～至到])?(\d{1,2})月(?:份|(\d{1,2})日)?|(第?一季度|上半年|第?二季度|前?三季度|第三季度|下半年|第?四季度)|([底末前后]))?/gu
const LAST_MONTH: Readonly<Record<string, number>> = { 一: 3, 二: 6, 上: 6, 三: 9, 四: 12, 下: 12 }
const PLANNED = /[将拟]|计划|预计|预期|预测|力争|目标|届时|定于|规划|明年|争取|确保|展望|实现|希望/u

/** Parts of a text in which words speak of the same. */
export const statementsOf = (text: string): readonly string[] =>
  text.split(/[。！？；\n]/u).filter((it) => it !== '')

/** All times that a text tells with their years, in order. */
export const toldTimes = (text: string): readonly ToldTime[] =>
  statementsOf(text).flatMap((sentence) => {
    const found = [...sentence.matchAll(TIME)]
    const isPlanned = found.length > 0 && PLANNED.test(sentence)
    return found.map((it) => toTime(it, sentence, isPlanned))
  })

function toTime(found: RegExpExecArray, sentence: string, isPlanned: boolean): ToldTime {
  const [whole, until, digits, inMonth, onDay, quarter, edge] = found
  const year = Number(digits)
  if (until !== undefined || edge !== undefined) return { kind: 'goal', year, isPlanned, setting: '' }
  const month =
    quarter === undefined ? Number(inMonth) : LAST_MONTH[/[一二三四上下]/u.exec(quarter)?.[0] ?? '']
  if (month !== undefined && month >= 1 && month <= 12)
    return onDay === undefined
      ? { kind: 'month', year, month, isPlanned, setting: '' }
      : { kind: 'day', year, month, day: Number(onDay), isPlanned, setting: '' }
  const setting = settingOf(sentence, found.index, found.index + whole.length)
  return { kind: 'year', year, isPlanned, setting }
}

function settingOf(sentence: string, from: number, to: number): ToldTime['setting'] {
  if (/[自从在于]/u.test(sentence.charAt(from - 1))) return 'since'
  const after = sentence.slice(to, to + 2)
  if (/^[，,]/u.test(after)) return 'alone'
  if (/^(?:以来|起|至|到)/u.test(after)) return 'span'
  if (after.startsWith('度')) return 'fiscal'
  return after.startsWith('第') ? 'number' : ''
}
