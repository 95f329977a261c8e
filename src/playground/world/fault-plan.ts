import type { RefusalParameters } from '../rules/refusal.ts'

/** What goes wrong with a call. */
export type Fault =
  /** Telegram answers with an error instead of doing it: 429, 400, 403, 5xx. */
  | {
      readonly kind: 'error'
      readonly errorCode: number
      readonly description: string
      readonly parameters?: RefusalParameters
    }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset-before' }
  /** It is done, and the connection breaks before the answer. */
  | { readonly kind: 'reset-after' }
  /** Nothing is done and nothing is answered until the bot hangs up. */
  | { readonly kind: 'hang' }

/** Which calls meet a fault. Rules for the same calls are worked off one after the other, as they were added. */
export interface FaultRule {
  readonly fault: Fault
  /** Method that it concerns; any but `getUpdates` where it is left out. */
  readonly method?: string
  /** Chat that it concerns; any where it is left out. */
  readonly chatId?: number
  /** Calls that go through before the first fault. */
  readonly after?: number
  /** Faults before the rule ends; 1 where it is left out. */
  readonly times?: number
}

/** The seam for tests: what will go wrong, call by call. */
export interface FaultPlan {
  add(rule: FaultRule): void
  clear(): void
  /** Faults that are still to come. */
  left(): number
  /** The fault that this call meets, which counts as met. */
  take(method: string, chatId: number | undefined): Fault | undefined
}

/** A plan without faults; the control API adds them. */
export function createFaultPlan(): FaultPlan {
  let rules: { rule: FaultRule; after: number; times: number }[] = []
  const concerns = (rule: FaultRule, method: string, chatId: number | undefined) =>
    (rule.method === undefined ? method !== 'getUpdates' : rule.method === method) &&
    (rule.chatId === undefined || rule.chatId === chatId)
  return {
    add: (rule) => void rules.push({ rule, after: rule.after ?? 0, times: rule.times ?? 1 }),
    clear: () => {
      rules = []
    },
    left: () => rules.reduce((sum, { times }) => sum + times, 0),
    take: (method, chatId) => {
      const planned = rules.find(({ rule }) => concerns(rule, method, chatId))
      if (planned === undefined) return undefined
      if (planned.after > 0) {
        planned.after -= 1
        return undefined
      }
      planned.times -= 1
      if (planned.times <= 0) rules = rules.filter((it) => it !== planned)
      return planned.rule.fault
    },
  }
}
