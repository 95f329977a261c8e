import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cleanEnvironment } from '../support/bot-process.ts'
import { bundleScript } from '../support/script-bundle.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TOKEN = '123456789:AAH-abcdefghijklmnopqrstuvwxyz_12345'
const WEBHOOK_SECRET = 'webhook-secret-of-ours'
const PASSWORD = 'pass word'
const encoded = encodeURIComponent(PASSWORD)

const settings = {
  BOT_TOKEN: TOKEN,
  WEBHOOK_SECRET,
  PROXY_URL: `http://reader:${encoded}@127.0.0.1:9`,
}

const forms = [
  TOKEN,
  encodeURIComponent(TOKEN),
  WEBHOOK_SECRET,
  PASSWORD,
  encoded,
  Buffer.from(`reader:${PASSWORD}`).toString('base64'),
]
const leak = `${settings.PROXY_URL} ${forms.join(' ')} end of the leak`

const root = join(import.meta.dirname, '..', '..')
const runChild = (args: readonly string[], env: Readonly<Record<string, string>>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: cleanEnvironment({ ...settings, ...env }),
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

function expectNoSecret(said: string) {
  for (const form of forms) expect(said).not.toContain(form)
}

test.each([
  'exception',
  'exception of many',
  'a text that is thrown',
  'an object that is thrown',
  'rejection',
  'rejection with a text',
  'all that ends nothing',
])('no secret gets out by %s', async (WAY) => {
  const { status, said } = runChild([await bundleScript('leaking-process.ts')], { WAY, LEAK: leak })
  expect(status).toBe(1)
  expect(said).toContain('end of the leak')
  expectNoSecret(said)
  // What stands around it is left.
  if (WAY === 'all that ends nothing') expect(said).toContain('词 ')
  else expect(said).toContain('unexpected error')
})

test('doctor shows no secret', () => {
  const { said } = runChild(['src/cli/paperboy.js', 'doctor'], {
    DATA_DIR: temporaryFolder(),
    TELEGRAM_API_ROOT: `http://reader:${encoded}@127.0.0.1:9`,
  })
  expect(said).toContain('127.0.0.1:9')
  expectNoSecret(said)
})
