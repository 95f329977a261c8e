/** A number as news writes it, and what it counts. */
export interface Amount {
  readonly value: number
  /** What stands behind the digits; empty if nothing does. */
  readonly unit: string
}

const DIGITS = /(\d[\d,]*(?:\.\d+)?)(?:余|多)?([十百千万亿]*)(?:余|多|个)?(.*)$/u
const FACTORS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** Reads an amount in digits (1.2万亿元, 40余枚); undefined if the text tells none. @param text in normal form */
export function amountIn(text: string): Amount | undefined {
  const [, digits, factors = '', unit = ''] = DIGITS.exec(text) ?? []
  if (digits === undefined) return undefined
  const factor = Array.from(factors).reduce((product, it) => product * (FACTORS[it] ?? 1), 1)
  return { value: Number(digits.replaceAll(',', '')) * factor, unit }
}
