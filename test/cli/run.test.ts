import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperboy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const runWith = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const output = recordOutput()
  return {
    code: await run(args, {
      env: { LOG_LEVEL: 'error', DATA_DIR: join(folder, 'data'), ...env },
      input: Readable.from([]),
      output,
    }),
    ...output.said,
  }
}

test('without a command it lists them all', async () => {
  const { code, out } = await runWith([])
  expect(code).toBe(2)
  for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test.each(['--version', '-v', 'version'])('paperboy %s tells the version', async (option) => {
  expect(await runWith([option])).toEqual({
    code: 0,
    out: expect.stringMatching(/^paperboy \d+\.\d+\.\d+\S* on Node \d/),
    err: '',
  })
})

test.each(Object.keys(commands))('what the options of %s do stands in one column', async (name) => {
  const [, options = ''] = (await runWith([name, '--help'])).out.split(/\n\n(?= {2})/)
  const starts = new Set(
    options
      .split('\n')
      .filter((line) => / {2}\S.*? {2,}/.test(line))
      .map((line) => /^ {2}\S.*? {2,}/.exec(line)?.[0].length),
  )
  expect(starts.size).toBe(1)
})

test.each(Object.keys(commands))('paperboy %s --help says how it is used', async (name) => {
  const { code, out, err } = await runWith([name, '--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain(`paperboy ${name}`)
  const command = await commands[name]?.load()
  for (const option of Object.keys(command?.options ?? {})) expect(out).toContain(`--${option}`)
})

describe('bad calls get a sentence and exit code 2', () => {
  test.each([
    [['sing'], 'unknown command sing\n\npaperboy <command>'],
    [['serch', 'x'], 'unknown command serch: did you mean search?'],
    [['Doctr'], 'did you mean doctor?'],
    [['search', '--loud', 'x'], '--loud'],
    [['search'], 'missing QUERY'],
    [['search', 'x', '--limit', 'many'], '--limit'],
    [['read'], 'missing FILE'],
  ])('%j', async (args, sentence) => {
    const { code, err } = await runWith(args)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
  })

  test('all wrong settings are named at once', async () => {
    const { code, err } = await runWith(['search', 'x'], { TIME_ZONE: 'Nowhere', PLAYGROUND_PORT: '-1' })
    expect(code).toBe(2)
    expect(err).toMatch(/TIME_ZONE: .+\n.*PLAYGROUND_PORT: |PLAYGROUND_PORT: .+\n.*TIME_ZONE: /)
  })
})

test('where a setting is missing, one that is nearly its name is told', async () => {
  const { code, err } = await runWith(['search', 'x'], {
    WEBHOOK_URL: 'https://bot.example.org',
    WEBHOOK_SECRT: 'of-the-webhook',
  })
  expect(code).toBe(2)
  expect(err).toContain('unknown setting WEBHOOK_SECRT: did you mean WEBHOOK_SECRET?')
  expect(err).toContain('WEBHOOK_SECRET: is required')
  expect(err).not.toContain('of-the-webhook')
})

test('a corpus folder that is not there gets a sentence and exit code 1', async () => {
  const { code, err } = await runWith(['search', 'x', '--corpus', join(folder, 'none')])
  expect(code).toBe(1)
  expect(err).toContain('CORPUS_DIR')
  expect(err).not.toContain('    at ')
})

test.each([['search', '北京'], ['index'], ['ask', '谁是市长'], ['read']])(
  'paperboy %s says what to do where there are no pages',
  async (name, ...rest) => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    const args = name === 'read' ? [name, empty] : [name, ...rest]
    const { err } = await runWith(args, { CORPUS_DIR: empty, DATA_DIR: join(empty, '..', `${name}-data`) })
    expect(err).toContain(`no pages in ${empty}: put page texts (*.txt)`)
  },
)

test('read tells of a bad file by name and reads the others', async () => {
  const [good, bad] = [join(folder, 'good.txt'), join(folder, 'bad.txt')]
  writeFileSync(good, '六月的成都\n\n本报讯（记者 李明）六月的成都，绿意正浓，公园里到处是散步的人。\n')
  writeFileSync(bad, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]))
  const { code, out, err } = await runWith(['read', good, bad, '--json'])
  expect(code).toBe(1)
  expect(err).toContain('bad.txt')
  expect(JSON.parse(out)).toMatchObject([{ articles: [{ headline: '六月的成都', byline: ['李明'] }] }])
})
