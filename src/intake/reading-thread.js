// Where a thread that reads pages begins when the sources are run without a bundle.
import { loadBundledOr } from '../bundle.js'

await loadBundledOr('reading-thread', new URL('./reading-thread.ts', import.meta.url))
