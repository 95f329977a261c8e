import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DocumentInitParameters, PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { limitUnpacking } from './limit-unpacking.ts'
import { SameThreadPort } from './same-thread-port.ts'

/** A document of pdf.js, and what ends it. */
export interface OpenedDocument {
  /** @throws as pdf.js does, if the file is damaged or locked */
  readonly document: Promise<PDFDocumentProxy>
  readonly close: () => Promise<void>
}

type Loaded = Awaited<ReturnType<typeof loadPdfJs>>

/** Opens a document to be read. @param settings beside those that all have in common */
export function openToRead(
  { pdfJs, WorkerMessageHandler }: Loaded,
  settings: DocumentInitParameters,
): OpenedDocument {
  const port = new SameThreadPort()
  const verbosity = pdfJs.VerbosityLevel.ERRORS
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js sends by it and listens to it, no more
  const worker = new pdfJs.PDFWorker({ port: port as unknown as null, verbosity })
  WorkerMessageHandler.initializeFromPort(port)
  const task = pdfJs.getDocument({ verbosity, ...commonSettings(), ...settings, worker })
  return {
    document: task.promise,
    close: async () => {
      await task.destroy()
      worker.destroy()
    },
  }
}

/** What pdf.js hands fonts to that are in the file; Node has none. Nothing is drawn in them. */
class UndrawnFont {
  readonly loaded = Promise.resolve()
}

/** Opens a document to be painted. @param settings beside those that all have in common */
export function openToPaint({ pdfJs }: Loaded, settings: DocumentInitParameters): OpenedDocument {
  const verbosity = pdfJs.VerbosityLevel.ERRORS
  const task = pdfJs.getDocument({ verbosity, ...commonSettings(), ...settings })
  return { document: task.promise, close: () => task.destroy() }
}

/** What is the engine's own, before pdf.js is loaded for the first time: two files may be opened at once. */
const { push } = Array.prototype
const { parse, stringify } = JSON

/** pdf.js takes up to half a second to load. */
export async function loadPdfJs() {
  limitUnpacking()
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: UndrawnFont })
  try {
    // @ts-expect-error -- the package has no types of it
    const half: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what its own threads begin with
    const { WorkerMessageHandler } = half as { readonly WorkerMessageHandler: ReadingHalf }
    return { pdfJs: await import('pdfjs-dist/legacy/build/pdf.mjs'), WorkerMessageHandler }
  } finally {
    // Below Node 22 it puts a `push` in place of the engine's that is right for arrays that cannot grow, and several
    // times as slow: a fifth of the time of a page, and the whole process would pay for it.
    // oxlint-disable-next-line eslint/no-extend-native -- puts back what was there
    Array.prototype.push = push
    // It also puts a `JSON.stringify` of its own in place, some thirty times as slow, wherever the engine lacks `JSON.rawJSON`, which it
    // does not use itself.
    Object.assign(JSON, { parse, stringify })
  }
}

/** The half of pdf.js that reads a file; the other one keeps and paints what is read. */
interface ReadingHalf {
  initializeFromPort(port: SameThreadPort): void
}

/** Where pdf.js finds its character maps and stand-in fonts, and what it must not do: run code, look for fonts. */
function commonSettings() {
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
