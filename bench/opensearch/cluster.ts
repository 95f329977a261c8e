import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { crc32 } from 'node:zlib'

/** Programs that are needed and missing here, for people; empty where a cluster can be started. */
export const missingPrograms: readonly string[] = ['java', 'javac', 'mvn'].filter(
  (it) => spawnSync(it, ['-version'], { stdio: 'ignore' }).error !== undefined,
)

/** A node, as it is started and ended. */
export interface ClusterNode {
  readonly name: string
  readonly url: string
  readonly process: ChildProcess | undefined
  /** Starts it again with what it had on its disk; it need not be ready yet. */
  start(): void
  /** @returns when the process has gone */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** OpenSearch on this machine's loopback, each node a process. */
export interface Cluster {
  readonly nodes: readonly ClusterNode[]
  readonly urls: readonly string[]
  /** Waits until so many nodes have found one another, and no shard is without a primary (or, if green, a copy). */
  ready(status?: 'green' | 'yellow', nodes?: number, seconds?: number): Promise<void>
  /** Ends all nodes and removes what they wrote. */
  stop(): Promise<void>
}

const HERE = import.meta.dirname
const SOURCES = ['pom.xml', 'OsNode.java', 'log4j2.properties']
/** Jars and classes, which many runs share: 50 MB. */
const BUILT = join(
  tmpdir(),
  `opensearch-node-${crc32(SOURCES.map((it) => readFileSync(join(HERE, it), 'utf8')).join('')).toString(36)}`,
)

/**
 * Starts a cluster, and waits until it is ready: some ten seconds for a node on a quiet machine. The first time, Maven
 * fetches its jars.
 * @param folder for data and logs, made anew
 * @throws if a program is missing, or it does not start
 */
export async function startCluster(
  folder: string,
  count = 1,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  build()
  rmSync(folder, { recursive: true, force: true })
  const names = Array.from({ length: count }, (_, i) => `n${i + 1}`)
  const ports = await freePorts(2 * count)
  const transports = ports.slice(count).map((port) => `127.0.0.1:${port}`)
  const nodes = names.map((name, i) =>
    nodeOf(name, join(folder, name), ports[i] ?? 0, [
      'cluster.name=paperboy-test',
      `transport.port=${ports[count + i] ?? 0}`,
      `discovery.seed_hosts=${transports.join(',')}`,
      `cluster.initial_cluster_manager_nodes=${names.join(',')}`,
      ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ]),
  )
  for (const node of nodes) node.start()
  const end = () => {
    for (const node of nodes) node.process?.kill('SIGKILL')
  }
  process.once('exit', end)
  const cluster: Cluster = {
    nodes,
    urls: nodes.map(({ url }) => url),
    ready: async (status = 'green', wanted = count, seconds = 180) => {
      const path = `/_cluster/health?wait_for_nodes=${wanted}&wait_for_status=${status}&timeout=1s`
      for (const limit = performance.now() + 1000 * seconds; performance.now() < limit; await sleep(200)) {
        const answers = await Promise.all(nodes.map(({ url }) => healthOf(url + path)))
        if (answers.some((it) => it?.timed_out === false)) return
      }
      throw new Error(`the cluster in ${folder} is not ${status} after ${seconds} s`)
    },
    stop: async () => {
      process.off('exit', end)
      await Promise.all(nodes.map((node) => node.end('SIGKILL')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await cluster.ready()
  return cluster
}

function nodeOf(name: string, folder: string, port: number, settings: readonly string[]): ClusterNode {
  mkdirSync(folder, { recursive: true })
  let child: ChildProcess | undefined
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    get process() {
      return child
    },
    start: () => {
      const log = openSync(join(folder, 'log.txt'), 'a')
      child = spawn(
        'java',
        [
          '-Xms384m',
          '-Xmx384m',
          '-XX:+UseSerialGC',
          '-XX:TieredStopAtLevel=1',
          '-Djava.security.manager=allow',
          '-Dlog4j2.disable.jmx=true',
          '-cp',
          `${join(BUILT, 'classes')}:${join(BUILT, 'lib')}/*`,
          'OsNode',
          `node.name=${name}`,
          `path.home=${folder}`,
          `http.port=${port}`,
          'network.host=127.0.0.1',
          'http.type=netty4',
          'transport.type=netty4',
          'node.store.allow_mmap=false',
          'cluster.routing.allocation.disk.threshold_enabled=false',
          ...settings,
        ],
        // A session of its own: the scheduler shares the processor among sessions, as if each node had a machine.
        { cwd: folder, stdio: ['pipe', log, log], detached: true },
      )
      closeSync(log)
    },
    end: async (signal = 'SIGTERM') => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      // A process that is stopped takes no other signal.
      if (signal === 'SIGTERM') child.kill('SIGCONT')
      await gone
    },
  }
}

/** Fetches the jars and compiles the launcher, once. */
function build(): void {
  if (existsSync(join(BUILT, 'built'))) return
  if (missingPrograms.length > 0) throw new Error(`${missingPrograms.join(', ')} missing`)
  const fresh = `${BUILT}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(join(fresh, 'classes'), { recursive: true })
  const run = (command: string, options: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} failed: ${stderr}${stdout}`)
  }
  run('mvn', [
    '-B',
    '-q',
    '-f',
    join(HERE, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${join(fresh, 'lib')}`,
  ])
  run('javac', ['-cp', `${join(fresh, 'lib')}/*`, '-d', join(fresh, 'classes'), join(HERE, 'OsNode.java')])
  copyFileSync(join(HERE, 'log4j2.properties'), join(fresh, 'classes', 'log4j2.properties'))
  writeFileSync(join(fresh, 'built'), '')
  rmSync(BUILT, { recursive: true, force: true })
  renameSync(fresh, BUILT)
}

async function healthOf(url: string): Promise<{ readonly timed_out: boolean } | undefined> {
  try {
    return JSON.parse(await (await fetch(url, { signal: AbortSignal.timeout(2000) })).text())
  } catch {
    return undefined
  }
}

/** All of them are held until all are found. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((it) => once(it, 'listening')))
  const ports = servers.map((it) => {
    const address = it.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((it) => new Promise((resolve) => it.close(resolve))))
  return ports
}
