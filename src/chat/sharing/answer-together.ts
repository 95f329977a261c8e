import type { Texts } from '../texts/index.ts'
import type { InlineReply } from '../turn/reply.ts'
import type { InlineRequest } from '../turn/request.ts'

/** Far less than Telegram may keep an answer (`cache_time`), so nobody sees older articles for it. */
const KEPT_MS = 2_000
const MOST = 50

/** Answers an inline query in the words of a language. */
export type AnswerInline = (request: InlineRequest, texts: Texts) => Promise<InlineReply>

interface Kept {
  readonly answer: Promise<InlineReply>
  readonly untilMs: number
}

/**
 * Works out once what many type at the same time, as when something has happened. Each in their own language; what an
 * answer depends on besides must stand in the request's query, offset or bot.
 * @param monotonicNow milliseconds, never going back
 * @returns rejects as `answer` does; what failed is not kept
 */
export function answerTogether(answer: AnswerInline, monotonicNow: () => number): AnswerInline {
  /** Oldest first. */
  const kept = new Map<string, Kept>()
  return (request, texts) => {
    const now = monotonicNow()
    for (const [key, { untilMs }] of kept) {
      if (untilMs > now && kept.size < MOST) break
      kept.delete(key)
    }
    const { query, offset, bot } = request
    const key = JSON.stringify([query, offset, bot, texts.language])
    const known = kept.get(key)
    if (known) return known.answer
    const mine = answer(request, texts)
    kept.set(key, { answer: mine, untilMs: now + KEPT_MS })
    mine.catch(() => kept.delete(key))
    return mine
  }
}
