/* oxlint-disable eslint/no-underscore-dangle -- the protected members of MiniSearch are named so */

import MiniSearch, {
  type AsPlainObject,
  type Options,
  type VacuumConditions,
  type VacuumOptions,
} from 'minisearch'
import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { EmitTerm } from '../../language/index.ts'
import { DocumentSet } from './document-set.ts'
import { FieldLengths } from './field-lengths.ts'
import { InvertedIndex } from './inverted-index.ts'
import { byNumber, postingsOf } from './minisearch-json.ts'
import { PackedSearchableMap } from './packed-searchable-map.ts'

/** Options of MiniSearch, and one of ours. */
export interface PackedOptions<T> extends Options<T> {
  /**
   * Emits the terms of a text without making strings of them. When documents are added it is used in place of
   * `tokenize` and `processTerm`, which must give the same terms.
   */
  readonly eachTerm?: (text: string, emit: EmitTerm) => void
}

/**
 * The private members of MiniSearch 7.2.0 that are used here, and nowhere else: the pass that takes removed documents
 * out of the index, `performVacuuming`, is replaced, and keeps the books as the stock one does. All other state is `protected`, which is
 * MiniSearch's word for what subclasses may use.
 */
interface VacuumInternals {
  vacuumConditionsMet: (conditions?: VacuumConditions) => boolean
  _currentVacuum: Promise<void> | null
  _enqueuedVacuum: Promise<void> | null
}

/**
 * MiniSearch over packed postings: all its public methods do what its manual says, and give what it gives. Instead of a
 * radix tree of maps there is an {@link InvertedIndex}, which takes a fortieth of the memory, behind the methods of
 * `SearchableMap` that MiniSearch calls.
 *
 * A removed document is passed over at once. Its postings take memory until the next vacuum.
 */
export class PackedMiniSearch<T = unknown> extends MiniSearch<T> {
  readonly #eachTerm: PackedOptions<T>['eachTerm']
  /** The documents that can be found; postings of others wait for the next vacuum. */
  protected live = new DocumentSet(0)
  /** By number of the field. */
  protected fieldNames: readonly string[]
  protected lengths: FieldLengths
  protected inverted: InvertedIndex
  /** Documents added since the last merge, and removed since the last vacuum. */
  #unmerged = 0
  #unvacuumed = 0

  constructor(options: PackedOptions<T>) {
    super(options)
    this.#eachTerm = options.eachTerm
    const fieldCount = this._options.fields.length
    this.fieldNames = this._options.fields
    this.lengths = new FieldLengths(fieldCount)
    this.inverted = new InvertedIndex(fieldCount)
    this.#install()
  }

  static {
    // A private method of the base class cannot be overridden by a declaration.
    const performVacuuming = async function (
      this: PackedMiniSearch,
      _options: VacuumOptions,
      conditions?: VacuumConditions,
    ): Promise<void> {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see VacuumInternals
      const inside = this as unknown as VacuumInternals
      const dirtCount = this._dirtCount
      if (inside.vacuumConditionsMet(conditions)) {
        await this.merge(this.live)
        this._dirtCount -= dirtCount
      }
      inside._currentVacuum = inside._enqueuedVacuum
      inside._enqueuedVacuum = null
    }
    Object.defineProperty(PackedMiniSearch.prototype, 'performVacuuming', { value: performVacuuming })
  }

  override add(document: T): void {
    const { extractField, stringifyField, fields, idField } = this._options
    const id: string | number | undefined | null = extractField(document, idField)
    if (id === null || id === undefined)
      throw new Error(`MiniSearch: document does not have ID field "${idField}"`)
    if (this._idToShortId.has(id)) throw new Error(`MiniSearch: duplicate ID ${id}`)
    const number = this._nextId++
    this._idToShortId.set(id, number)
    this._documentIds.set(number, id)
    this._documentCount++
    this.#storeFields(number, document)
    this.live.reserve(number + 1)
    this.live.add(number)
    this.lengths.reserve(number + 1)
    for (const name of fields) {
      const value: unknown = extractField(document, name)
      if (value === null || value === undefined) continue
      const field = this._fieldIds[name] ?? 0
      const length = this.#indexText(number, field, stringifyField(value, name), name)
      this.lengths.setOne(number, field, length)
      const before = (this._avgFieldLength[field] ?? 0) * (this._documentCount - 1)
      this._avgFieldLength[field] = (before + length) / this._documentCount
    }
    this.#unmerged++
  }

  override remove(document: T): void {
    const number = this._idToShortId.get(this._options.extractField(document, this._options.idField))
    super.remove(document)
    this.#forget(number)
  }

  override removeAll(...documents: [] | [readonly T[]]): void {
    // An explicit undefined is an error, which MiniSearch tells by the number of arguments.
    super.removeAll(...documents)
    if (documents.length > 0) return
    this.live = new DocumentSet(0)
    this.lengths = new FieldLengths(this._options.fields.length)
    this.inverted = new InvertedIndex(this._options.fields.length)
    this.#unmerged = 0
    this.#unvacuumed = 0
    this.#install()
  }

  override discard(id: unknown): void {
    const number = this._idToShortId.get(id)
    // Before the stock method, which may start a vacuum: the document must be gone then.
    this.#forget(number)
    super.discard(id)
  }

  static override loadJS<T>(js: AsPlainObject, options: PackedOptions<T>): PackedMiniSearch<T> {
    const packed = new this<T>(options)
    const loading = packed.#loadJson(js)
    while (loading.next().done !== true);
    return packed
  }

  static override async loadJSAsync<T>(
    js: AsPlainObject,
    options: PackedOptions<T>,
  ): Promise<PackedMiniSearch<T>> {
    const packed = new this<T>(options)
    for (const _slice of packed.#loadJson(js)) await yieldToEventLoop()
    return packed
  }

  /** Takes over what MiniSearch's `toJSON` gave, in slices. */
  *#loadJson(js: AsPlainObject): Generator<void> {
    let count = 0
    for (const { term, field, document, frequency } of postingsOf(js)) {
      this.inverted.addPosting(term, document, field, frequency)
      if (++count % POSTINGS_PER_SLICE === 0) yield
    }
    this.takeIds(byNumber<unknown>(js.documentIds), js.nextId)
    this.fieldNames = Object.keys(js.fieldIds).toSorted(
      (a, b) => (js.fieldIds[a] ?? 0) - (js.fieldIds[b] ?? 0),
    )
    this._fieldIds = js.fieldIds
    this._avgFieldLength = js.averageFieldLength
    this._storedFields = new Map(byNumber(js.storedFields))
    this._documentCount = js.documentCount
    this._dirtCount = js.dirtCount ?? 0
    for (const [document, lengths] of byNumber(js.fieldLength)) this.lengths.set(document, lengths)
    this.#unmerged = js.documentCount
    this.#unvacuumed = this._dirtCount
  }

  /** Documents added since the last merge. */
  protected get unmerged(): number {
    return this.#unmerged
  }

  /** Documents removed since the last vacuum. */
  protected get unvacuumed(): number {
    return this.#unvacuumed
  }

  protected takeIds(ids: readonly (readonly [number, unknown])[], capacity: number): void {
    this.live.reserve(capacity)
    for (const [document, id] of ids) {
      this.live.add(document)
      this._documentIds.set(document, id)
      this._idToShortId.set(id, document)
    }
    this._documentCount = ids.length
    this._nextId = capacity
  }

  /** @returns how many different terms the text has */
  #indexText(document: number, field: number, text: string, name: string): number {
    const { emit, count } = this.inverted.fieldWriter(document, field)
    if (this.#eachTerm) {
      this.#eachTerm(text, emit)
      return count()
    }
    const { tokenize, processTerm } = this._options
    const tokens = tokenize(text, name)
    for (const token of tokens) {
      const terms = processTerm(token, name)
      for (const term of Array.isArray(terms) ? terms : [terms]) if (term) emit('', term, 0, term.length)
    }
    return new Set(tokens).size
  }

  #storeFields(number: number, document: T): void {
    const { storeFields, extractField } = this._options
    if (storeFields.length === 0) return
    const stored = storeFields.map((name) => [name, extractField(document, name)] as const)
    this._storedFields.set(number, Object.fromEntries(stored.filter(([, value]) => value !== undefined)))
  }

  #forget(number: number | undefined): void {
    if (number === undefined) return
    this.live.delete(number)
    this.#unvacuumed++
  }

  /** @param live all other documents are left out; undefined copies what is packed as it is */
  protected async merge(live: DocumentSet | undefined): Promise<void> {
    const [unmerged, unvacuumed] = [this.#unmerged, this.#unvacuumed]
    await this.inverted.merge(live)
    this.#unmerged -= unmerged
    if (live) this.#unvacuumed -= unvacuumed
  }

  #install(): void {
    const map = new PackedSearchableMap(this.inverted, this.live, () => this.#unvacuumed > 0)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what MiniSearch calls of the two is there
    this._index = map as unknown as typeof this._index
    this._fieldLength = this.lengths
  }
}

const POSTINGS_PER_SLICE = 20_000
