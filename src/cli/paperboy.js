#!/usr/bin/env node
// `paperboy` on the command line, and `npm start`: the TypeScript sources as one bundle, which starts in a third of the
// time, or the sources themselves if no bundle can be made.
import * as module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBundle } from './bundle.js'

const bundle = await findBundle()
if (bundle === undefined) {
  await import('tsx')
  await import('./main.ts')
} else {
  process.setSourceMapsEnabled(true)
  module.enableCompileCache?.(join(bundle, 'compiled'))
  await import(pathToFileURL(join(bundle, 'main.js')).href)
}
