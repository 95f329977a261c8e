import type { Logger } from '../../src/ops/index.ts'

/** A log that is kept: `warn: sentence`, in order. */
export function createRecordedLog(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const at = (level: string) => (_facts: object, sentence: string) => void lines.push(`${level}: ${sentence}`)
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
