// Loads the bundle with the bytecode that an earlier process has left beside it: see docs/adr/0009-code-cache.md. Plain
// JavaScript, because it runs before anything else can be loaded.
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { PROGRAM } from '../bundle.js'
import { nameSourcesInStacks } from './source-lines.js'

const CHECKSUM_BYTES = 4

/**
 * Runs the bundle in this process.
 * @param {string} folder where the bundle lies
 * @returns {typeof import('./run-process.ts')} what it exports
 */
export function loadBundle(folder) {
  const file = join(folder, PROGRAM)
  nameSourcesInStacks(file)
  const kept = fileOfCode(folder)
  const cachedData = kept === undefined ? undefined : readKept(kept)
  const script = new Script(readFileSync(file, 'utf16le'), {
    filename: file,
    ...(cachedData && { cachedData }),
  })
  const module = { exports: {} }
  const load = (/** @type {string} */ name) => import(name)
  script.runInThisContext()(module, module.exports, createRequire(file), load, file, folder)
  // As it ends, when all functions that this command needs have been compiled; what failed may have needed few of them.
  if (kept !== undefined && script.cachedDataRejected !== false)
    process.once('exit', (code) => code === 0 && keep(kept, script.createCachedData()))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bundle is made of run-process.ts
  return /** @type {typeof import('./run-process.ts')} */ (module.exports)
}

/**
 * Each command runs other functions. Another version of V8 would refuse the file, and leave none of its own.
 * @param {string} folder
 * @returns {string | undefined} undefined if the first argument is the name of no command
 */
function fileOfCode(folder) {
  const args = process.argv.slice(2)
  const command = args.includes('--help') ? 'help' : (args[0] ?? 'help')
  if (!/^[a-z]{1,20}$/.test(command)) return undefined
  return join(folder, `${command}-${process.versions.v8}-${process.arch}.code`)
}

/**
 * @param {string} file
 * @returns {Buffer | undefined} undefined if there is none, or it was damaged: V8 does not look
 */
function readKept(file) {
  try {
    const bytes = readFileSync(file)
    const end = bytes.length - CHECKSUM_BYTES
    return crc32(bytes.subarray(0, end)) === bytes.readUInt32LE(end) ? bytes.subarray(0, end) : undefined
  } catch {
    return undefined
  }
}

/**
 * Whole or not at all. Where nothing can be written, each start compiles.
 * @param {string} file
 * @param {Buffer} code
 */
function keep(file, code) {
  const unfinished = `${file}.${randomUUID()}`
  const sum = Buffer.alloc(CHECKSUM_BYTES)
  sum.writeUInt32LE(crc32(code))
  try {
    writeFileSync(unfinished, Buffer.concat([code, sum]))
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
