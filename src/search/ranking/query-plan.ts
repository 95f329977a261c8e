import type { Tokeniser, Word } from '../../language/index.ts'
import { mainlandNamesOf } from '../names/taiwan-names.ts'
import { isShortVerb } from '../query/filler-words.ts'
import { type Literal, literalOf } from '../query/literal.ts'
import { joinForms, type OtherForm, otherFormsOf } from '../query/other-forms.ts'
import type { ParsedQuery, Phrase, QueryField, SearchFilter } from '../query/query.ts'
import type { DateRange } from '../query/query-dates.ts'
import type { FieldBoosts, WeightedTerm } from '../term-index/weighted-term.ts'

/** A literal and where it is wanted. */
export interface TermClause {
  /** As typed, for messages. */
  readonly text: string
  readonly literal: Literal
  /** Other names, other forms of a number: they will do as well. */
  readonly others: readonly OtherForm[]
  readonly field: QueryField | undefined
  /**
   * True of a short word of the dictionary: where it is a word in some article, its letters across a border of words (美国**家**庭
   * for 国家) are no match.
   */
  readonly isWord: boolean
  /** True if it is to be found just so, by its letters. */
  readonly isExact: boolean
  /** An issue of these days will do as well. */
  readonly dates: DateRange | undefined
}

/** Something that an article should hold: one of the alternatives. */
export interface Clause {
  readonly alternatives: readonly TermClause[]
  /** An article without it is no hit at all. */
  readonly required: boolean
  /**
   * Characters left over between words. They are particles mostly, so an article need not hold them, unless no
   * article does: then there is a misspelling in them, and that is told.
   */
  readonly residue: boolean
  /** The short part of the query that it is a word of: if one of its words stands nowhere, none counts. */
  readonly shortPart: string | undefined
}

/** A query in the form in which index and text are asked. */
export interface QueryPlan {
  readonly clauses: readonly Clause[]
  readonly excluded: readonly TermClause[]
  readonly filter: SearchFilter
  /** What the score is made of; more than the clauses need: neighbouring pairs across words, single characters. */
  readonly terms: readonly WeightedTerm[]
  /** The parts of the query as they were typed, for reranking. */
  readonly parts: readonly TermClause[]
  /** The letters and digits of the whole query as it was typed, fillers included, in normal form. */
  readonly typed: string
  /** Whether the query is a question: words that only ask were left out of it. */
  readonly asks: boolean
}

const BOOSTS: FieldBoosts = { headline: 4, deck: 2, byline: 1.5, body: 1 }
const BOOSTS_OF_FIELD: Readonly<Record<QueryField, FieldBoosts>> = {
  title: { headline: 4, deck: 2 },
  byline: { byline: 1.5 },
}
/** Of a neighbouring pair of characters, or a single one, beside 1 for a word. */
const GRAM_WEIGHT = 0.3
/** Of a word of another name, beside 1 for what was typed: so articles that say both come first, whichever was typed. */
const OTHER_WEIGHT = 0.3

/** How much a term counts in each field that it is wanted in; the others are not looked at. */
export const boostsOf = (field: QueryField | undefined): FieldBoosts =>
  field === undefined ? BOOSTS : BOOSTS_OF_FIELD[field]

/** How a query is turned into a plan, if not simply as it was typed. */
interface PlanOptions {
  /** Takes 昨天 and 去年 for words instead of days, and 6月9日 for that of any year. */
  readonly datesAsWords?: boolean
  /** The query before fillers were left out; itself unless told. */
  readonly typed?: ParsedQuery
  /** Whether fillers were left out; false unless told. */
  readonly asks?: boolean
}

/** Turns a parsed query into clauses, weighted terms and filters for the index. */
export function planQuery(
  query: ParsedQuery,
  tokeniser: Tokeniser,
  { datesAsWords = false, typed = query, asks = false }: PlanOptions = {},
): QueryPlan {
  const clauses: Clause[] = []
  const parts: TermClause[] = []
  const weights = new Map<string, WeightedTerm>()
  const filters = [query.filter]
  for (const alternatives of query.wanted) {
    const [phrase] = alternatives
    if (phrase === undefined) continue
    if (alternatives.length === 1 && phrase.dates?.style === 'relative' && !datesAsWords) {
      filters.push({ from: phrase.dates.from, to: phrase.dates.to })
      continue
    }
    if (meansOneYear(alternatives, query) && !datesAsWords) filters.push(phrase.dates?.saidIn ?? {})
    const clausesFor = (it: Phrase) => termClausesOf(it, tokeniser)
    const wanted = alternatives.flatMap(clausesFor)
    const [only] = wanted
    if (only === undefined) continue
    parts.push(...wanted)
    const words = wanted.map((it) => joinForms(tokeniser.wordsOf(it.text), it.text))
    const free = wanted.length === 1 && !phrase.exact && phrase.field === undefined
    const pieces =
      free && only.dates === undefined ? clausesOf(only, words[0] ?? [], { tokeniser, asks }) : []
    if (pieces.length > 0) clauses.push(...pieces)
    else
      clauses.push({
        alternatives: wanted,
        required: !free || only.literal.followedBy !== '',
        residue: false,
        shortPart: undefined,
      })
    for (const [i, it] of wanted.entries()) {
      addTerms(it, tokeniser.wordsOf(it.text), weights)
      for (const { text } of phrase.exact ? [] : (words[i] ?? []))
        for (const { text: form, literal } of otherFormsOf(text))
          addTerms({ ...it, literal }, tokeniser.wordsOf(form), weights, OTHER_WEIGHT)
    }
  }
  return {
    clauses,
    excluded: query.excluded.flatMap((it) => termClausesOf(it, tokeniser)),
    filter: Object.assign({}, ...filters),
    terms: [...weights.values()],
    parts,
    typed: typed.wanted
      .flat()
      .flatMap((it) => literalOf(it.text)?.runs ?? [])
      .join(''),
    asks,
  }
}

/** The words of a query that stand for certain days, such as 去年 and 6月9日, and can be taken for themselves too. */
export const daysAsWordsOf = (query: ParsedQuery): readonly string[] =>
  query.wanted.flatMap((it) => {
    const [phrase, ...others] = it
    if (phrase === undefined || others.length > 0) return []
    return phrase.dates?.style === 'relative' || meansOneYear(it, query) ? [phrase.text] : []
  })

/** Whether a day without a year is that of one year; if the query names days besides, those tell the year. */
const meansOneYear = ([phrase, ...others]: readonly Phrase[], { filter }: ParsedQuery): boolean =>
  others.length === 0 && phrase?.dates?.saidIn !== undefined && (filter.from ?? filter.to) === undefined

function termClausesOf({ text, exact, field, dates }: Phrase, tokeniser: Tokeniser): readonly TermClause[] {
  const literal = literalOf(text)
  if (literal === undefined) return []
  // Who puts quotation marks around a name means that one.
  const others = exact || field === 'byline' ? [] : otherFormsOf(text)
  const [run = ''] = literal.runs
  const isWord = !exact && literal.runs.length === 1 && SHORT_WORD.test(run) && tokeniser.knows(run)
  return [
    {
      text,
      literal,
      others,
      isWord,
      isExact: exact,
      field,
      dates: dates?.style === 'prose' ? dates : undefined,
    },
  ]
}

/** The index holds words as short as this inside of longer ones too. */
const SHORT_WORD = /^\p{sc=Han}{2,3}$/u

/** The forms of a term clause, the one that was typed first. */
export const literalsOf = ({
  literal,
  others,
}: Pick<TermClause, 'literal' | 'others'>): readonly Literal[] =>
  others.length === 0 ? [literal] : [literal, ...others.map((it) => it.literal)]

/**
 * A part as short as this is one word to its reader: if the segmenter leaves characters over, or a piece of it stands
 * nowhere, the other pieces are not what was asked for.
 */
const SHORT_PART = 4

const NOT_HAN = /[^\p{sc=Han}]/u
const ONE_HAN = /^\p{sc=Han}$/u

/** What an article must hold of an unspaced part of a query; nothing if it is to be held as a whole. */
function clausesOf(
  part: TermClause,
  partWords: readonly Word[],
  { tokeniser, asks }: { readonly tokeniser: Tokeniser; readonly asks: boolean },
): readonly Clause[] {
  const pieces = piecesOf(partWords)
  const isWord = (text: string) => text.length > 1 || NOT_HAN.test(text)
  const words = pieces.filter((it) => !it.residue && isWord(it.text))
  const isShort = part.literal.length <= SHORT_PART
  // 加沙死 of 加沙死了多少人 is no name.
  const isVerb = (it: Piece) => asks && isShortVerb(it.text)
  if (isShort && pieces.some((it) => !words.includes(it) && !isVerb(it)))
    return clausesAroundParticle(part, tokeniser)
  if (words.length === 0) return []
  const kept = pieces.filter((it) => isWord(it.text))
  // 檔案 is what the mainland calls 文件, 档案 is not: the characters that were typed tell.
  const asTyped = (text: string) => {
    const word = partWords.find((it) => it.text === text)
    const typed = word === undefined ? text : part.text.slice(word.start, word.end)
    return mainlandNamesOf(typed).length > 0 ? typed : text
  }
  const byText = new Map(kept.map((it) => [it.text, it.residue]))
  return Array.from(byText, ([text, residue]) => ({
    alternatives: termClausesOf({ text: asTyped(text), exact: false }, tokeniser),
    // The index knows no percent sign: only the text tells 5% from 5.
    required: text.endsWith('%'),
    residue,
    shortPart: isShort ? part.text : undefined,
  }))
}

const AROUND_PARTICLE = /^(\p{sc=Han}{1,2})的(\p{sc=Han}{1,2})$/u

/** 米的产量 is no name, however short it is: 的 says that it is two words. */
function clausesAroundParticle(part: TermClause, tokeniser: Tokeniser): readonly Clause[] {
  const [, ...words] = AROUND_PARTICLE.exec(part.literal.runs.join(' ')) ?? []
  // One of them must say something: 我的他 does not.
  if (!words.some((it) => it.length > 1 && tokeniser.knows(it))) return []
  return words.map((text) => ({
    alternatives: termClausesOf({ text, exact: false }, tokeniser),
    required: false,
    residue: false,
    shortPart: part.text,
  }))
}

/** A word of a query, or the characters that the segmenter left over between two words. */
export interface Piece {
  readonly text: string
  readonly residue: boolean
}

/** The words of a text, neighbouring characters that the segmenter left over put together again. */
export function piecesOf(words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = []
  let end = -1
  for (const word of words) {
    const residue = ONE_HAN.test(word.text)
    const last = pieces.at(-1)
    if (residue && last?.residue && word.start === end)
      pieces[pieces.length - 1] = { text: last.text + word.text, residue }
    else pieces.push({ text: word.text, residue })
    end = word.end
  }
  return pieces
}

/** A word weighs 1, a neighbouring pair a fraction: pairs across words tell a pasted phrase from scattered words. */
function addTerms(
  part: Pick<TermClause, 'literal' | 'field'>,
  words: readonly Word[],
  terms: Map<string, WeightedTerm>,
  weight = 1,
): void {
  const boosts = timesAll(boostsOf(part.field), weight)
  for (const { text } of words) if (weight === 1 || !terms.has(text)) terms.set(text, { term: text, boosts })
  const light = timesAll(boosts, GRAM_WEIGHT)
  for (const term of part.literal.termGroups.flat())
    if (!terms.has(term)) terms.set(term, { term, boosts: light })
}

const timesAll = (boosts: FieldBoosts, factor: number): FieldBoosts =>
  factor === 1
    ? boosts
    : Object.fromEntries(Object.entries(boosts).map(([field, it = 0]) => [field, it * factor]))
