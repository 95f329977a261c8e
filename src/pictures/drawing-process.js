// Where the process that draws pictures begins when the sources are run without a bundle: see intake/reading-thread.js.
import { loadBundled } from '../cli/bundle.js'

if (!(await loadBundled('drawing-process'))) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./drawing-process.ts')
}
