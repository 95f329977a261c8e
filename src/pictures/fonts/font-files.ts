import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The faces that text is set in. */
export type Face = 'serif' | 'sans'

/** A part of a font: some of its characters. */
export interface FontFile {
  readonly path: string
  /** Under which the canvas knows it. */
  readonly family: string
  /** Whether it has the characters that its package says, in ranges of code points. */
  declares(code: number): boolean
}

const require = createRequire(import.meta.url)
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`))

/** Our own: what the packages lack of Noto Sans CJK; `bench/fonts/subset.py` makes it. */
const RARE = join(import.meta.dirname, 'rare')
/** Letters of other scripts, and signs of mathematics; `bench/fonts/world.ts` takes them out of packages. */
const WORLD = join(import.meta.dirname, 'world')

/** For each face: where a character is looked for, in this order. */
export function listFonts(): Readonly<Record<Face | 'emoji', readonly FontFile[]>> {
  const serif = filesOf(packageFolder('@fontsource-variable/noto-serif-sc'), 'noto-serif-sc', 'wght-normal')
  const sans = filesOf(packageFolder('@fontsource-variable/noto-sans-sc'), 'noto-sans-sc', 'wght-normal')
  const emoji = filesOf(packageFolder('@fontsource-variable/noto-emoji'), 'noto-emoji', 'wght-normal')
  const symbols = filesOf(
    packageFolder('@fontsource/noto-sans-symbols-2'),
    'noto-sans-symbols-2',
    '400-normal',
  )
  const rare = filesOf(RARE, 'rare', '')
  const world = filesOf(WORLD, 'world', '')
  return {
    serif: [...serif, ...sans, ...rare, ...world, ...symbols, ...emoji],
    sans: [...sans, ...rare, ...world, ...serif, ...symbols, ...emoji],
    emoji,
  }
}

/** `unicode.json` of a Fontsource package: `{"[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": …}`. */
function filesOf(folder: string, name: string, style: string): readonly FontFile[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form of all these packages, whose versions are fixed
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const isOwn = folder === RARE || folder === WORLD
  return Object.entries(ranges).map(([key, declared]) => {
    const part = key.replace(/[[\]]/g, '')
    const file = [name, part, style].filter(Boolean).join('-')
    let bounds: readonly (readonly [number, number])[] | undefined
    return {
      path: join(isOwn ? folder : join(folder, 'files'), `${file}.woff2`),
      family: `paperboy-${name}-${part}`,
      declares: (code) => {
        bounds ??= declared.split(',').map(readRange)
        return bounds.some(([first, last]) => first <= code && code <= last)
      },
    }
  })
}

function readRange(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().slice(2).split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}
