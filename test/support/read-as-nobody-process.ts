// Reads a corpus folder as a user who may not read everything, and says what it read: `read-as-nobody-process.ts FOLDER`.
import { listCorpus, readCorpusFile } from '../../src/corpus/index.ts'
import '../../src/corpus/articles/read-page.ts'

// Nothing is forbidden to the superuser.
if (process.getuid?.() === 0) process.seteuid?.(65_534)
const say = (text: string) => process.stdout.write(`${text}\n`)
const [folder = ''] = process.argv.slice(2)
for await (const file of listCorpus(folder, ({ error }) => say(`unreadable ${error.message}`)))
  for await (const told of readCorpusFile(file)) {
    if (told.event === 'unreadable') say(`unreadable ${told.error.message}`)
    if (told.event === 'page') say(`read ${file.file}`)
  }
