import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const page = join(import.meta.dirname, '..', 'fixtures', 'pages', 'national-01.txt')

async function paperboyRead(files: readonly string[], ...options: readonly string[]) {
  const output = recordOutput()
  const code = await run(['read', ...files, ...options], { env: {}, input: Readable.from([]), output })
  return { code, ...output.said }
}

test('read prints a report that names each article, its byline and its lines', async () => {
  const { code, out, err } = await paperboyRead([page])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/全国粮食工作会议部署夏粮收购/)
  expect(out).toMatch(/by: 新华社 王明 李芳/)
  expect(out).toMatch(/lines: 5–8, 10/)
  expect(out).toMatch(/left over \(furniture\), lines 27: 责编/)
})

test('read --json gives the form of the contract', async () => {
  const { out } = await paperboyRead([page], '--json')
  expect(JSON.parse(out)).toMatchObject([
    {
      file: page,
      paper: '人民大众报',
      date: '2024-06-08',
      datePrecision: 'printed',
      page: '01',
      section: '要闻',
      articles: [
        {
          headline: expect.any(String),
          subheads: [],
          byline: ['王明', '李芳'],
          paragraphs: expect.any(Array),
          continuedFrom: null,
        },
        expect.anything(),
        expect.anything(),
      ],
      warnings: [],
    },
  ])
})

test('--form is how every file of a folder is read, whatever they are called', async () => {
  const folder = temporaryFolder()
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), `# ${name}的标题\n\n一段正文。\n`)
  const { out, code } = await paperboyRead([folder], '--form', 'markdown', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    { form: 'markdown', articles: [{ headline: 'a.txt的标题' }] },
    { form: 'markdown', articles: [{ headline: 'b.txt的标题' }] },
  ])
})

test('read tells a file that is not there by name, and reads the rest', async () => {
  const { code, out, err } = await paperboyRead(['nowhere.txt', page])
  expect(code).toBe(1)
  expect(err).toMatch(/cannot read nowhere.txt: there is no such file or folder \(ENOENT\)/)
  expect(out).toMatch(/3 articles/)
})
