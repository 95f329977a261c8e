import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** pdf.js takes up to half a second to load. */
export const loadPdfJs = () => import('pdfjs-dist/legacy/build/pdf.mjs')

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
