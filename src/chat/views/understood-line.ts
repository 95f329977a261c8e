import type { Phrase, QueryProblem, Relaxation, SearchFilter, SearchResult } from '../../search/index.ts'
import type { Texts } from '../texts/index.ts'
import { joinWords } from './join-words.ts'
import { shorten } from './shorten.ts'
import { renderCount, renderDay } from './source-line.ts'

/** Longest that one piece of a query is shown, in UTF-16 units. */
const PIECE_LENGTH = 40
/** Longest line about the query, in UTF-16 units. */
const LINE_LENGTH = 160

/** Other names of one thing that are told. */
export const MOST_NAMES = 3

/** How the query was read: `残疾人 + 意外险 · 不含 广告 · 栏目 要闻`. Empty if nothing of it was understood. */
export function renderUnderstood(
  {
    understood,
    otherNames = [],
  }: Pick<SearchResult, 'understood'> & Partial<Pick<SearchResult, 'otherNames'>>,
  texts: Texts,
): string {
  const wanted = understood.wanted.map((group) => group.map((it) => renderPhrase(it, texts)).join(texts.or))
  const excluded = understood.excluded.map((it) => texts.without(renderPhrase(it, texts)))
  const names = otherNames.map(({ text, names }) =>
    texts.alsoCalled(shorten(text, PIECE_LENGTH), joinWords(names.slice(0, MOST_NAMES), texts)),
  )
  const pieces = [wanted.join(' + '), ...names, ...excluded, ...renderFilter(understood.filter, texts)]
  return shorten(pieces.filter(Boolean).join(' · '), LINE_LENGTH)
}

/** What search did on its own, and what of the query it left out: a line each. */
export function renderRemarks({ relaxed, problems, partial }: SearchResult, texts: Texts): readonly string[] {
  return [
    ...(partial ? [texts.searchServer.partial] : []),
    ...renderProblems(problems, texts),
    ...relaxed.map((it) => renderRelaxation(it, texts)),
  ]
    .slice(0, 3)
    .map((line) => shorten(line, LINE_LENGTH))
}

/** What of a query was left out: a line each. */
export const renderProblems = (problems: readonly QueryProblem[], texts: Texts): readonly string[] =>
  problems.map((it) => renderProblem(it, texts))

function renderPhrase({ text, exact, field }: Phrase, texts: Texts): string {
  const shown = exact ? `“${shorten(text, PIECE_LENGTH)}”` : shorten(text, PIECE_LENGTH)
  if (field === 'title') return texts.inTitle(shown)
  return field === 'byline' ? texts.byReporter(shown) : shown
}

function renderDays(from: string | undefined, to: string | undefined, texts: Texts): string | undefined {
  const [first, last] = [from, to].map((it) => it && renderDay(it, texts))
  if (first && last) return from === to ? first : texts.daysBetween(first, last)
  return first ? texts.since(first) : last && texts.until(last)
}

/** A piece for each thing that an article must bear. */
export function renderFilter(
  { section, paper, page, from, to }: SearchFilter,
  texts: Texts,
): readonly string[] {
  return [
    section && texts.section(shorten(section, PIECE_LENGTH)),
    paper && texts.paper(shorten(paper, PIECE_LENGTH)),
    page && texts.page(shorten(page, PIECE_LENGTH)),
    renderDays(from, to, texts),
  ].filter((it): it is string => it !== undefined && it !== '')
}

function renderRelaxation(relaxation: Relaxation, texts: Texts): string {
  switch (relaxation.kind) {
    case 'someWords':
      return relaxation.missing.length > 0
        ? texts.missingWords(
            joinWords(
              relaxation.missing.map((it) => shorten(it, PIECE_LENGTH)),
              texts,
            ),
          )
        : relaxation.complete === 0
          ? texts.onlySomeWords
          : texts.someWords(renderCount(relaxation.complete, texts))
    case 'alike':
      return relaxation.only ? texts.alike : texts.alikeToo
    case 'corrected':
      return texts.corrected(shorten(relaxation.from, PIECE_LENGTH), shorten(relaxation.to, PIECE_LENGTH))
    case 'pinyin':
      return texts.pinyin(
        shorten(relaxation.from, PIECE_LENGTH),
        shorten(relaxation.to.join(texts.or), PIECE_LENGTH),
      )
    case 'dateAsWord':
      return texts.dateAsWord(shorten(joinWords(relaxation.texts, texts), PIECE_LENGTH))
    case 'phraseAsWords':
      return texts.phraseAsWords(shorten(joinWords(relaxation.texts, texts), PIECE_LENGTH))
  }
}

function renderProblem(problem: QueryProblem, texts: Texts): string {
  const { problems } = texts
  switch (problem.kind) {
    case 'nothingAsked':
      return problems.nothingAsked
    case 'unbalancedQuote':
      return problems.unbalancedQuote
    case 'emptyField':
      return problems.emptyField(shorten(problem.field, PIECE_LENGTH))
    case 'badPage':
      return problems.badPage(shorten(problem.text, PIECE_LENGTH))
    case 'badDate':
      return problems.badDate(shorten(problem.text, PIECE_LENGTH))
    case 'strayOperator':
      return problems.strayOperator(shorten(problem.text, PIECE_LENGTH))
    case 'tooLong':
      return {
        characters: problems.tooManyCharacters,
        words: problems.tooManyWords,
        terms: texts.searchServer.cutTerms,
      }[problem.unit](renderCount(problem.kept, texts))
  }
}
