import { lstat, opendir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CorpusFolderError, systemCodeOf, systemReasonOf, UnreadablePageError } from '../../domain/index.ts'
import { bestForms, hollowForms } from './best-forms.ts'
import { type CorpusFile, kindOfFile } from './corpus-file.ts'
import { correctionsFileOf, isCorrectionsFile } from './corrections-file.ts'
import { GIVEN_FACTS, type GivenInFolder, givenBelow, readGivenFacts } from './given-facts.ts'

/** A file or folder of the corpus folder that cannot be listed, so that nothing is known of it and what is below it. */
export interface UnreadableEntry {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly error: UnreadablePageError
}

/**
 * Lists the pages and ready articles of a corpus folder, in any layout of sub-folders, by name within a folder,
 * files before sub-folders: the same order at every reading. Hidden files are left out. Symbolic links come last and
 * are followed wherever they lead, but no file or folder is listed twice: what lies in the corpus folder is listed
 * under its own name. Holds one folder's names at a time.
 * What `paperboy.json` in a folder says is given for all files below it. Of several forms of a page (one name, several
 * endings) the one that tells most is listed.
 * @param onUnreadable told of each entry that cannot be listed; the rest is. What vanishes meanwhile is left out.
 * @param onPassedOver told of each file that is not listed, and why: by its ending, or because another form is
 * @throws {CorpusFolderError} if the folder itself cannot be read
 */
export async function* listCorpus(
  folder: string,
  onUnreadable: (entry: UnreadableEntry) => void = () => {},
  onPassedOver: (file: string, reason: PassedOver) => void = () => {},
): AsyncGenerator<CorpusFile> {
  const unreadable = (file: string, reason: string, cause?: unknown) =>
    onUnreadable({ file, error: new UnreadablePageError(file, reason, undefined, { cause }) })
  const visited = new Set<string>()
  const links: string[] = []
  const linkedFiles = new Set<string>()

  /** Lists a folder and all below it, links left for later. */
  async function* walk(top: string, topReal: string): AsyncGenerator<CorpusFile> {
    const open: { below: string; real: string; given?: GivenInFolder | undefined }[] = [
      { below: top, real: topReal },
    ]
    for (let it = open.pop(); it !== undefined; it = open.pop()) {
      const { below, real } = it
      const given = givenBelow(
        it.given,
        await readGivenFacts(join(folder, below), pathBelow(below, GIVEN_FACTS)).catch((error: unknown) => {
          if (!(error instanceof UnreadablePageError)) throw error
          onUnreadable({ file: pathBelow(below, GIVEN_FACTS), error })
          return undefined
        }),
      )
      if (visited.has(real)) continue
      visited.add(real)
      const names = await readNames(folder, below).catch((error: unknown) => {
        if (below === '') throw new CorpusFolderError(folder, systemReasonOf(error), { cause: error })
        // A name that is not valid UTF-8 leads nowhere once it has been decoded.
        if (!isGone(error)) unreadable(below, systemReasonOf(error), error)
        else if (isGarbled(below)) unreadable(below, GARBLED, error)
        return { files: [], folders: [], links: [], corrections: [], others: [] }
      })
      for (const name of names.others) onPassedOver(pathBelow(below, name), endingOf(name))
      const hollow = await hollowForms(join(folder, below), names.files)
      const best = bestForms(names.files.filter((name) => !hollow.has(name)))
      for (const name of names.files) {
        if (linkedFiles.has(join(real, name))) continue
        // A hollow one is read too, so that it is named.
        if (!best.has(name) && !hollow.has(name)) {
          onPassedOver(pathBelow(below, name), 'another form of it was read')
          continue
        }
        const found = await describe(folder, pathBelow(below, name), unreadable)
        if (found) yield withGiven(await withCorrections(found, names.corrections), given)
      }
      for (const name of names.links) links.push(pathBelow(below, name))
      for (const name of names.folders.toReversed())
        open.push({ below: pathBelow(below, name), real: join(real, name), given })
    }
  }

  /** Whether the walk has met a file under its own name. */
  const isListed = (real: string) =>
    visited.has(dirname(real)) && !isHidden(basename(real)) && kindOfFile(basename(real)) !== undefined

  async function* follow(link: string): AsyncGenerator<CorpusFile> {
    try {
      const real = await realpath(join(folder, link))
      if ((await stat(real)).isDirectory()) return yield* walk(link, real)
      if (kindOfFile(link) === undefined || isListed(real) || linkedFiles.has(real)) return
      linkedFiles.add(real)
    } catch (error) {
      const reason = isGone(error) ? 'it is a link that leads nowhere' : systemReasonOf(error)
      return unreadable(link, reason, error)
    }
    const found = await describe(folder, link, unreadable)
    if (found) yield found
  }

  const root = await realpath(folder).catch((error: unknown) => {
    throw new CorpusFolderError(folder, systemReasonOf(error), { cause: error })
  })
  yield* walk('', root)
  for (let link = links.shift(); link !== undefined; link = links.shift()) yield* follow(link)
}

/** Why a file is not read: its ending (`docx`), or that a better form of the same page is there. */
export type PassedOver = string

const endingOf = (name: string): PassedOver =>
  /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? 'no ending'

/** A change of what is said of a folder is a change of its files. */
const withGiven = (file: CorpusFile, given: GivenInFolder | undefined): CorpusFile =>
  given === undefined
    ? file
    : {
        ...file,
        given: { ...given.facts, ...given.files.get(basename(file.file)) },
        modifiedMs: Math.max(file.modifiedMs, given.modifiedMs),
      }

/** A change of its corrections is a change of a page. */
async function withCorrections(file: CorpusFile, corrections: readonly string[]): Promise<CorpusFile> {
  if (!corrections.includes(correctionsFileOf(basename(file.file)))) return file
  const found = await stat(correctionsFileOf(file.path)).catch(() => undefined)
  return { ...file, modifiedMs: Math.max(file.modifiedMs, found?.mtimeMs ?? 0) }
}

/** Names of a folder that may matter, sorted. */
async function readNames(folder: string, below: string) {
  const names: Record<'files' | 'folders' | 'links' | 'corrections' | 'others', string[]> = {
    files: [],
    folders: [],
    links: [],
    corrections: [],
    others: [],
  }
  for await (const entry of await opendir(join(folder, below))) {
    if (isHidden(entry.name)) continue
    // Some file systems tell no kind with a name.
    const kind = entry.isDirectory() || entry.isSymbolicLink() || entry.isFile() ? entry : undefined
    const facts = kind ?? (await lstat(join(folder, below, entry.name)).catch(() => entry))
    if (facts.isDirectory()) names.folders.push(entry.name)
    else if (facts.isSymbolicLink()) names.links.push(entry.name)
    else if (isCorrectionsFile(entry.name)) names.corrections.push(entry.name)
    else if (kindOfFile(entry.name)) names.files.push(entry.name)
    else if (entry.name !== GIVEN_FACTS) names.others.push(entry.name)
  }
  for (const list of Object.values(names)) list.sort(byName)
  return names
}

/** Facts of one file of the corpus folder; `undefined` if it is gone, or cannot be read, which is told. */
async function describe(
  folder: string,
  file: string,
  unreadable: (file: string, reason: string, cause?: unknown) => void,
): Promise<CorpusFile | undefined> {
  const kind = kindOfFile(file)
  if (!kind) return undefined
  const path = join(folder, file)
  try {
    const facts = await stat(path)
    if (facts.isFile()) return { file, path, kind, sizeBytes: facts.size, modifiedMs: facts.mtimeMs }
    unreadable(file, 'it is not a regular file')
  } catch (error) {
    if (!isGone(error)) unreadable(file, systemReasonOf(error), error)
    else if (isGarbled(file)) unreadable(file, GARBLED, error)
  }
  return undefined
}

const GARBLED = 'its name is not valid UTF-8; rename it'
const isGarbled = (file: string): boolean => file.includes('\ufffd')
const isHidden = (name: string): boolean => name.startsWith('.')
const pathBelow = (below: string, name: string): string => (below === '' ? name : `${below}/${name}`)
const isGone = (error: unknown): boolean => systemCodeOf(error) === 'ENOENT'

/** By code unit, so that the order does not hang on the machine's language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
