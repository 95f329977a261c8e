import { parseArgs } from 'node:util'
import { read } from './read.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const [command, ...files] = positionals
if (command === 'read' && files.length > 0)
  process.exitCode = await read(files, values, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  })
else {
  process.stderr.write('usage: paperboy read FILE… [--json]\n')
  process.exitCode = 2
}
