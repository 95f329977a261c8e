// Where the process that draws pictures begins when the sources are run without a bundle: see intake/reading-thread.js.
import { register } from 'tsx/esm/api'

register()
await import('./drawing-process.ts')
