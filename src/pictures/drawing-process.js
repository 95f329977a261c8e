// Where the process that draws pictures begins when the sources are run without a bundle.
import { loadBundledOr } from '../bundle.js'

await loadBundledOr('drawing-process', new URL('./drawing-process.ts', import.meta.url))
