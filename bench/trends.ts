// `npm run bench:trends -- CORPUS DATA`: how long a trend takes, query and chart, over an archive that has been indexed before
// (`paperboy index --corpus CORPUS --data DATA`).
import { existsSync } from 'node:fs'

import { buildApp } from '../src/app/index.ts'
import { composeChart, textsOf } from '../src/chat/index.ts'
import { readConfig } from '../src/config/index.ts'
import { createLogger, systemClock } from '../src/ops/index.ts'
import { drawPicture } from '../src/pictures/index.ts'
import { countTrend } from '../src/trends/index.ts'

const [corpus, data, ...asked] = process.argv.slice(2)
if (corpus === undefined || data === undefined || !existsSync(corpus)) {
  console.error('npm run bench:trends -- CORPUS DATA [QUERY…]')
  process.exit(2)
}
const QUERIES = ['高铁', '数字经济', '大熊猫', '高铁, 大熊猫, 数字经济, 中国', '中国']

const config = readConfig({ CORPUS_DIR: corpus, DATA_DIR: data })
const app = await buildApp(config, systemClock, createLogger('error'))
const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
/** Milliseconds: the CPU time of the process, and the time that passes. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [T, string]> {
  const [cpu, wall] = [cpuMs(), performance.now()]
  const value = await work()
  return [value, `${(cpuMs() - cpu).toFixed(0)} / ${(performance.now() - wall).toFixed(0)}`]
}

console.log(`${app.search.size} articles; milliseconds of CPU / of the clock`)
await drawPicture(composeChart(await countTrend('报童', { today: app.today() }, app), textsOf('zh-Hans')))
for (const query of asked.length > 0 ? asked : QUERIES) {
  const count = () => countTrend(query, { today: app.today() }, app)
  const [trend, first] = await timed(count)
  const [, again] = await timed(count)
  const [, drawn] = await timed(() => drawPicture(composeChart(trend, textsOf('zh-Hans'))))
  const totals = trend.lines.map(({ total }) => total).join(', ')
  console.log(`${query}: ${totals} articles; first ${first}, again ${again}, chart ${drawn}`)
}
await app.close()
