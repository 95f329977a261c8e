/** What a part of an address stands for; itself if its escapes are broken. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
