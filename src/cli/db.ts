import { storeOptionsOf } from '../app/index.ts'
import { hideSecret, systemClock } from '../ops/index.ts'
import { copyStore, openStore, requireDatabase } from '../store/index.ts'
import type { Call, CliCommand } from './command.ts'
import { UsageError } from './usage-error.ts'

/** `paperboy db`: a copy of all that the bot must remember, as a file or from one kind of database to another. */
export const dbCommand: CliCommand = {
  usage: 'backup FILE | copy --from PLACE --to PLACE [--json]',
  help: [
    'backup FILE    write a copy to FILE, also while the bot is running; of PostgreSQL by pg_dump',
    'copy           copy all into an empty database and compare both; refused while a bot is running',
    '--from, --to   a data folder, or the postgres:// URL of a database; "env" stands for DATABASE_URL',
    '--json         print the tables with counts and checksums as one JSON array',
  ],
  options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  run: async (call) => {
    const [verb] = call.positionals
    if (verb === 'backup') return backUp(call)
    if (verb === 'copy') return copy(call)
    throw new UsageError(
      'missing or unknown action: paperboy db backup FILE, or paperboy db copy --from … --to …',
    )
  },
}

async function backUp({ positionals: [, file, ...more], config, output }: Call): Promise<0> {
  if (file === undefined || more.length > 0)
    throw new UsageError('name exactly one FILE: paperboy db backup FILE')
  if (config.DATABASE_URL === undefined) requireDatabase(config.DATA_DIR)
  const store = await openStore(storeOptionsOf(config, () => systemClock.now()))
  try {
    await store.backUp(file)
  } finally {
    await store.close()
  }
  output.out(`backed up ${store.file} to ${file}\n`)
  return 0
}

async function copy({ positionals, values, config, output }: Call): Promise<0> {
  const usage = 'paperboy db copy --from PLACE --to PLACE'
  const placeOf = (name: string) => {
    const place = values[name] === 'env' ? config.DATABASE_URL : values[name]
    if (typeof place !== 'string' || place === '') throw new UsageError(`--${name} names no place: ${usage}`)
    const [, password] = /:\/\/[^:@/]*:(.*)@/.exec(place) ?? []
    if (password) hideSecret(password)
    return place
  }
  const [from, to] = [placeOf('from'), placeOf('to')]
  if (positionals.length > 1 || from === to) throw new UsageError(`name two different places: ${usage}`)
  const tables = await copyStore(from, to, systemClock.now())
  if (values['json'] === true) output.out(`${JSON.stringify(tables)}\n`)
  else
    for (const { table, rows, checksum } of tables)
      output.out(`${table.padEnd(20)} ${String(rows).padStart(9)} rows  ${checksum}\n`)
  return 0
}
