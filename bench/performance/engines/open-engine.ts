import type { Article } from '../../../src/domain/index.ts'
import { createTokeniser, openSegmenter, type Tokeniser } from '../../../src/language/index.ts'
import type { ArticleArchive } from '../../../src/search/index.ts'
import { readAllArticles } from '../corpus/read-made.ts'
import type { Task } from '../task.ts'
import type { Engine, EngineKind } from './engine.ts'
import { loadEngineKind } from './engines.ts'

/** With its dictionary read: that is measured apart. */
export async function warmTokeniser(): Promise<Tokeniser> {
  const tokeniser = createTokeniser(await openSegmenter())
  tokeniser.termsOf('开卷有益')
  return tokeniser
}

/** For engines that are asked for nothing but ids. */
export const NO_TEXTS: ArticleArchive = { getMany: async (ids) => ids.map(() => undefined) }

/** From what the engine saved where it can, else built: as a program would have it at work. */
export async function openEngine(
  kind: EngineKind,
  { corpus }: Task,
  {
    tokeniser,
    archive,
    articles,
  }: {
    readonly tokeniser: Tokeniser
    readonly archive: ArticleArchive
    /** Where they have been read already. */
    readonly articles?: readonly Article[]
  },
): Promise<Engine> {
  if (kind.load) return kind.load(corpus.folder, { tokeniser, archive })
  const engine = await kind.create({ tokeniser, archive })
  await engine.add(articles ?? (await readAllArticles(corpus.corpus)))
  return engine
}

export const kindOf = ({ engine }: Task): Promise<EngineKind> => loadEngineKind(engine)
