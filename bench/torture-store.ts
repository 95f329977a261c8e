// `npm run torture:store [-- KILLS [SEED]]`: two processes that write to one database are killed KILLS times (60 unless
// told) at random moments. Exit code 1 if a transaction was lost or torn, or the database was locked or damaged.
import { cpus } from 'node:os'
import { killWriters } from '../test/support/torture/writers.ts'

const kills = Number(process.argv[2] ?? 60)
const seed = Number(process.argv[3] ?? 11)
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, seed ${seed}`)
const { transactions, lost, torn, locked, damaged, ...rest } = await killWriters(kills, seed)
console.log(
  `${rest.kills} kills, ${transactions} transactions: lost ${lost}, torn ${torn}, locked ${locked}, damaged ${damaged.length}`,
)
for (const sentence of damaged) console.log(sentence)
process.exitCode = lost + torn + locked + damaged.length > 0 ? 1 : 0
