import { runProcess } from './cli/index.ts'

// `npm start` is `paperboy serve`.
await runProcess(['serve', ...process.argv.slice(2)])
