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
  init: {
    describe: 'set up the bot: asks for token, folder and time zone, and writes .env',
    load: async () => (await import('./init/init.ts')).initCommand,
  },
  serve: {
    describe: 'run the bot: on Telegram if BOT_TOKEN is set, otherwise in the local playground',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  read: {
    describe: 'split pages into articles; print a report, or JSON',
    load: async () => (await import('./read.ts')).readCommand,
  },
  fix: {
    describe: 'correct how a page was cut: join, split, headline, order; it stays so',
    load: async () => (await import('./fix/fix.ts')).fixCommand,
  },
  search: { describe: 'find articles', load: async () => (await import('./search.ts')).searchCommand },
  ask: {
    describe: 'answer a question with sentences of the archive, word for word',
    load: async () => (await import('./ask.ts')).askCommand,
  },
  trend: {
    describe: 'count the articles about something by day, week, month or year',
    load: async () => (await import('./trend.ts')).trendCommand,
  },
  timeline: {
    describe: 'tell how something went: first mention, turning points, latest',
    load: async () => (await import('./timeline.ts')).timelineCommand,
  },
  summary: {
    describe: 'show the key sentences of an article, word for word',
    load: async () => (await import('./summary.ts')).summaryCommand,
  },
  card: {
    describe: 'draw a quotation from an article, as a picture to share',
    load: async () => (await import('./card.ts')).cardCommand,
  },
  clip: {
    describe: 'cut an article from its printed page, as a picture',
    load: async () => (await import('./clip.ts')).clipCommand,
  },
  front: {
    describe: 'draw the front page of a day: as it was printed, or composed of its stories',
    load: async () => (await import('./front.ts')).frontCommand,
  },
  digest: {
    describe: "show the digest of one day's paper",
    load: async () => (await import('./digest.ts')).digestCommand,
  },
  index: {
    describe: 'read new and changed pages into the archive and the index, with a progress bar',
    load: async () => (await import('./index-command.ts')).indexCommand,
  },
  doubts: {
    describe: 'list the articles that are most likely cut wrong, and those that readers reported',
    load: async () => (await import('./doubts.ts')).doubtsCommand,
  },
  doctor: {
    describe: 'check the installation and the settings, and say how to fix problems',
    load: async () => (await import('./doctor/doctor.ts')).doctorCommand,
  },
  db: {
    describe: 'back up the database, or copy it from SQLite to PostgreSQL and back',
    load: async () => (await import('./db.ts')).dbCommand,
  },
}
