import type { CliCommand } from './command.ts'
import { readCommand } from './read.ts'
import { searchCommand } from './search.ts'
import { serveCommand } from './serve.ts'
import { summaryCommand } from './summary.ts'

/** The commands of the command line, by name. */
export const commands: Readonly<Record<string, CliCommand>> = {
  serve: serveCommand,
  read: readCommand,
  search: searchCommand,
  summary: summaryCommand,
}
