import type { ArticleId } from '../domain/index.ts'

/** Who gets a digest: a chat, or a topic of a forum. */
export interface DigestReader {
  readonly chatId: number
  readonly threadId?: number
}

/** Whose digest, and of which day. There is never more than one. */
export interface DigestKey extends DigestReader {
  /** `YYYY-MM-DD` where the chat lives. */
  readonly day: string
}

export interface Digest extends DigestKey {
  /** As it was planned. */
  readonly dueMs: number
  /** `failed`: nothing is sent, and `reason` says why. */
  readonly state: 'due' | 'sending' | 'sent' | 'failed'
  /** How often its sending has begun. */
  readonly attempts: number
  /** How often it may have arrived without our knowing: so many messages there may be besides the one that is known. */
  readonly possibleDuplicates: number
  readonly messageId?: number
  /** Why it failed, was passed over, or was not wanted. */
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
  /** Fails what waits while a later day of the same reader has come: only the latest is sent. @returns how many */
  passOver(nowMs: number): Promise<number>
  /** Whose time has come, earliest first; none of chats that are paused. */
  due(nowMs: number, limit: number): Promise<readonly Digest[]>
  /** `due` → `sending`. @returns undefined where it is not due any more: somebody else took it */
  begin(key: DigestKey): Promise<Digest | undefined>
  /** `sending` → `sent`; remembers what the reader has been shown. */
  finish(key: DigestKey, sent: SentDigest): Promise<void>
  /**
   * `due` or `sending` → `due`, where it surely did not arrive. It stays due since when it was.
   * @param notBeforeMs when to try again
   * @param ambiguous it may have arrived
   */
  postpone(key: DigestKey, notBeforeMs: number, ambiguous?: boolean): Promise<void>
  /** `due` or `sending` → `failed`: it is not tried again. */
  fail(key: DigestKey, reason: string): Promise<void>
  /** At start, before anything is sent. @returns how many were being sent when the last process ended */
  recover(): Promise<number>
  get(key: DigestKey): Promise<Digest | undefined>
  /** What the reader's digests have shown in this round through the archive. */
  shown(reader: DigestReader): Promise<ReadonlySet<ArticleId>>
}

/** What became of a digest that was sent. */
export interface SentDigest {
  readonly messageId?: number | undefined
  /** All that it shows. */
  readonly articleIds: readonly ArticleId[]
  /** It begins a new round through the archive: what was shown before is forgotten. */
  readonly startsOver?: boolean
}
