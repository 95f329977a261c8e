#!/usr/bin/env node
// Makes `npx paperboy` run the TypeScript source as `npm run paperboy` does.
import 'tsx'

await import('./main.ts')
