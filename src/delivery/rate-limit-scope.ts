/** What a rate limit concerns. */
export type RateLimitScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'chat'; readonly chatId: number }
  /** Calls that have no chat, by their method. */
  | { readonly kind: 'method'; readonly method: string }

/** Names a scope, for maps and the log: `all`, `chat 7`, `method setMyCommands`. */
export function nameOfScope(scope: RateLimitScope): string {
  switch (scope.kind) {
    case 'all':
      return 'all'
    case 'chat':
      return `chat ${scope.chatId}`
    case 'method':
      return `method ${scope.method}`
  }
}
