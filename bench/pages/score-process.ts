import { optimiseLater } from '../../src/cli/optimise-later.js'
import { scorePdfs } from './score-pdfs.ts'

// What `npm run bench:pages` measures: a process of its own, compiled as `npm start` compiles what it runs, with V8 set as `read` and
// `index` set it.
optimiseLater()
process.stdout.write(JSON.stringify(await scorePdfs(process.argv[2] ?? '')))
