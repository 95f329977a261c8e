import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { BROWSER_MS, chromiumPath, launchBrowser, withoutChromium } from '../support/browser.ts'

describe.skipIf(chromiumPath === undefined)(`a reader in Chromium${withoutChromium}`, () => {
  let browser: Browser
  let bot: BotProcess
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    bot = await startBot()
  })
  afterAll(async () => {
    await browser.close()
    await bot.stop()
  })
  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage()
    page.setDefaultTimeout(BROWSER_MS)
    await page.goto(bot.url)
    await page.waitForSelector('#chats button', { state: 'attached' })
    if (await page.isVisible('#start-button')) await page.click('#start-button')
  })
  afterEach(() => page.context().close())

  const say = async (text: string) => {
    await page.fill('#text', text)
    await page.press('#text', 'Enter')
  }
  const bubble = () => page.locator('.message.other').last()
  /** Waits until the bot's latest message says something. */
  const sees = (text: string | RegExp) => bubble().filter({ hasText: text }).waitFor()
  const tap = (label: string) =>
    page.locator('.message .keyboard').last().getByRole('button', { name: label, exact: true }).click()

  test('starts, searches, turns the page, opens an article and comes back to the page', async () => {
    await say('成都')
    await sees(/\d+ 篇 · 成都/)
    await tap('›')
    await page
      .locator('.message .keyboard')
      .last()
      .getByRole('button', { name: /^2\/\d+$/ })
      .waitFor()
    const second = await bubble().textContent()
    await tap('1')
    await page.locator('.message .keyboard').last().getByRole('button', { name: '☆ 收藏' }).waitFor()
    await tap('‹ 返回')
    await page
      .locator('.message .keyboard')
      .last()
      .getByRole('button', { name: /^2\/\d+$/ })
      .waitFor()
    const plain = (text: string | null) => text?.replace(/已编辑|\d\d:\d\d/g, '')
    expect(plain(await bubble().textContent())).toBe(plain(second))
  })

  test('shares an article to the group, where a link leads back to it', async () => {
    await say('残疾人 意外险')
    await sees('意外伤害保险')
    await tap('1')
    await sees('此次保险由市残联')
    await tap('更多 ▾')
    await tap('分享')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /读报小组/ })
      .click()
    await page.getByRole('option', { name: /标题/ }).first().click()
    await page.locator('.message.own', { hasText: '成都为全市残疾人购买意外伤害保险' }).waitFor()
    await tap('在报童里打开')
    await sees('此次保险由市残联')
    await page.locator('.message.own', { hasText: '/start a_' }).waitFor()
    expect(await page.locator('.message.own').count()).toBeGreaterThan(0)
  })

  test('reads more sentences of a hit in a quote that opens', async () => {
    await say('四川 成都')
    await sees('更多相关句子')
    expect(await page.locator('.message.other blockquote').count()).toBeGreaterThan(0)
  })

  test('opens a channel, makes the bot its administrator, and sees a post of it', async () => {
    const choose = async (name: string) => {
      await page.click('#more')
      await page.getByRole('menuitem', { name }).click()
    }
    await choose('建一个频道')
    const channel = page.locator('.chat-button:not([data-chat="10001"])', { hasText: '晨读频道' })
    await channel.click()
    await page.locator('#chat-title', { hasText: '晨读频道' }).waitFor()
    await choose('让机器人当管理员')
    await page.locator('.chat-button[data-chat="10001"]').click()
    await sees('频道接好了')
    await tap('发一份试试')
    await channel.click()
    await sees('1. ')
    expect(await page.locator('.message').count()).toBe(1)
  })
})
