import { join } from 'node:path'
import { type FileKind, kindOfFile } from './corpus-file.ts'
import { isHollowPdf } from './hollow-pdf.ts'
import { readStart } from './read-bytes.ts'

/** What tells more of a page comes first: articles that are cut already, then type with its places, then text. */
const EVIDENCE: readonly FileKind[] = [
  'json',
  'ready',
  'table',
  'html',
  'mhtml',
  'markdown',
  'pdf',
  'alto',
  'hocr',
  'page',
]

/**
 * Which files of a folder to read: of those that have one name and different endings (`A02.pdf`, `A02.txt`), the form
 * that tells most.
 */
export function bestForms(names: readonly string[]): ReadonlySet<string> {
  const byStem = new Map<string, string>()
  for (const name of names) {
    const stem = stemOf(name)
    const known = byStem.get(stem)
    if (known === undefined || rankOfForm(name) < rankOfForm(known)) byStem.set(stem, name)
  }
  const kinds = new Map([...byStem].map(([stem, name]) => [stem, kindOfFile(name)]))
  const isBest = (name: string) => kinds.get(stemOf(name)) === kindOfFile(name)
  return new Set(names.filter(isBest))
}

const stemOf = (name: string): string => name.replace(/\.[a-z0-9]+$/iu, '')

/**
 * Which files of several forms hold nothing of theirs: empty ones, and PDFs without a page (sites that ask for a login
 * send a page instead, a download stops half-way). They do not stand in the way of a form that tells less.
 */
export async function hollowForms(folder: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(stemOf(name), (counts.get(stemOf(name)) ?? 0) + 1)
  const hollow = new Set<string>()
  for (const name of names) {
    if ((counts.get(stemOf(name)) ?? 0) < 2) continue
    const path = join(folder, name)
    if (kindOfFile(name) === 'pdf' ? await isHollowPdf(path) : (await readStart(path, 1))?.length === 0)
      hollow.add(name)
  }
  return hollow
}

/** How much the form of a file tells of its page; 0 tells most. */
export const rankOfForm = (name: string): number => EVIDENCE.indexOf(kindOfFile(name) ?? 'page')
