import { existsSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Cluster, missingPrograms, startCluster } from './opensearch/cluster.ts'
import { freezeNode, killAll, killNodes, killWhileWriting } from './opensearch/measures/faults.ts'
import { measureIndexing, measureRebuild } from './opensearch/measures/indexing.ts'
import { measureLatency } from './opensearch/measures/latency.ts'
import { measurePaging } from './opensearch/measures/paging.ts'
import { measureRanking } from './opensearch/measures/ranking.ts'
import { measureSizes } from './opensearch/measures/size.ts'
import { measureSpelling } from './opensearch/measures/spelling.ts'
import { openSetting, readArticles, settle, writeAll } from './opensearch/setting.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '10000' },
    nodes: { type: 'string', default: '3' },
    shards: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '20' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    url: { type: 'string' },
    upserts: { type: 'string', default: '50000' },
    only: {
      type: 'string',
      default: 'indexing,ranking,spelling,paging,rebuild,latency,freeze,kill,write,down',
    },
  },
})
const [folder] = positionals
if (folder === undefined || !existsSync(folder) || missingPrograms.length > 0) {
  console.error(`npm run bench:opensearch -- FOLDER [--articles N] [--nodes N] [--shards N] [--rounds N] [--rate QUERIES] [--upserts N] [--sizes N,N] [--url URL] [--only PARTS]

Starts OpenSearch nodes on this machine (Java 17 and Maven; missing here: ${missingPrograms.join(', ') || 'none'}), and measures
indexing, ranking, spelling, paging, rebuild, latency, freeze, kill, write, down, and sizes (headlines alone, only if it is named). FOLDER as for npm
run bench:search. With --url a node of npm run start:opensearch is used, and the index that an earlier run left on it; faults need
nodes of their own.`)
  process.exit(2)
}
const wanted = values.only.split(',')
const articles = readArticles(folder, Number(values.articles))
const cluster: Cluster =
  values.url === undefined
    ? await startCluster(join(tmpdir(), `opensearch-bench-${process.pid}`), Number(values.nodes))
    : { nodes: [], urls: [values.url], ready: async () => {}, stop: async () => {} }
const setting = await openSetting(cluster, articles, 'bench', Number(values.shards))
console.log(
  `${articles.length} articles, ${values.nodes} nodes, ${values.shards} shards, load ${loadavg()[0]?.toFixed(1)}\n\n| figure | measured |\n|---|---|`,
)
const parts: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  indexing: () => measureIndexing(cluster, setting),
  // Before the index in memory is filled, which takes minutes and 1 MB for 1,000 articles.
  latency: () => measureLatency(cluster, setting, 'bench'),
  spelling: () => measureSpelling(setting),
  ranking: () => measureRanking(setting),
  paging: () => measurePaging(setting),
  rebuild: () => measureRebuild(setting, Math.min(10, Number(values.rate))),
  freeze: () => freezeNode(cluster, setting),
  kill: () => killNodes(cluster, setting, Number(values.rounds), Number(values.rate)),
  write: () => killWhileWriting(cluster, setting, Number(values.upserts)),
  sizes: () => measureSizes(cluster, articles, values.sizes.split(',').map(Number)),
  down: () => killAll(cluster, setting),
}
try {
  if (!wanted.includes('indexing') && wanted.some((it) => it !== 'sizes')) {
    if ((await setting.remote.state()).documents !== articles.length) await writeAll(setting)
    await settle(cluster)
    console.error('written and merged')
  }
  for (const [name, measure] of Object.entries(parts))
    if (wanted.includes(name)) for (const line of await measure()) console.log(`| ${line} |`)
} finally {
  await setting.remote.close()
  await cluster.stop()
}
