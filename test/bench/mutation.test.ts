import { readdirSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placesOf } from '../../bench/mutate/changed-lines.ts'
import { MUTATION_PARTS } from '../../bench/mutate/parts.ts'

const root = join(import.meta.dirname, '..', '..')
const files = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
)

describe.each(Object.entries(MUTATION_PARTS))('the part %s of mutation testing', (_name, { code, tests }) => {
  test.each([...code, ...tests])('finds files by %s', (glob) => {
    expect(files.some((file) => matchesGlob(file, glob))).toBe(true)
  })
})

test('what is mutated of a change are the lines that it added or altered', () => {
  const diff = `diff --git a/src/a.ts b/src/a.ts
index 1..2 100644
--- a/src/a.ts
+++ b/src/a.ts
@@ -3 +3 @@ export function a() {
-  old
+  new
@@ -10,0 +11,3 @@ export function a() {
+  one
+  two
+  three
@@ -20,2 +23,0 @@ export function a() {
-  gone
-  gone too
diff --git a/src/gone.ts b/src/gone.ts
deleted file mode 100644
--- a/src/gone.ts
+++ /dev/null
@@ -1 +0,0 @@
-  all
`
  expect(placesOf(diff)).toEqual([{ file: 'src/a.ts', places: ['src/a.ts:3-3', 'src/a.ts:11-13'] }])
})
