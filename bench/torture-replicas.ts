// `npm run torture:replicas [-- --replicas 5 --updates 2000 --kills 20 --freezes 5 --restarts 5 --seed 17]`: bots over one private
// PostgreSQL behind one webhook. Updates are brought three times each, to any replica; meanwhile replicas are killed, frozen
// and thawed, and the server is restarted. Exit code 1 if an update was lost, answered twice without a mark or out of
// its order, or more than 30 calls came within a second.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/postgres.ts'
import { tortureReplicas } from '../test/support/torture/replicas.ts'

const { values } = parseArgs({
  options: {
    replicas: { type: 'string', default: '5' },
    updates: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    freezes: { type: 'string', default: '5' },
    restarts: { type: 'string', default: '5' },
    seed: { type: 'string', default: '17' },
  },
})
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${JSON.stringify(values)}`)
const folder = mkdtempSync(join(tmpdir(), 'paperboy-torture-'))
const server = await startPostgres(folder)
const report = await tortureReplicas(server, {
  replicas: Number(values.replicas),
  updates: Number(values.updates),
  kills: Number(values.kills),
  freezes: Number(values.freezes),
  restarts: Number(values.restarts),
  seed: Number(values.seed),
  tell: (line) => console.log(line),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(report))
const { lost, unmarked, outOfOrder, mostInASecond } = report
process.exitCode = lost === 0 && unmarked === 0 && outOfOrder === 0 && mostInASecond <= 30 ? 0 : 1
