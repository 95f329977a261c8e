import { scorePdfs } from './score-pdfs.ts'

// What `npm run bench:pages` measures: a process of its own, compiled as `npm start` compiles what it runs.
process.stdout.write(JSON.stringify(await scorePdfs(process.argv[2] ?? '')))
