import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from './cluster.ts'

const [count = '1'] = process.argv.slice(2)
const cluster = await startCluster(join(tmpdir(), `opensearch-${process.pid}`), Number(count))
console.log(`SEARCH_URL=${cluster.urls.join(',')}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cluster.stop().then(() => process.exit()))
