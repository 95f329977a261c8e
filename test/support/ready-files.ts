import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file of ready articles that say nothing but their headlines, with the folders that it lies in.
 * @param changedMs when it was changed, in milliseconds since 1970
 */
export function writeReadyFile(path: string, headlines: readonly string[], changedMs: number): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    headlines.map((headline) => JSON.stringify({ headline, body: `${headline}的正文。` })).join('\n'),
  )
  utimesSync(path, changedMs / 1000, changedMs / 1000)
}
