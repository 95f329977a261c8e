import { type FileKind, kindOfFile } from './corpus-file.ts'

/** What tells more of a page comes first: articles that are cut already, then type with its places, then text. */
const EVIDENCE: readonly FileKind[] = ['json', 'ready', 'html', 'markdown', 'pdf', 'alto', 'hocr', 'page']

/**
 * Which files of a folder to read: of those that have one name and different endings (`A02.pdf`, `A02.txt`), the form
 * that tells most.
 */
export function bestForms(names: readonly string[]): ReadonlySet<string> {
  const byStem = new Map<string, string>()
  for (const name of names) {
    const stem = name.replace(/\.[a-z0-9]+$/iu, '')
    const known = byStem.get(stem)
    if (known === undefined || rankOfForm(name) < rankOfForm(known)) byStem.set(stem, name)
  }
  const kinds = new Map([...byStem].map(([stem, name]) => [stem, kindOfFile(name)]))
  const isBest = (name: string) => kinds.get(name.replace(/\.[a-z0-9]+$/iu, '')) === kindOfFile(name)
  return new Set(names.filter(isBest))
}

/** How much the form of a file tells of its page; 0 tells most. */
export const rankOfForm = (name: string): number => EVIDENCE.indexOf(kindOfFile(name) ?? 'page')
