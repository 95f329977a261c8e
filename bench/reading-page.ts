// `npm run bench:reading-page [-- --articles N --seconds S]`: how long readers wait for a page beside a static file server,
// which serves the same pages as files. Both run in processes of their own and are asked in turns, by a hundred readers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, startBot } from '../test/support/bot-process.ts'
import { writeArticles } from './reading-page/articles.ts'
import { startStaticServer } from './reading-page/start-static-server.ts'
import { percentile } from './statistics.ts'

const READERS = 100
const ROUNDS = 3

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '4' } },
})
const [articles, seconds] = [Number(values.articles), Number(values.seconds)]
const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
const [corpus, files] = [join(folder, 'corpus'), join(folder, 'files')]
mkdirSync(corpus)
mkdirSync(files)
writeArticles(join(corpus, 'articles.jsonl'), articles)
const port = await freePort()
const bot = await startBot({
  CORPUS_DIR: corpus,
  DATA_DIR: join(folder, 'data'),
  PUBLIC_URL: 'https://news.example.org',
  WEB_PORT: `${port}`,
  WEB_ACCESS: 'public',
})
const stop = [() => bot.stop(), async () => rmSync(folder, { recursive: true, force: true })]
try {
  const site = `http://127.0.0.1:${port}`
  const ids = await listIds(site)
  let bytes = 0
  for (const id of ids) {
    const text = await (await ask(site, `/a/${id}`)).text
    bytes += Buffer.byteLength(text)
    writeFileSync(join(files, `${id}.html`), text)
  }
  const statics = await startStaticServer(files)
  stop.unshift(async () => statics.stop())
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
  console.log(
    `${ids.length} articles, ${(bytes / ids.length / 1024).toFixed(1)} KB a page, ${READERS} readers`,
  )
  const took = { files: [] as number[], site: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    took.files.push(
      ...(await read(
        statics.url,
        ids.map((id) => `/${id}.html`),
      )),
    )
    took.site.push(
      ...(await read(
        site,
        ids.map((id) => `/a/${id}`),
      )),
    )
  }
  const show = (name: string, list: readonly number[]) =>
    `${name.padEnd(14)} p50 ${percentile(list, 0.5).toFixed(1)} ms, p95 ${percentile(list, 0.95).toFixed(1)} ms, ${Math.round(list.length / ROUNDS / seconds)} pages a second`
  console.log(show('static files', took.files))
  console.log(show('reading page', took.site))
  console.log(
    `p95 ${(percentile(took.site, 0.95) / percentile(took.files, 0.95)).toFixed(1)} × that of static files`,
  )
} finally {
  for (const end of stop) await end()
}

/** The ids of all articles, from the pages of the days. */
async function listIds(site: string): Promise<readonly string[]> {
  const ids = new Set<string>()
  let path: string | undefined = (await ask(site, '/d')).location
  while (path !== undefined) {
    const text: string = await (await ask(site, path)).text
    for (const [, id = ''] of text.matchAll(/href="\/a\/([a-z2-7]{10})"/g)) ids.add(id)
    path = /href="(\/d\/[^"]*\?page=\d+)"/.exec(text)?.[1] ?? /rel="prev" href="(\/d\/[^"]*)"/.exec(text)?.[1]
  }
  return [...ids]
}

/** @returns how long each page took, in milliseconds */
async function read(base: string, paths: readonly string[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS })
  const took: number[] = []
  const ends = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: READERS }, async () => {
      while (performance.now() < ends) {
        const path = paths[Math.floor(Math.random() * paths.length)] ?? '/'
        const began = performance.now()
        const { status, text } = await ask(base, path, agent)
        await text
        if (status !== 200) throw new Error(`${path}: ${status}`)
        took.push(performance.now() - began)
      }
    }),
  )
  agent.destroy()
  return took
}

/** Asks for a page, each time from another address. */
function ask(base: string, path: string, agent?: Agent) {
  const from = `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`
  return new Promise<{ status: number; location: string | undefined; text: Promise<string> }>(
    (resolve, reject) => {
      const asked = request(
        base + path,
        { ...(agent && { agent }), headers: { 'x-forwarded-for': from } },
        (response) => {
          const text = new Promise<string>((done) => {
            const parts: Buffer[] = []
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('end', () => done(Buffer.concat(parts).toString()))
          })
          resolve({ status: response.statusCode ?? 0, location: response.headers.location, text })
        },
      )
      asked.on('error', reject)
      asked.end()
    },
  )
}
