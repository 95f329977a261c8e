import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDriver } from '../../src/store/index.ts'
import { type BotProcess, putReadPages, startBot } from '../support/bot-process.ts'
import { newReader, type Reader } from '../support/reader.ts'

describe.each(['polling', 'webhook'] as const)('by %s, while another program holds the database', (mode) => {
  let data: string
  let bot: BotProcess
  let reader: Reader
  let release: () => void

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'paperboy-held-'))
    putReadPages(data)
    bot = await startBot({ DATA_DIR: data }, mode)
    reader = await newReader(bot.url)
  })
  afterAll(async () => {
    await bot.stop()
    rmSync(data, { recursive: true })
  })

  const hold = () => {
    const Database = loadDriver()
    if (!Database) throw new Error('no driver can be loaded')
    const other = new Database(join(data, 'paperboy.sqlite'), { timeout: 5000 })
    other.exec('BEGIN IMMEDIATE')
    release = () => {
      other.exec('ROLLBACK')
      other.close()
    }
  }

  test('orders and presses are answered with “try later”, nothing of them is done, and they work again after that', async () => {
    const panel = await reader.say('/subscribe 7:30')
    hold()
    expect((await reader.say('/subscribe 工作日 21:00')).text).toContain('请过几分钟再试')
    expect(await reader.tapForToast('退订', panel)).toContain('请过几分钟再试')
    release()
    expect((await reader.say('/subscribe')).text).toContain('每天 07:30')
    expect((await reader.say('/subscribe 工作日 21:00')).text).toContain('工作日 21:00')
    expect(bot.said()).toContain('another program has locked the database')
  })
})
