import { indexFileIn } from '../../intake/index.ts'
import { createTokeniser, openSegmenter } from '../../language/index.ts'
import { createSearch, UnusableSnapshot } from '../../search/index.ts'
import type { Store } from '../../store/index.ts'
import type { Check } from './check.ts'
import { fixSnapshot } from './fix.ts'

const MEND = 'run paperboy index; without a snapshot the next start takes longer, and nothing else is lost'

/** Whether the next start finds the index ready. */
export async function checkIndexSnapshot(
  dataFolder: string,
  { archive }: Store,
  isFixing: boolean,
): Promise<Check> {
  const check = 'index snapshot'
  const file = indexFileIn(dataFolder)
  const search = createSearch(createTokeniser(await openSegmenter()), archive)
  try {
    const state = await archive.state()
    const revision = await search.load(file, state)
    if (revision === undefined) return { check, state: 'warn', finding: `${file} does not exist`, mend: MEND }
    const behind = state.revision - revision
    const finding = `${file}: ${search.size} articles${behind > 0 ? `, ${behind} changes behind the archive` : ''}`
    return { check, state: 'ok', finding }
  } catch (error) {
    if (!(error instanceof UnusableSnapshot)) throw error
    if (isFixing) return fixSnapshot(file)
    return { check, state: 'warn', finding: `${file} is unusable: ${error.message}`, mend: MEND }
  }
}
