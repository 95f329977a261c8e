import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readCorpus, readCorpusFile } from '../../src/corpus/index.ts'
import { readHtml, readJson, readMarkdown } from '../../src/sources/index.ts'
import { LimitedDecompressionStream } from '../../src/sources/pdf/limit-unpacking.ts'
import { collect } from '../support/collect.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TEXT = '7月17日，湖边的稻田里机器轰鸣，3台收割机来回穿梭，金黄的稻谷装满了车斗。'
const PAGE = `<html><body><h1>全省早稻开镰</h1><div id="ozoom">BODY</div></body></html>`

/** Reads files of a folder: the headlines of its articles by file, and what is said of the others. */
async function readAll(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder()
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  const articles: Record<string, readonly string[]> = {}
  const told: Record<string, string> = {}
  for (const it of await collect(readCorpus(folder))) {
    if (it.event === 'page') articles[it.file.file] = it.page.articles.map(({ headline }) => headline)
    else if (it.event === 'unreadable') told[it.file.file] = it.error.message
    else if (it.event === 'warning') told[it.file.file] = it.message
  }
  return { articles, told }
}

/** A PDF of one page, drawn by the operators of `content`. */
function pdfOf(content: string): Uint8Array {
  const packed = deflateSync(content)
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>'),
    Buffer.concat([
      Buffer.from(`<</Filter/FlateDecode/Length ${packed.length}>>stream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ].map((it, at) => Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), it, Buffer.from('\nendobj\n')]))
  return Buffer.concat([Buffer.from('%PDF-1.5\n'), ...objects, Buffer.from('trailer<</Size 5/Root 1 0 R>>')])
}

test('files that are made to break a reader are named with what to do, and all others are read', async () => {
  const { articles, told } = await readAll({
    'a-deep.html': PAGE.replace('BODY', '<table><tr><td>'.repeat(3000) + TEXT),
    'b-deep.xml': '<alto><Layout><Page>'.repeat(3000),
    'c-login.pdf': '<html><body>请先登录</body></html>',
    'd-bomb.pdf': pdfOf('q Q\n'.repeat(2_000_000)),
    'e-lines.json': [1, 2, 3]
      .map((it) => JSON.stringify({ title: `早稻开镰${it}`, content: TEXT }))
      .join('\n'),
    'f-cut.json': JSON.stringify([{ title: '早稻开镰', content: TEXT }]).slice(0, 40),
    'z-good.html': PAGE.replace('BODY', `<p>${TEXT}</p>`),
  })
  expect(articles).toEqual({
    'e-lines.json': ['早稻开镰1', '早稻开镰2', '早稻开镰3'],
    'z-good.html': ['全省早稻开镰'],
  })
  expect(told).toEqual({
    'a-deep.html': expect.stringMatching(/no article|nested more than 512 deep; save the page again/),
    'b-deep.xml': expect.stringContaining('it has no page of ALTO'),
    'c-login.pdf': expect.stringContaining('it holds no PDF, whatever its name says; get it again'),
    'd-bomb.pdf': expect.stringContaining(
      'page 1 of the file is left out: it draws more than a page can hold',
    ),
    'f-cut.json': expect.stringContaining('it is no JSON, or it was cut off'),
  })
})

test('a page that keeps its state of drawing hundreds of thousands of times is left out', async () => {
  const { told } = await readAll({ 'kept.pdf': pdfOf('q '.repeat(200_000)) })
  expect(told['kept.pdf']).toContain('page 1 of the file is left out: it draws more than a page can hold')
})

describe('a text of 100,000 characters takes no more time than its length', () => {
  const cpuMs = (run: () => unknown): number => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  test.each(['[![', '# ', '* ', '![a](', '<b', '<div>', '<script ', '<!--', '《'])('%s', (piece) => {
    const long = piece.repeat(100_000 / piece.length)
    const ms = cpuMs(() => {
      readMarkdown('a.md', `# 早稻${long}x\n\n${long}${TEXT}\n${long}\n`)
      readJson('a.json', JSON.stringify({ title: `早稻${long}x`, content: `${long}${TEXT}` }))
      readHtml('a.html', PAGE.replace('BODY', `<p>${long}${TEXT}</p>`))
    })
    // Squared, each would take a quarter of an hour or more.
    expect(ms).toBeLessThan(8000)
  })
})

test('elements that are nested as in old sites are read', () => {
  const nested = `${'<table><tr><td>'.repeat(150)}<p>${TEXT}</p>${'</td></tr></table>'.repeat(150)}`
  expect(readHtml('a.html', PAGE.replace('BODY', nested)).articles[0]?.body).toEqual([
    { kind: 'paragraph', text: TEXT },
  ])
})

test.each([
  ['a page', 1, 2 ** 20],
  ['a bomb', 72, 'ERR_BUFFER_TOO_LARGE'],
])('what %s unpacks to is bounded', async (_what, mebibytes, given) => {
  const { readable, writable } = new LimitedDecompressionStream('deflate')
  const writer = writable.getWriter()
  writer
    .write(deflateSync(Buffer.alloc(mebibytes * 2 ** 20)))
    .then(() => writer.close())
    .catch(() => {})
  const read = async () => (await collect(readable)).reduce((sum: number, chunk) => sum + chunk.length, 0)
  expect(await read().catch((error: unknown) => (error as NodeJS.ErrnoException).code)).toBe(given)
})

test('a file at which a reader fails in a way that nobody foresaw is named', async () => {
  const path = join(temporaryFolder(), 'a.txt')
  writeFileSync(path, TEXT)
  const file = {
    file: 'a.txt',
    path,
    kind: 'page' as const,
    sizeBytes: 1,
    modifiedMs: 0,
    get corrections(): never {
      throw new RangeError('a fault of ours')
    },
  }
  const told = await collect(readCorpusFile(file))
  expect(told).toMatchObject([
    {
      event: 'unreadable',
      error: { message: expect.stringContaining('its reader failed (a fault of ours); please report it') },
    },
    { event: 'end' },
  ])
})
