import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreOf } from '../../src/corpus/wording/settle-year.ts'
import { type YearSigns, yearSigns } from '../../src/corpus/wording/year-signs.ts'
import { descend } from '../adam.ts'
import type { DatedText } from './dated-texts.ts'

const RATE = 0.05
const ROUNDS = 300
/** How much great weights cost, of all texts together. */
const RIDGE = 1
/** The name under which the fit keeps what speaks for a year that is not among those of a text. */
const OTHER = 'other'

/**
 * Fits the weights of `settleYear` and writes them: a choice among the years that a text allows, or another one, by logistic
 * regression. @param texts whose days are known
 */
export function fitYears(texts: readonly DatedText[]): void {
  const cases = texts.map(({ text, date }) => {
    const years = yearSigns(text, date.slice(5))
    return { years, right: years.findIndex(({ year }) => year === Number(date.slice(0, 4))) }
  })
  const names = [
    OTHER,
    ...new Set(cases.flatMap(({ years }) => years.flatMap(({ counts }) => [...counts.keys()]))),
  ]
  const at = new Map(names.map((name, key) => [name, key]))
  const found = descend(names.length, { rate: RATE, rounds: ROUNDS }, (weights) => {
    const named = Object.fromEntries(names.map((name, key) => [name, weights[key] ?? 0]))
    const slope = weights.map((weight) => (RIDGE * weight) / cases.length)
    const add = (key: number, amount: number) => void (slope[key] = (slope[key] ?? 0) + amount / cases.length)
    for (const { years, right } of cases) {
      const powers = [...years.map((it) => scoreOf(it, named)), weights[0] ?? 0].map(Math.exp)
      const all = powers.reduce((sum, it) => sum + it, 0)
      for (const [choice, power] of powers.entries()) {
        const error = power / all - Number(choice === (right < 0 ? years.length : right))
        const { counts }: Pick<YearSigns, 'counts'> = years[choice] ?? { counts: new Map() }
        if (choice === years.length) add(0, error)
        for (const [sign, count] of counts) add(at.get(sign) ?? 0, error * Math.log1p(count))
      }
    }
    return slope
  })
  write(names.map((name, key) => [name, found[key] ?? 0] as const))
}

function write(weights: readonly (readonly [string, number])[]): void {
  const lines = weights
    .filter(([name, weight]) => name !== OTHER && Math.abs(weight) >= 0.005)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  '${name}': ${weight.toFixed(2)},`)
  const other = weights.find(([name]) => name === OTHER)?.[1] ?? 0
  writeFileSync(
    join(import.meta.dirname, '..', '..', 'src', 'corpus', 'wording', 'year-weights.ts'),
    `/** What speaks for a year that the text does not name, nor one beside it. */
export const OTHER_YEAR = ${other.toFixed(2)}

/**
 * What each sign of a year weighs (\`year-signs.ts\`), fitted by \`npm run bench:dates -- ARTICLES --fit\` to texts whose days
 * are known; docs/sources.md says to which, and how well it does. Not written by hand.
 */
export const YEAR_WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
  )
}
