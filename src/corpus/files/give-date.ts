import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isJsonObject, UnreadablePageError } from '../../domain/index.ts'
import { GIVEN_FACTS, readGivenFacts } from './given-facts.ts'

/**
 * Writes into `paperboy.json` what day a folder or file of the corpus folder is of. Everything else that it says stays.
 * @param target a folder or file below the corpus folder: absolute, or relative to it
 * @param date `YYYY-MM-DD`; undefined takes it back
 * @returns the file that was written, below the corpus folder
 * @throws {UnreadablePageError} if there is no such folder or file, it lies elsewhere, or what is there is no JSON
 */
export async function giveDate(corpus: string, target: string, date: string | undefined): Promise<string> {
  const path = resolve(corpus, target)
  const below = relative(corpus, path)
  if (below === '..' || below.startsWith(`..${sep}`))
    throw new UnreadablePageError(target, `it is not in the corpus folder ${corpus}`)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new UnreadablePageError(target, `there is no such file or folder in ${corpus}`)
  const folder = found.isDirectory() ? path : dirname(path)
  const file = join(folder, GIVEN_FACTS)
  const shown = relative(corpus, file).replaceAll(sep, '/')
  // Says what is wrong with it, so that nothing that somebody wrote is lost.
  await readGivenFacts(folder, shown)
  const known: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  const facts = isJsonObject(known) ? known : {}
  const text = found.isDirectory() ? withDate(facts, date) : withFile(facts, basename(path), date)
  try {
    await writeFile(`${file}.part`, `${JSON.stringify(text, undefined, 2)}\n`)
    await rename(`${file}.part`, file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UnreadablePageError(shown, `it cannot be written (${reason})`, undefined, { cause })
  }
  return shown
}

type Facts = Readonly<Record<string, unknown>>

const withDate = ({ date: _old, ...rest }: Facts, date: string | undefined): Facts =>
  date === undefined ? rest : { date, ...rest }

function withFile(facts: Facts, name: string, date: string | undefined): Facts {
  const files = isJsonObject(facts['files']) ? facts['files'] : {}
  const known = files[name]
  return { ...facts, files: { ...files, [name]: withDate(isJsonObject(known) ? known : {}, date) } }
}
