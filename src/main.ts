import { run } from './cli/index.ts'

// `npm start` is `paperboy serve`.
process.exitCode = await run(['serve', ...process.argv.slice(2)], {
  env: process.env,
  input: process.stdin,
  output: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  },
})
