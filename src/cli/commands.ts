import type { CliCommand } from './command.ts'

/** The commands of the command line, by name. Each is loaded by itself: none waits for what another one needs. */
export const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  read: async () => (await import('./read.ts')).readCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  summary: async () => (await import('./summary.ts')).summaryCommand,
  digest: async () => (await import('./digest.ts')).digestCommand,
  index: async () => (await import('./index-command.ts')).indexCommand,
  doctor: async () => (await import('./doctor/doctor.ts')).doctorCommand,
  db: async () => (await import('./db.ts')).dbCommand,
}
