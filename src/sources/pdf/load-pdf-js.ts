import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { limitUnpacking } from './limit-unpacking.ts'

/** pdf.js takes up to half a second to load. */
export async function loadPdfJs() {
  limitUnpacking()
  const { push } = Array.prototype
  try {
    // Its second half would load itself with the first file.
    // @ts-expect-error -- the package has no types of it
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    // Below Node 22 it puts a `push` in place of the engine's that is right for arrays that cannot grow, and several
    // times as slow: a fifth of the time of a page, and the whole process would pay for it.
    // oxlint-disable-next-line eslint/no-extend-native -- puts back what was there
    Array.prototype.push = push
  }
}

/** Where pdf.js finds its character maps and stand-in fonts, and what it must not do: run code, look for fonts. */
export function commonSettings() {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
  } as const
}
