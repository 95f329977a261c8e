// Where a thread that reads pages begins when the sources are run without a bundle, as tests and measurements run them. A
// bundle that is there already loads in a fifth of the time. Otherwise threads start from JavaScript: Node 20 loads no
// TypeScript file as their first, and what loads the others must be registered in each thread anew.
import { loadBundled } from '../cli/bundle.js'

if (!(await loadBundled('reading-thread'))) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./reading-thread.ts')
}
