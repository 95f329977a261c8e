import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type BotProcess, freePort, startBot } from '../support/bot-process.ts'
import { BROWSER_MS, chromiumPath, launchBrowser, withoutChromium } from '../support/browser.ts'
import { newReader } from '../support/reader.ts'

/** Two articles of one seed page, which follow one another. */
const ARTICLE = 'g4tccbsjy6'
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

describe.skipIf(chromiumPath === undefined)(`the reading page in Chromium${withoutChromium}`, () => {
  let bot: BotProcess
  let browser: Browser

  beforeAll(async () => {
    ;[bot, browser] = await Promise.all([startBot(), launchBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await bot.stop()
  })

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options })
    context.setDefaultTimeout(BROWSER_MS)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (err) => complaints.push(err.message))
    page.on('console', (it) => it.type() === 'error' && complaints.push(it.text()))
    await page.goto(bot.url + path)
    return { page, complaints }
  }

  test('opens over the chat as a Mini App, and shares bookmarks with it', async () => {
    const { page, complaints } = await open('/', { colorScheme: 'dark' })
    await page.click('#start-button')
    await page.fill('#text', `/article ${ARTICLE}`)
    await page.press('#text', 'Enter')
    await page.click('button:has-text("网页阅读")')
    const app = page.frameLocator('.mini-app iframe')
    await app.locator('button:has-text("☆ 收藏")').click()
    await app.locator('button:has-text("★ 已收藏")').waitFor()
    // The chat's colours, which are not the page's own for dark rooms.
    expect(await app.locator('html').evaluate((it) => it.style.getPropertyValue('--paper'))).toMatch(
      /^#[\da-f]{6}$/,
    )
    const headline = await app.locator('h1').innerText()
    await app.locator('.turn a').first().click()
    await page.click('.mini-app [aria-label=返回]')
    await app.locator(`h1:has-text("${headline.split('\n')[0]?.split(' ')[0]}")`).waitFor()
    await page.click('.mini-app [aria-label=关闭]')
    await page.fill('#text', '/saved')
    await page.press('#text', 'Enter')
    await page.locator('.message:has-text("收藏（1 篇）")').waitFor()
    expect(complaints).toEqual([])
  })

  test('has no serious fault for those who do not see or hear as others do; nor has the playground', async () => {
    const { page, complaints } = await open(`/a/${ARTICLE}`, { bypassCSP: true })
    const faults: unknown[] = []
    const look = async (path: string, viewport = PHONE, opened?: string) => {
      await page.setViewportSize(viewport)
      await page.goto(bot.url + path)
      if (opened !== undefined) await page.click(opened)
      const found = await seriousFaults(page)
      if (found.length > 0) faults.push({ path, found })
    }
    for (const theme of ['light', 'dark', 'sepia']) await look(`/a/${ARTICLE}?theme=${theme}`)
    await look(`/a/${ARTICLE}?size=xl`, DESK, '.display summary')
    await look('/d')
    await look('/d/undated', DESK)
    await look(`/q?q=${encodeURIComponent('成都')}`)
    await look(`/trend?q=${encodeURIComponent('发展')}`, PHONE, '.numbers summary')
    await look('/a/aaaaaaaaaa')
    await look('/')
    await look('/', DESK)
    await page.emulateMedia({ colorScheme: 'dark' })
    await look('/', DESK)
    await look(`/a/${ARTICLE}?theme=auto`)
    expect(faults).toEqual([])
    expect(complaints.filter((it) => !it.includes('404'))).toEqual([])
  })

  test('fits the screen, 34 to 38 characters a line where there is room', async () => {
    const { page } = await open(`/a/${ARTICLE}`)
    const widths = () =>
      page.evaluate<{ over: number; characters: number }>(`(() => {
        const text = document.querySelector('.body p')
        const em = Number.parseFloat(getComputedStyle(text).fontSize)
        return { over: document.documentElement.scrollWidth - innerWidth, characters: text.clientWidth / em }
      })()`)
    for (const size of ['s', 'xl']) {
      await page.goto(`${bot.url}/a/${ARTICLE}?size=${size}`)
      expect((await widths()).over).toBe(0)
    }
    await page.setViewportSize(DESK)
    const { over, characters } = await widths()
    expect([over, characters >= 34, characters <= 38]).toEqual([0, true, true])
  })

  test('copies a quotation with its source and the way to its sentence', async () => {
    const { page } = await open(`/a/${ARTICLE}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('#s2'))")
    await page.keyboard.press('ControlOrMeta+c')
    const quoted = await page.innerText('#s2')
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toMatch(new RegExp(`^${quoted}\n\n——《[^》]+》，.* 第03版 .*\nhttp.*/a/${ARTICLE}#s2$`))
    await page.click('[data-do=copy]')
    await page.locator('.told:has-text("已复制")').waitFor()
    const whole = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(whole).toContain(quoted)
    expect(whole).toContain(`/a/${ARTICLE}`)
  })

  test('works without a script: display, search, days and the way to a sentence', async () => {
    const { page, complaints } = await open(`/a/${ARTICLE}#s2`, { javaScriptEnabled: false })
    const background = (selector: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`)
    expect(await background('#s2')).not.toBe(await background('#s1'))
    await page.click('.display summary')
    await page.click('text=夜间')
    await page.fill('input[type=search]', '成都')
    await page.press('input[type=search]', 'Enter')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    await page.locator('.hits li > a').first().click()
    expect(await page.locator('article h1').count()).toBe(1)
    expect(await page.locator('[data-do=copy]').isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })
})

/** What axe-core finds on a page and calls serious or critical, by the place where it is. */
const seriousFaults = async (page: Page) => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })))
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
  }[]
}

test('with PUBLIC_URL the button holds a link for its chat, which opens the page on a server of its own', async () => {
  const port = await freePort()
  const bot = await startBot({ PUBLIC_URL: 'https://news.example.org', WEB_PORT: `${port}` })
  onTestFinished(async () => void (await bot.stop()))
  const reader = await newReader(bot.url)
  const { message } = await reader.say(`/article ${ARTICLE}`)
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  const url = buttons.find(({ text }) => text.includes('网页阅读'))?.web_app?.url ?? ''
  expect(url).toMatch(/^https:\/\/news\.example\.org\/a\/g4tccbsjy6\?k=/)
  const here = (address: string) => address.replace('https://news.example.org', `http://127.0.0.1:${port}`)
  const opened = await fetch(here(url))
  const text = await opened.text()
  expect([opened.status, text.includes('统筹推进')]).toEqual([200, true])
  const card = /og:image" content="([^"]+)"/.exec(text)?.[1] ?? ''
  const drawn = await fetch(here(card))
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await drawn.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
  expect((await fetch(here('https://news.example.org/d'))).status).toBe(403)
  expect((await fetch(`${bot.url}/a/${ARTICLE}`)).status).toBe(404)
  const output = bot.said()
  expect(output).not.toMatch(/"level":[456]0/)
})
