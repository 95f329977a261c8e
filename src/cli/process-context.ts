import type { ProcessContext } from './run.ts'

/** What this process gives a command. */
export const processContext = (): ProcessContext => ({
  env: process.env,
  input: process.stdin,
  output: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    // Some terminals say that they have no width at all.
    columns: process.stderr.isTTY ? process.stderr.columns || 80 : undefined,
  },
})
