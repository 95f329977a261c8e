// Where a thread that reads pages begins when the sources are run without a bundle. Threads start from JavaScript: Node
// 20 loads no TypeScript file as their first, and what loads the others must be registered in each thread anew.
import { register } from 'tsx/esm/api'

register()
await import('./reading-thread.ts')
