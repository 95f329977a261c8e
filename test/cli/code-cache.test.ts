import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyProject, runPaperboy } from '../support/project-copy.ts'

/** A file that is written anew stands beside the old one until it takes its place, so the two have different inodes. */
const expectKept = async (file: string, start: () => Promise<unknown>) => {
  const { ino } = statSync(file)
  await start()
  expect(statSync(file).ino).toBe(ino)
}

test('a start leaves its bytecode to the next one; what is damaged is thrown away, and what failed leaves none', async () => {
  const project = copyProject()
  const cache = join(project, 'node_modules', '.cache', 'paperboy')
  const help = async () => {
    const { code, out, err } = await runPaperboy(project, ['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('search    find articles')
  }
  const codeFiles = () => {
    const [bundle = ''] = readdirSync(cache)
    const names = readdirSync(join(cache, bundle)).filter((name) => name.includes('.code'))
    return names.map((name) => join(cache, bundle, name))
  }
  await help()
  const [file = '', ...others] = codeFiles()
  expect(others).toEqual([])
  expect(file).toContain(`help-${process.versions.v8}`)
  await expectKept(file, help)

  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  const middle = whole.length >> 1
  damaged.fill(0xff, middle, middle + 64)
  for (const bytes of [damaged, whole.subarray(0, middle), Buffer.alloc(0)]) {
    writeFileSync(file, bytes)
    await help()
    expect(readFileSync(file).length).toBeGreaterThan(middle)
    expect(readFileSync(file).equals(bytes)).toBe(false)
    await expectKept(file, help)
  }

  for (const args of [['search', '--no-such-option'], ['no-such-command'], ['../escape']])
    expect((await runPaperboy(project, args)).code).not.toBe(0)
  expect(codeFiles()).toEqual([file])
})

test('bytecode of a command that sets V8 otherwise fits its next start', async () => {
  const project = copyProject()
  const cache = join(project, 'node_modules', '.cache', 'paperboy')
  const page = readdirSync(join(project, 'seeds')).find((name) => name.endsWith('.txt')) ?? ''
  const read = async () => {
    expect(await runPaperboy(project, ['read', join(project, 'seeds', page)])).toMatchObject({
      code: 0,
      err: '',
    })
    const [bundle = ''] = readdirSync(cache)
    return statSync(join(cache, bundle, `read-${process.versions.v8}-${process.arch}.code`)).ino
  }
  const left = await read()
  expect(await read()).toBe(left)
})
