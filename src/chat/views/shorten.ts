/** Cuts a text to `limit` UTF-16 units, the last of them an ellipsis, and never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
