import { processSurroundings, run } from './cli/index.ts'

// `npm start` is `paperboy serve`.
process.exitCode = await run(['serve', ...process.argv.slice(2)], processSurroundings())
