import { setTimeout as sleep } from 'node:timers/promises'
import { type AverageLengths, type IndexOrigin, indexShape } from './index-shape.ts'
import { QUESTION_MS } from './search-index.ts'
import type { SearchServer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'

/** An index behind the alias, and how far it is. */
export interface IndexState {
  /** Its own name, which the alias stands for. */
  readonly index: string
  readonly origin: IndexOrigin
  readonly averages: AverageLengths
  /** The latest change of the archive that is in it; 0 if nothing is. */
  readonly revision: number
}

/** Indices of one alias: which one is searched, which are built, and how far each is. */
export interface IndexStore {
  /** The one that is searched; undefined if there is none. */
  current(): Promise<IndexState | undefined>
  /** One that is being built, from an earlier try; undefined if there is none. */
  unfinished(origin: IndexOrigin): Promise<IndexState | undefined>
  /**
   * A new one, empty. It is not searched yet.
   * @param isForLater it is built beside the one that is searched: nothing of it can be found before {@link IndexStore.open}
   */
  create(origin: IndexOrigin, averages: AverageLengths, isForLater?: boolean): Promise<IndexState>
  /** Makes all that is in one that was built for later ready to be found, and what comes later too. */
  open(index: string): Promise<void>
  /** From the next query on the alias stands for this one; the others are removed. */
  switchTo(index: string): Promise<void>
  /** Notes how far an index is: what has come so far comes no more after a restart. */
  noteRevision(index: string, revision: number): Promise<void>
  count(index: string): Promise<number>
  refresh(index: string): Promise<void>
}

/** How soon what is written can be found. */
const REFRESH = '1s'
/** Waiting for a shard of a new index, or for a disk, takes longer than a search. */
const SLOW_MS = 30_000

/**
 * The indices of an alias on a server, each by a request of its own: nothing is remembered here.
 * @param alias what is searched; indices have it as the beginning of their names
 */
export function createIndexStore(server: SearchServer, alias: string, shards: number): IndexStore {
  const states = `${alias}-state`
  const path = (...names: readonly string[]) => `/${names.map(encodeURIComponent).join('/')}`
  const revisionOf = async (index: string): Promise<number> => {
    const { body } = await server.ask({
      method: 'GET',
      path: path(states, '_doc', index),
      accept: [404],
      deadlineMs: SLOW_MS,
    })
    return Number(body?._source?.revision ?? 0)
  }
  const stateOf = async (index: string, mapping: Mapping): Promise<IndexState> => {
    const meta = mapping.mappings?._meta?.paperboy
    if (meta === undefined)
      throw new SearchServerError(
        'unusable',
        `the index ${index} was not made by this program: set SEARCH_INDEX to another name`,
      )
    return { index, origin: meta, averages: meta.averages, revision: await revisionOf(index) }
  }
  const mappings = async (pattern: string): Promise<readonly (readonly [string, Mapping])[]> => {
    const { status, body } = await server.ask({
      method: 'GET',
      path: `${path(pattern)}/_mapping`,
      accept: [404],
    })
    return status === 404 ? [] : Object.entries<Mapping>(body)
  }
  return {
    current: async () => {
      const [found] = await mappings(alias)
      if (found?.[0] === alias)
        throw new SearchServerError(
          'unusable',
          `${alias} is an index of its own on the search server, not an alias: set SEARCH_INDEX to another name`,
        )
      return found && stateOf(...found)
    },
    unfinished: async (origin) => {
      const now = (await mappings(alias))[0]?.[0]
      const found = (await mappings(`${alias}-2*`)).find(
        ([index, { mappings: it }]) =>
          index !== now &&
          it?._meta?.paperboy?.rules === origin.rules &&
          it._meta.paperboy.archive === origin.archive,
      )
      return found && stateOf(...found)
    },
    create: async (origin, averages, isForLater = false) => {
      await server.ask({
        method: 'PUT',
        path: path(states),
        body: { settings: { index: { number_of_shards: 1, auto_expand_replicas: '0-1' } } },
        accept: [400], // it is there
        deadlineMs: SLOW_MS,
      })
      const index = `${alias}-${new Date().toISOString().replaceAll(/\D/g, '')}`
      await server.ask({
        method: 'PUT',
        path: path(index),
        body: indexShape(origin, averages, shards, isForLater ? '-1' : REFRESH),
        deadlineMs: SLOW_MS,
        perTryMs: SLOW_MS,
      })
      return { index, origin, averages, revision: 0 }
    },
    switchTo: async (index) => {
      const others = (await mappings(`${alias}-2*`)).map(([name]) => name).filter((it) => it !== index)
      await server.ask({
        method: 'POST',
        path: '/_aliases',
        body: {
          actions: [
            { add: { index, alias } },
            ...others.map((other) => ({ remove: { index: other, alias, must_exist: false } })),
          ],
        },
        deadlineMs: SLOW_MS,
      })
      // Questions that have begun end on the index that they began with.
      if (others.length > 0) await sleep(QUESTION_MS)
      for (const other of others)
        await server.ask({ method: 'DELETE', path: path(other), accept: [404], deadlineMs: SLOW_MS })
    },
    noteRevision: async (index, revision) => {
      await server.ask({
        method: 'PUT',
        path: path(states, '_doc', index),
        body: { revision },
        deadlineMs: SLOW_MS,
      })
    },
    count: async (index) => {
      const { body } = await server.ask({ method: 'GET', path: path(index, '_count') })
      return Number(body.count)
    },
    open: async (index) => {
      await server.ask({
        method: 'PUT',
        path: path(index, '_settings'),
        body: { index: { refresh_interval: REFRESH } },
        deadlineMs: SLOW_MS,
      })
      await server.ask({
        method: 'POST',
        path: path(index, '_refresh'),
        deadlineMs: SLOW_MS,
        perTryMs: SLOW_MS,
      })
    },
    refresh: async (index) => {
      await server.ask({ method: 'POST', path: path(index, '_refresh'), deadlineMs: SLOW_MS })
    },
  }
}

interface Mapping {
  /** Missing in what another program answers. */
  readonly mappings?: {
    readonly _meta?: { readonly paperboy?: IndexOrigin & { readonly averages: AverageLengths } }
  }
}
