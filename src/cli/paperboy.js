#!/usr/bin/env node
// `paperboy` on the command line, and `npm start`: the TypeScript sources as one bundle, which starts in a fraction of the
// time, or the sources themselves if no bundle can be made.
import { findBundle, loadSource } from '../bundle.js'
import { setUpFor } from './optimise-later.js'

setUpFor(process.argv[2])
const bundle = await findBundle()
if (bundle === undefined) {
  process.setSourceMapsEnabled(true)
  await loadSource(new URL('./main.ts', import.meta.url))
} else {
  const { loadBundle } = await import('./load-bundle.js')
  await loadBundle(bundle).runProcess(process.argv.slice(2))
}
