/** Code that is mutated together, and the tests that are to notice. Both as globs from the root of the repository. */
export interface MutationPart {
  readonly code: readonly string[]
  /** Tests that take minutes are left out: each mutant that lives runs all that reach it. */
  readonly tests: readonly string[]
  /** Mutants of this part that must be noticed, in per cent. */
  readonly goal: number
}

/**
 * The parts where a fault hurts, by the names that `npm run mutate -- PART` takes. Folders rather than files, so that a
 * file that is renamed or added is mutated too.
 */
export const MUTATION_PARTS: Readonly<Record<string, MutationPart>> = {
  polling: {
    code: ['src/telegram/**/{poll,outage,is-update,seen-updates,keyed}*.ts'],
    tests: ['test/telegram/**/{poll,keyed,seen,outage,is-update}*.test.ts'],
    goal: 90,
  },
  telegram: {
    // How the parts are joined is tested by the journeys, and what several bots share against a PostgreSQL server.
    code: ['src/telegram/!(bot|shared-updates|refuse-other-database).ts'],
    tests: ['test/telegram/**/*.test.ts', 'test/telegram/api.test.ts', 'test/telegram/webhook.test.ts'],
    goal: 80,
  },
  webhook: {
    code: ['src/telegram/**/{webhook,serve-webhook,webhook-registration}.ts'],
    tests: ['test/telegram/**/webhook*.test.ts', 'test/telegram/webhook.test.ts'],
    goal: 80,
  },
  updates: {
    code: ['src/telegram/**/{update-handler,seen-updates,is-update,request-of}.ts'],
    tests: ['test/telegram/**/{update-handler,request-of,poll-updates,is-update,seen-updates}*.test.ts'],
    goal: 80,
  },
  concurrency: {
    // Processes of their own are tested with real ones.
    code: ['src/concurrency/!(idle-process|serve-orders).ts'],
    tests: ['test/concurrency/**/*.test.ts'],
    goal: 80,
  },
  delivery: { code: ['src/delivery/**/*.ts'], tests: ['test/delivery/**/*.test.ts'], goal: 90 },
  outbound: {
    code: ['src/outbound/**/*.ts'],
    tests: ['test/outbound/**/!(ten-thousand*|every-fault|days|crashes).test.ts'],
    goal: 90,
  },
  store: {
    // What only PostgreSQL does, and copying to it, is tested against a server, which is too slow for a mutant.
    code: ['src/store/!(copy-store).ts', 'src/store/{sql,sqlite}/**/*.ts'],
    tests: [
      'test/store/{article-cache,damaged-rows,durability,private-files,read-list-spec,sqlite*,sql-*}.test.ts',
    ],
    goal: 80,
  },
  schedule: {
    code: ['src/digest/schedule/**/*.ts'],
    tests: ['test/digest/schedule/**/!(every-zone).test.ts'],
    goal: 80,
  },
  query: {
    code: ['src/search/query/**/*.ts'],
    tests: ['test/search/query/**/*.test.ts', 'test/search/{other-forms,slips,words-before-letters}.test.ts'],
    goal: 80,
  },
  ranking: {
    code: ['src/search/ranking/**/*.ts'],
    // With a fifth of its cases `metamorphic` may not come across some kinds, which it counts.
    tests: ['test/search/ranking/**/*.test.ts', 'test/search/!(metamorphic).test.ts'],
    goal: 80,
  },
  language: { code: ['src/language/**/*.ts'], tests: ['test/language/**/*.test.ts'], goal: 80 },
  intake: {
    // Threads are tested with real ones (reading-threads.test.ts), the index on a server against a server.
    code: ['src/intake/!(reading-thread*|file-readers|answer-orders|server-follower|month-sums).ts'],
    tests: ['test/intake/**/!(reading-threads).test.ts'],
    goal: 80,
  },
  callback: {
    code: ['src/chat/callback/**/*.ts'],
    tests: ['test/chat/{callback*,tampering,pager}.test.ts', 'test/chat/callback/**/*.test.ts'],
    goal: 80,
  },
  languages: {
    code: ['src/chat/texts/index.ts'],
    tests: ['test/chat/turn/languages.test.ts'],
    goal: 80,
  },
  pages: {
    code: ['src/chat/lists/{list-page,open-list}.ts', 'src/chat/turn/keyboard.ts'],
    tests: [
      'test/chat/turn/pager.test.ts',
      'test/chat/lists/*.test.ts',
      'test/chat/{answers,indexing}.test.ts',
    ],
    goal: 80,
  },
  continuation: {
    code: ['src/corpus/articles/continuations.ts'],
    tests: ['test/corpus/articles/continuations.test.ts'],
    goal: 80,
  },
  rights: { code: ['src/telegram/**/administrators*.ts'], tests: ['test/telegram/**/*.test.ts'], goal: 80 },
  decode: {
    // Lists of files are tested with real folders, by tests that start processes.
    code: ['src/corpus/files/{decode,decode-stream,encoding,page-chunks,read-lines,split-lines}.ts'],
    tests: ['test/corpus/files/**/*.test.ts'],
    goal: 80,
  },
  wording: {
    code: ['src/corpus/wording/**/*.ts'],
    tests: [
      'test/corpus/wording/**/*.test.ts',
      'test/corpus/{traces,unreliable-text}.test.ts',
      'test/corpus/articles/{folio,odd-pages,title}.test.ts',
    ],
    goal: 80,
  },
}
