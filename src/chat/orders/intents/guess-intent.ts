// What a message is about that no rule reads, guessed from how it is worded. The table is learnt from invented messages
// by bench/talk: docs/adr/0010-intents-of-messages.md.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { featuresOf } from './message-features.ts'

/** In the order of the table. `none` is what is searched for or asked, `follow-up` only makes sense after the question before. */
export const INTENTS = [
  'none',
  'follow-up',
  'subscribe',
  'unsubscribe',
  'change-time',
  'change-days',
  'topics',
  'pause',
  'resume',
  'settings',
  'alert-add',
  'alert-remove',
  'alert-list',
  'today',
  'day',
  'help',
  'thanks',
  'greeting',
  'complaint',
  'privacy',
  'language',
  'random',
  'summary',
  'share',
  'more',
] as const

/** What somebody may want by a message; one of {@link INTENTS}. */
export type Intent = (typeof INTENTS)[number]

/** The likeliest intent first; the chances are 1 together. */
export type IntentChances = readonly (readonly [Intent, chance: number])[]

/** Features of a message, and for each the weight of every intent. */
export interface IntentTable {
  readonly rowOf: ReadonlyMap<string, number>
  /** A row for each feature, and behind them one for what counts for every message. */
  readonly weights: Int8Array
  /** What a weight of 1 stands for. */
  readonly scale: number
}

/** Longer messages are no talk but texts. */
const LONGEST = 80
/** What stands between quotation marks is looked for, word for word. */
const QUOTED = /^\s*["“„«「『].*["”“»」』]\s*$/su
/** As many features count in full; more share what they say. */
const FEW_FEATURES = 4
/** What the last row of the table counts for, which every message has. */
export const BIAS = 0.5

const FEATURES = join(import.meta.dirname, 'features.txt')
const WEIGHTS = join(import.meta.dirname, 'weights.bin')

let opened: IntentTable | undefined

/** @returns undefined for a text that is too long to be talk, and for a quotation */
export function guessIntent(text: string): IntentChances | undefined {
  if (text.length > LONGEST || QUOTED.test(text)) return undefined
  opened ??= readTable()
  return chancesOf(featuresOf(text), opened)
}

/** `weights.bin` holds the scale (a 32-bit float, little-endian), then a signed byte for each feature and intent. */
function readTable(): IntentTable {
  const features = readFileSync(FEATURES, 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(WEIGHTS)
  if (bytes.length !== 4 + (features.length + 1) * INTENTS.length)
    throw new Error(`${WEIGHTS} does not fit ${FEATURES}: install the package again`)
  return {
    rowOf: new Map(features.map((feature, row) => [feature, row])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4, bytes.length - 4),
    scale: bytes.readFloatLE(0),
  }
}

/** Rows for how much of a message the table does not know: what is searched for has words of its own. */
export const UNKNOWN = ['~0', '~1', '~2', '~3'] as const

/** The rows of a message: of what the table knows of it, and of how much it does not. */
export function rowsOf(features: readonly string[], rowOf: ReadonlyMap<string, number>): readonly number[] {
  const unknown = features.filter((it) => !it.includes(' ') && !rowOf.has(it)).length
  const much = unknown === 0 ? '~0' : unknown <= 2 ? '~1' : unknown <= 5 ? '~2' : '~3'
  return [...features, much].flatMap((it) => rowOf.get(it) ?? [])
}

/** What the rows of a message count for. */
export const shareOf = (features: number): number => 1 / Math.sqrt(Math.max(FEW_FEATURES, features))

/** The chances of a message by its features. */
export function chancesOf(
  features: readonly string[],
  { rowOf, weights, scale }: IntentTable,
): IntentChances {
  const rows = rowsOf(features, rowOf)
  const share = shareOf(rows.length) * scale
  const odds = INTENTS.map((intent, at) => {
    const bias = BIAS * scale * (weights[rowOf.size * INTENTS.length + at] ?? 0)
    const sum = rows.reduce((total, row) => total + (weights[row * INTENTS.length + at] ?? 0), 0)
    return [intent, Math.exp(bias + share * sum)] as const
  })
  const all = odds.reduce((total, [, one]) => total + one, 0)
  return odds
    .map(([intent, one]) => [intent, one / all] as const)
    .toSorted(([, one], [, other]) => other - one)
}
