// Has stack traces name the lines of the sources instead of those of the bundle. Node can do so itself, but spends a tenth
// of a start on the source map; here it is read when a stack is made, and only the lines asked for are decoded.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const BASE_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const COMMA = 44
const SEMICOLON = 59
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, BASE_64.indexOf(String.fromCharCode(code))),
)
/** Of a segment: the column of the bundle, then the number of the source, its line and its column, all from 0. */
const FIELDS = 4

/**
 * @param {string} bundle path of the bundle; its source map lies beside it, with `.map` behind its name
 */
export function nameSourcesInStacks(bundle) {
  /** @type {ReturnType<typeof openSourceMap> | undefined} */
  let find
  /** @param {NodeJS.CallSite} frame */
  const named = (frame) => {
    // oxlint-disable-next-line typescript/no-base-to-string -- V8 writes frames as they stand in stacks
    const text = String(frame)
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()]
    if (frame.getFileName() !== bundle || line === null || column === null) return text
    find ??= openSourceMap(readFileSync(`${bundle}.map`, 'utf8'))
    const found = find(line - 1, column - 1)
    if (found === undefined) return text
    const source = `${resolve(dirname(bundle), found.source)}:${found.line + 1}:${found.column + 1}`
    return text.replace(`${bundle}:${line}:${column}`, () => source)
  }
  Error.prepareStackTrace = (error, frames) => {
    const said = headOf(error)
    // Nobody looks for the lines of what was ended on purpose, and each bot ends its last call so.
    if (said.startsWith('AbortError')) return [said, ...frames.map(String)].join('\n    at ')
    try {
      return [said, ...frames.map(named)].join('\n    at ')
    } catch {
      return [said, ...frames.map(String)].join('\n    at ')
    }
  }
}

/** @param {Error} error anything whose stack was captured */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error)
  } catch {
    return 'Error'
  }
}

/**
 * Reads a source map (https://tc39.es/ecma426), whose numbers are told as differences from those before.
 * @param {string} json without sections
 * @returns finds where a place of the bundle comes from; lines and columns count from 0
 */
export function openSourceMap(json) {
  /** @type {{ readonly sources: readonly string[], readonly mappings: string }} */
  const { sources, mappings } = JSON.parse(json)
  const values = new Int32Array(FIELDS + 1)
  let at = 0
  const isAtEnd = () => {
    const code = mappings.charCodeAt(at)
    return at >= mappings.length || code === COMMA || code === SEMICOLON
  }
  const readSegment = () => {
    for (let field = 0; !isAtEnd(); field++) {
      let [value, shift, digit] = [0, 0, 0]
      do {
        digit = DIGITS[mappings.charCodeAt(at++)] ?? 0
        value |= (digit & 31) << shift
        shift += 5
      } while (digit & 32)
      values[field] = (values[field] ?? 0) + (value & 1 ? -(value >>> 1) : value >>> 1)
    }
  }
  /** Of each line: the values before it, and where its segments begin. */
  const lines = new Int32Array((FIELDS + 2) * mappings.split(';').length)
  for (let line = 1; at < mappings.length; at++) {
    readSegment()
    if (mappings.charCodeAt(at) !== SEMICOLON) continue
    values[0] = 0
    lines.set(values, (FIELDS + 2) * line)
    lines[(FIELDS + 2) * line++ + FIELDS + 1] = at + 1
  }
  return (/** @type {number} */ line, /** @type {number} */ column) => {
    const record = lines.subarray((FIELDS + 2) * line, (FIELDS + 2) * (line + 1))
    values.set(record.subarray(0, FIELDS + 1))
    at = record[FIELDS + 1] ?? mappings.length
    /** @type {{ readonly source: string, readonly line: number, readonly column: number } | undefined} */
    let found
    for (; at < mappings.length && mappings.charCodeAt(at) !== SEMICOLON; at++) {
      if (isAtEnd()) continue
      readSegment()
      const [itsColumn = 0, source = 0, sourceLine = 0, sourceColumn = 0] = values
      if (itsColumn > column) break
      found = { source: sources[source] ?? '', line: sourceLine, column: sourceColumn }
      if (mappings.charCodeAt(at) === SEMICOLON) break
    }
    return found
  }
}
