// `node --import tsx bench/fonts/world.ts FOLDER`: takes the letters of other scripts, and signs of mathematics, out of
// Fontsource packages that were unpacked into FOLDER (`npm pack @fontsource-variable/noto-sans` and so on; the list is below), so
// that one file a script is kept instead of whole packages. Writes src/pictures/fonts/world.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCharacterMap } from '../../src/pictures/fonts/character-map.ts'

/** Package, and which of its files: a script each. */
const PARTS = {
  'noto-sans': [
    'latin',
    'latin-ext',
    'vietnamese',
    'cyrillic',
    'cyrillic-ext',
    'greek',
    'greek-ext',
    'devanagari',
  ],
  'noto-sans-arabic': ['arabic'],
  'noto-sans-thai': ['thai'],
  'noto-sans-hebrew': ['hebrew'],
  'noto-sans-armenian': ['armenian'],
  'noto-sans-georgian': ['georgian'],
  'noto-sans-lao': ['lao'],
  'noto-sans-bengali': ['bengali'],
  'noto-sans-mongolian': ['mongolian'],
  'noto-serif-tibetan': ['tibetan'],
  // Behind the scripts: its Arabic letters are signs, which do not join.
  'noto-sans-math': ['latin'],
  'noto-sans-symbols': ['symbols'],
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder?')
const out = join(import.meta.dirname, '..', '..', 'src', 'pictures', 'fonts', 'world')
mkdirSync(out, { recursive: true })
const ranges: Record<string, string> = {}
for (const [name, scripts] of Object.entries(PARTS))
  for (const script of scripts) {
    const variable = join(folder, name, 'files', `${name}-${script}-wght-normal.woff2`)
    const fixed = join(folder, name, 'files', `${name}-${script}-400-normal.woff2`)
    const file = existsSync(variable) ? variable : fixed
    const key = script === 'latin' && name !== 'noto-sans' ? name.replace('noto-sans-', '') : script
    copyFileSync(file, join(out, `world-${key}.woff2`))
    // What packages declare is not what is in their fonts.
    ranges[key] = rangesOf([...readCharacterMap(readFileSync(file))].toSorted((a, b) => a - b))
  }
writeFileSync(join(out, 'unicode.json'), `${JSON.stringify(ranges, undefined, 2)}\n`)

function rangesOf(codes: readonly number[]): string {
  const parts: [number, number][] = []
  for (const code of codes) {
    const last = parts.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else parts.push([code, code])
  }
  return parts
    .map(([from, to]) =>
      from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`,
    )
    .join(',')
}
