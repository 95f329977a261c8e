import { UnreadablePageError } from '../domain/index.ts'
import type { SourceArticle, SourceFile } from '../sources/index.ts'
import { articleFromSource } from './articles/article-from-source.ts'
import type { Page } from './articles/page.ts'
import type { CorpusEvent } from './corpus-event.ts'
import type { CorpusFile, FileKind, PrintedKind } from './files/corpus-file.ts'

/** Largest file of each form, in bytes: a page of a site is some 100 kB, an issue as JSON some MB. */
export const LARGEST_SOURCE: Readonly<Record<SourceKind, number>> = {
  html: 4 * 1024 * 1024,
  mhtml: 16 * 1024 * 1024,
  markdown: 4 * 1024 * 1024,
  labelled: 32 * 1024 * 1024,
  feed: 32 * 1024 * 1024,
  table: 32 * 1024 * 1024,
  json: 32 * 1024 * 1024,
}

/** Kinds of files that hold whole articles, so that no page has to be taken apart. */
export type SourceKind = Exclude<FileKind, 'page' | 'ready' | PrintedKind>

/** The readers of saved sites are loaded with their first file. */
const loadSources = () => import('../sources/index.ts')

/**
 * Reads a file whose articles its source has cut already: one page for each page of the issue that they stand on.
 * A page that only lists articles gives nothing; a file that should hold an article and does not is named.
 * @throws {UnreadablePageError} if it is not of the form that its name says
 */
export async function* readSourceFile(
  file: CorpusFile,
  kind: SourceKind,
  text: string,
  bytes: Uint8Array,
): AsyncGenerator<CorpusEvent> {
  yield* tellSource(file, await read(file.file, kind, text, bytes))
}

/** The pages of what a file of cut articles holds, and what is to be told of it. */
export async function* tellSource(file: CorpusFile, source: SourceFile): AsyncGenerator<CorpusEvent> {
  const { form, empty, warnings } = source
  const articles = await withIndexRegions(file, source)
  for (const page of toPages(file.file, articles))
    yield { event: 'page', file, page, ...(form === file.kind ? {} : { form }) }
  for (const message of warnings) yield { event: 'warning', file, message }
  if (empty === 'no article')
    yield { event: 'warning', file, message: `no article was found in this ${form} file` }
}

/** Regions that the index of the page tells, where it was saved with the article. */
async function withIndexRegions(
  { file, path }: CorpusFile,
  { articles, index }: SourceFile,
): Promise<readonly SourceArticle[]> {
  const [article, ...others] = articles
  if (!article || index === undefined || !path.endsWith(file) || path === file) return articles
  const { readIndexRegions } = await loadSources()
  const regions = await readIndexRegions(path.slice(0, -file.length), file, index)
  return regions.length === 0 ? articles : [{ ...article, regions }, ...others]
}

async function read(file: string, kind: SourceKind, text: string, bytes: Uint8Array): Promise<SourceFile> {
  const { readHtml, readJson, readLabelled, readMarkdown, readMhtml, readTable, readXml } =
    await loadSources()
  if (kind === 'html') return readHtml(file, text)
  if (kind === 'markdown') return readMarkdown(file, text)
  if (kind === 'table') return readTable(file, text)
  if (kind !== 'json') {
    const source = await (kind === 'mhtml'
      ? readMhtml(file, bytes)
      : kind === 'feed'
        ? readXml(file, text)
        : readLabelled(file, text))
    if (source === undefined) throw new UnreadablePageError(file, NOTHING[kind])
    return source
  }
  try {
    return readJson(file, text)
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new UnreadablePageError(file, 'it is no JSON, or it was cut off', undefined, { cause })
    throw cause
  }
}

const NOTHING: Readonly<Record<'mhtml' | 'feed' | 'labelled', string>> = {
  mhtml: 'no web page is in it; open it in a browser and save it as HTML',
  feed: 'it has no article with a title and a text under a name that is known',
  labelled: 'it does not begin with the title of an article and another fact, a line each (标题：…, 日期：…)',
}

/** The articles by the page of the issue that they stand on, in the order of the file. */
function toPages(file: string, articles: readonly SourceArticle[]): readonly Page[] {
  const byPage = new Map<string, SourceArticle[]>()
  for (const article of articles) {
    const { paper, date, page, section } = article
    const key = JSON.stringify([paper, date, page, section])
    const known = byPage.get(key)
    if (known) known.push(article)
    else byPage.set(key, [article])
  }
  return Array.from(byPage.values(), (those) => toPage(file, those))
}

function toPage(file: string, articles: readonly SourceArticle[]): Page {
  const { paper, date, page, section } = articles[0] ?? {}
  return {
    file,
    ...(paper === undefined ? {} : { paper }),
    ...(date === undefined ? {} : { date, datePrecision: 'printed' }),
    ...(page === undefined ? {} : { page }),
    ...(section === undefined ? {} : { section }),
    articles: articles.flatMap((it) => articleFromSource(it, file) ?? []),
    leftovers: [],
    warnings: date === undefined ? ['no date: neither the file nor its path tells it'] : [],
  }
}
