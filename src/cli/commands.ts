import type { CliCommand } from './command.ts'

/** A command, as much of it as `paperboy --help` tells. */
export interface CommandEntry {
  /** What it does, in one line. */
  readonly describe: string
  /** Each is loaded by itself: none waits for what another one needs. */
  readonly load: () => Promise<CliCommand>
}

/** The commands of the command line, by name. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: {
    describe: 'run the bot: on Telegram with a BOT_TOKEN, else on a page of this machine',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  read: {
    describe: 'cut pages into articles, as a report to check by eye or as JSON',
    load: async () => (await import('./read.ts')).readCommand,
  },
  search: { describe: 'find articles', load: async () => (await import('./search.ts')).searchCommand },
  summary: {
    describe: "give an article's key sentences, word for word",
    load: async () => (await import('./summary.ts')).summaryCommand,
  },
  digest: {
    describe: "give the pick of a day's paper",
    load: async () => (await import('./digest.ts')).digestCommand,
  },
  index: {
    describe: 'take new and changed pages into archive and index, and show how far it is',
    load: async () => (await import('./index-command.ts')).indexCommand,
  },
  doctor: {
    describe: 'check the set-up, and say how to mend it',
    load: async () => (await import('./doctor/doctor.ts')).doctorCommand,
  },
  db: {
    describe: 'copy the database, also while the bot runs',
    load: async () => (await import('./db.ts')).dbCommand,
  },
}
