import type { Surroundings } from './run.ts'

/** What this process gives a command. */
export const processSurroundings = (): Surroundings => ({
  env: process.env,
  input: process.stdin,
  output: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  },
})
