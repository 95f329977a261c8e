/** The Bot API, as far as sending goes. `telegram/` has the one that talks to Telegram. */
export interface Api {
  /** Makes one call, once. Never rejects, and settles soon after the signal is aborted. */
  call(method: string, payload: object, signal: AbortSignal): Promise<ApiResponse>
}

/** What became of one call. */
export type ApiResponse =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** Telegram, or what stands before it, answered with an error. */
  | {
      readonly kind: 'error'
      /** `error_code` of the Bot API, else the HTTP status. */
      readonly code: number
      readonly description: string
      /** Seconds, as told. */
      readonly retryAfterSeconds?: number
      readonly migrateToChatId?: number
    }
  /** There was no answer. */
  | {
      readonly kind: 'network'
      /** Whether any of the request may have left this machine. */
      readonly written: boolean
      readonly reason: string
    }
  /** The signal was aborted before there was an answer. */
  | { readonly kind: 'timeout' }
