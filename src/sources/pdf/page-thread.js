// Where the thread that draws pages begins when the sources are run without a bundle: see intake/reading-thread.js.
import { register } from 'tsx/esm/api'

register()
await import('./page-thread.ts')
