import { numberOf } from '../search/index.ts'

const NUMBER = String.raw`\d+|[零一二三四五六七八九十百两〇]+`
/** 第30届, 第八批: one of a row. */
const ORDINAL = new RegExp(`第(?<number>${NUMBER})(?<row>[届次批轮集期季代])`, 'gu')
/** 嫦娥六号: the row is told by the name. What follows a month (八月六号) is a day. */
const NAMED = new RegExp(String.raw`(?<row>\p{sc=Han}[^\P{sc=Han}月])(?<number>${NUMBER})号`, 'gu')
/** 十四届, 15号: may be one of a row, or count. */
const LOOSE = new RegExp(`(?<number>${NUMBER})(?<row>[届次批轮集期号])(?!线)`, 'gu')

/**
 * Whether a text speaks of another one of a row than the question names (神舟十七号 for 神舟二十号, 第33届 for the 30th), and of
 * that one not at all: whatever it tells, it tells of something else.
 * @param text in normal form @param question in normal form
 */
export const isOfOtherOfRow = (text: string, question: string): boolean => isOfOther(text, question, SURE)

/** As {@link isOfOtherOfRow}, of any two numbers of the same (三次 beside 第五次), which may be no row at all. */
export const mayBeOfOtherOfRow = (text: string, question: string): boolean => isOfOther(text, question, ANY)

const SURE = [ORDINAL, NAMED]
const ANY = [LOOSE]

interface NumberOfRow {
  readonly row: string
  readonly value: number | undefined
}

function isOfOther(text: string, question: string, patterns: readonly RegExp[]): boolean {
  const asked = numbersIn(question, patterns)
  if (asked.length === 0) return false
  const told = numbersIn(text, patterns)
  return asked.some(({ row, value }) => {
    const ofRow = told.filter((it) => it.row === row)
    return ofRow.length > 0 && ofRow.every((it) => it.value !== value)
  })
}

const numbersIn = (text: string, patterns: readonly RegExp[]): readonly NumberOfRow[] =>
  patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ groups: { row = '', number = '' } = {} }) => ({
      row,
      value: numberOf(number),
    })),
  )
