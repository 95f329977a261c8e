import type { ArticleId } from '../domain/index.ts'

/** Whose digest, and of which day. There is never more than one. */
export interface DigestKey {
  readonly chatId: number
  readonly threadId?: number
  /** `YYYY-MM-DD` where the chat lives. */
  readonly day: string
}

export interface Digest extends DigestKey {
  readonly dueMs: number
  readonly state: 'due' | 'sending' | 'sent' | 'failed'
  /** How often its sending has begun. */
  readonly attempts: number
  /** A process ended while it was being sent: it may stand in the chat already. */
  readonly possibleDuplicate: boolean
  readonly messageId?: number
  /** Why it failed, or was passed over. */
  readonly reason?: string
}

/**
 * What was planned, begun and sent. `begin` is on disk before the call to Telegram, `finish` comes after it: a
 * process that ends in between leaves `sending`, which `recover` makes `due` again, marked. So none is lost, and each
 * one that may have come twice is known. Every method is one transaction, but for `plan`, which may be told again.
 */
export interface DigestLedger {
  /** Those that are planned already, in whatever state, stay as they are. @returns how many were new */
  plan(digests: readonly (DigestKey & { readonly dueMs: number })[]): Promise<number>
  /** Whose time has come, earliest first; none of chats that are paused. */
  due(nowMs: number, limit: number): Promise<readonly Digest[]>
  /** `due` → `sending`. @returns undefined where it is not due any more: somebody else took it */
  begin(key: DigestKey): Promise<Digest | undefined>
  /** `sending` → `sent`; remembers what the chat has been shown. */
  finish(
    key: DigestKey,
    sent: { readonly messageId?: number; readonly articleIds: readonly ArticleId[] },
  ): Promise<void>
  /** `sending` → `due`, where it surely did not arrive. @param ambiguous it may have arrived */
  postpone(key: DigestKey, dueMs: number, ambiguous?: boolean): Promise<void>
  /** `due` or `sending` → `failed`: it is not tried again. */
  fail(key: DigestKey, reason: string): Promise<void>
  /** At start, before anything is sent. @returns how many were being sent when the last process ended */
  recover(): Promise<number>
  get(key: DigestKey): Promise<Digest | undefined>
  /** What the chat's digests have shown since `forgetShown`. */
  shown(chatId: number): Promise<ReadonlySet<ArticleId>>
  /** Begins a new round through the archive. */
  forgetShown(chatId: number): Promise<void>
}
