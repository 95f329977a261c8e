import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { BROWSER_MS, chromiumPath, launchBrowser, withoutChromium } from '../support/browser.ts'
import { createNewspaperBot, introduce } from '../support/newspaper-bot.ts'
import { startPolling } from '../support/test-bot.ts'

const log = createLogger('error')
const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 375, height: 740 }

describe.skipIf(chromiumPath === undefined)(`the page in Chromium${withoutChromium}`, () => {
  let browser: Browser
  let playground: Playground
  let stop: () => Promise<void>
  let page: Page
  let complaints: string[]
  /**
   * The window that a test leaves to the next one: to make one takes longer than most tests. Each visits a playground at
   * an address of its own, so that nothing is kept from one to the other.
   */
  let left: Page | undefined

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  /** @returns a window that shows nothing yet */
  const openWindow = async (viewport = WIDE, colorScheme: 'light' | 'dark' = 'light') => {
    const context = await browser.newContext({ viewport, colorScheme })
    context.setDefaultTimeout(BROWSER_MS)
    const opened = await context.newPage()
    opened.on('pageerror', (err) => complaints.push(err.message))
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    return opened
  }
  const visit = async (opened: Page) => {
    await opened.goto(playground.url)
    await opened.waitForSelector('#chats button', { state: 'attached' })
    return opened
  }
  const openPage = async (...look: Parameters<typeof openWindow>) => visit(await openWindow(...look))
  const leave = async ({ hasFailed }: { readonly hasFailed: boolean }) => {
    if (hasFailed) {
      await page.context().close()
      left = undefined
      return
    }
    // An address may come back by chance.
    await page.evaluate('(localStorage.clear(), sessionStorage.clear())')
    await page.unrouteAll()
    await page.context().clearPermissions()
    await page.goto('about:blank')
  }
  const say = async (text: string) => {
    await page.fill('#text', text)
    await page.press('#text', 'Enter')
  }
  const start = () => page.click('#start-button')
  const inChat = (from: Page) => from.locator('#messages')
  const style = (selector: string, property: string) =>
    `getComputedStyle(document.querySelector('${selector}')).${property}`
  const lastBubble = () => page.locator('.message').last()

  beforeEach(async () => {
    complaints = []
    playground = await openPlayground({ log })
    const bot = createNewspaperBot(playground)
    await introduce(bot)
    stop = await startPolling(bot)
    page = await visit((left ??= await openWindow()))
  })
  afterEach(async ({ task }) => {
    await leave({ hasFailed: task.result?.state === 'fail' })
    await stop()
    await playground.close()
    // A refused deed is told by its status, which the browser notes too.
    const serious = complaints.filter((it) => !it.includes('status of 400'))
    if (serious.length > 0) throw new Error(`the browser complained: ${serious.join('; ')}`)
  })

  test('a silent chat shows what the bot can do and one button that begins', async () => {
    expect(await page.locator('.welcome').textContent()).toContain('发给我几个字')
    await start()
    await page.waitForSelector('.message.other strong')
    expect(await page.locator('.message.own').textContent()).toContain('/start')
    expect(await page.locator('.message.other strong').textContent()).toBe('您好，我是报童。')
    expect(await page.locator('#start-button').isVisible()).toBe(false)
  })

  test('what a bot or a reader writes is never read as markup', async () => {
    await start()
    await say('<img src=x onerror="document.title=1"><script>1</script>')
    await page.waitForSelector('.message.other .keyboard')
    expect(await page.locator('.messages img, .messages script').count()).toBe(0)
    expect(await page.locator('.message.own').last().textContent()).toContain('<img src=x')
  })

  test('a button edits its message in place, and the keyboard stays where it was', async () => {
    await start()
    await say('/headlines')
    await page.waitForSelector('.keyboard')
    const id = await lastBubble().getAttribute('data-id')
    await page.getByRole('button', { name: '下一页' }).focus()
    await page.keyboard.press('Enter')
    await inChat(page).getByText('今日要目 2/3').waitFor()
    expect(await lastBubble().getAttribute('data-id')).toBe(id)
    expect(await lastBubble().textContent()).toContain('已编辑')
    expect(await page.evaluate('document.activeElement.closest(".keyboard") !== null')).toBe(true)
  })

  test('answers to buttons are shown: a notice that goes by itself, and one that must be closed', async () => {
    await start()
    await say('长江')
    await page.getByRole('button', { name: '提示' }).click()
    await page.locator('#toast', { hasText: '已收藏' }).waitFor()
    await page.getByRole('button', { name: '说明' }).click()
    await page.getByRole('dialog').getByText('这是一条要看完的说明。').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.locator('.keyboard .waiting').count()).toBe(0)
  })

  test('a link of a button is opened only when the reader says so, and code is copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await start()
    await inChat(page).getByRole('button', { name: '长江 水位' }).press('Enter')
    await page.locator('#toast', { hasText: '已复制' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('长江 水位')
    await say('长江')
    await page.getByRole('button', { name: '来源' }).click()
    await page.getByRole('dialog').getByText('https://example.com/source').waitFor()
    await page.getByRole('button', { name: '取消' }).click()
    expect(page.context().pages()).toHaveLength(1)
  })

  test('while the bot writes, the head of the chat says so', async () => {
    await start()
    await page.waitForSelector('.message.other')
    await callApi(playground, 'sendChatAction', { chat_id: 10_001, action: 'typing' })
    await page.locator('#chat-status', { hasText: '正在输入…' }).waitFor()
    await callApi(playground, 'sendMessage', { chat_id: 10_001, text: '写好了' })
    await inChat(page).getByText('写好了').waitFor()
    expect(await page.locator('#chat-status').textContent()).toBe('机器人')
  })

  test('an expandable quote opens and closes', async () => {
    await start()
    await say('长江')
    const quote = page.locator('.expandable .quote-text')
    const height = async () => (await quote.boundingBox())?.height ?? 0
    await quote.waitFor()
    const closed = await height()
    await page.getByRole('button', { name: '展开' }).click()
    expect(await height()).toBeGreaterThan(closed * 1.5)
    await page.getByRole('button', { name: '收起', expanded: true }).click()
    expect(await height()).toBe(closed)
  })

  test('the command menu is worked with the keyboard, in the language of the reader', async () => {
    await start()
    await page.fill('#text', '/h')
    await page.getByRole('option', { name: '/headlines 今日要目' }).waitFor()
    expect(await page.locator('#suggestions [role=option]').count()).toBe(2)
    await page.keyboard.press('Escape')
    await page.locator('#suggestions').waitFor({ state: 'hidden' })
    await page.selectOption('#language', 'en')
    await page.fill('#text', '/')
    await page.getByRole('option', { name: 'The headlines command' }).waitFor()
    await page.press('#text', 'ArrowDown')
    await page.press('#text', 'Enter')
    await inChat(page).getByText('今日要目 1/3').waitFor()
  })

  test('a menu that comes when its command is sent already does not cover what the bot says', async () => {
    await start()
    let release = () => {}
    const isSent = new Promise<void>((resolve) => {
      release = resolve
    })
    const arrived = page.waitForResponse('**/control/menu')
    await page.route('**/control/menu', async (route) => {
      await isSent
      await route.continue()
    })
    await say('/headlines')
    await inChat(page).getByText('今日要目 1/3').waitFor()
    release()
    await (await arrived).finished()
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))')
    expect(await page.locator('#suggestions').isHidden()).toBe(true)
  })

  test('inline mode shows cards, more of them at the end, and posts the one chosen', async () => {
    await page.getByRole('button', { name: '读报小组' }).click()
    await page.getByRole('button', { name: /内联模式/ }).click()
    await page.keyboard.type('大桥')
    await page.getByRole('option', { name: /大桥 之 1/ }).waitFor()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: /大桥 之 6/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: /大桥 之 6/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.message.own', { hasText: '经由 @paperboy_bot' }).waitFor()
    expect(await lastBubble().textContent()).toContain('大桥 之 6')
    await page.getByRole('button', { name: '全文' }).click()
    await inChat(page).getByText('全文：水位四米二。').waitFor()
    expect(await page.inputValue('#text')).toBe('')
  })

  test('a share button asks where to, and begins the inline query there', async () => {
    await start()
    await say('长江')
    await page.getByRole('button', { name: '分享到群' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '读报小组' }).click()
    await page.getByRole('heading', { name: '读报小组' }).waitFor()
    await page.getByRole('option', { name: /长江 之 1/ }).click()
    await page.locator('.message.own', { hasText: '长江 之 1' }).waitFor()
    expect(await page.locator('.message').count()).toBe(1)
  })

  test('links to the bot are followed from a message and from the box; bad ones are told', async () => {
    await start()
    await page.getByRole('link', { name: '打开一篇文章' }).click()
    await page.locator('.code', { hasText: 'a_riverriver' }).waitFor()
    await page.fill('#start-link', '?start=q_7')
    await page.press('#start-link', 'Enter')
    await page.locator('.code', { hasText: 'q_7' }).waitFor()
    await page.fill('#start-link', '?start=中文')
    await page.press('#start-link', 'Enter')
    await page.locator('#toast', { hasText: 'start 参数' }).waitFor()
    expect(await page.locator('.message.own').count()).toBe(3)
  })

  test('the log shows every call, refusals in red with the reason and what was sent', async () => {
    await start()
    await say('/broken')
    await page.locator('#refusals', { hasText: '1' }).waitFor()
    await page
      .getByRole('button', { name: /调用记录/ })
      .first()
      .click()
    const refused = page.locator('.call.refused')
    await refused.locator('summary').click()
    expect(await refused.textContent()).toContain('Can\'t find end tag corresponding to start tag "b"')
    expect(await refused.textContent()).toContain('<b>没有收尾')
    expect(await page.evaluate(style('.refused .reason', 'color'))).toBe('rgb(204, 41, 41)')
    await page.getByLabel('只看被拒绝的').check()
    expect(await page.locator('.call').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /调用记录/, expanded: false }).waitFor()
  })

  test('two people speak in the group; each sees the other on the other side', async () => {
    await page.getByRole('button', { name: '读报小组' }).click()
    await say('早')
    await page.locator('.message.own', { hasText: '早' }).waitFor()
    await page.getByRole('button', { name: '林小满在说话，换一个人' }).click()
    await page.locator('.message.other', { hasText: '林小满' }).waitFor()
    await say('早啊')
    await page.locator('.message.own', { hasText: '早啊' }).waitFor()
    expect(await page.locator('#speaker').inputValue()).toBe('10002')
  })

  test('a forum shows its topics, each with its own messages', async () => {
    await page.getByRole('button', { name: '成都读书会' }).click()
    await page.getByRole('tab', { name: '闲聊' }).click()
    await say('只在闲聊里')
    await page.locator('.message', { hasText: '只在闲聊里' }).waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.getByRole('tab', { name: '闲聊' }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('tab', { name: '每日新闻', selected: true }).waitFor()
    expect(await page.locator('.message').count()).toBe(0)
  })

  test('at 375 pixels list and chat take turns, and nothing is wider than the screen', async () => {
    await start()
    await say('长江')
    await page.waitForSelector('.expandable')
    const narrow = await openPage(NARROW)
    const overflow = () => narrow.evaluate('document.documentElement.scrollWidth - innerWidth')
    await narrow.waitForSelector('.expandable')
    expect(await overflow()).toBe(0)
    expect(await narrow.locator('.sidebar').isVisible()).toBe(false)
    await narrow.getByRole('button', { name: '返回聊天列表' }).click()
    expect(await narrow.locator('.chat').isVisible()).toBe(false)
    expect(await overflow()).toBe(0)
    await narrow.getByRole('button', { name: '读报小组' }).click()
    expect(await narrow.locator('#text').isVisible()).toBe(true)
    await narrow.context().close()
  })

  test('light and dark follow the system, with text that stands out from its ground', async () => {
    await start()
    await page.waitForSelector('.message.other')
    const dark = await openPage(WIDE, 'dark')
    await dark.waitForSelector('.message.other')
    const read = async (from: Page) => [
      await from.evaluate(style('.message.other .bubble', 'backgroundColor')),
      await from.evaluate(style('.message.other .bubble', 'color')),
    ]
    expect(await read(page)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    expect(await read(dark)).toEqual(['rgb(24, 37, 51)', 'rgb(245, 245, 245)'])
    await dark.context().close()
  })

  test('every control has a name, and shows when it has the focus', async () => {
    await start()
    await say('长江')
    await page.waitForSelector('.expandable')
    const seen: string[] = []
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Shift+Tab')
      const [name, outline] = await page.evaluate<[string, string]>(`(() => {
        const it = document.activeElement
        const name = it.ariaLabel || it.labels?.[0]?.textContent || it.textContent
        return it === document.body ? ['', ''] : [name.trim(), getComputedStyle(it).outlineStyle]
      })()`)
      if (seen.length > 0 && name === '' && outline === '') break
      seen.push(name)
      // The box for messages shows its focus on the frame around it.
      if (name !== '消息')
        expect([name, outline]).toEqual([expect.stringMatching(/./), expect.not.stringMatching('none')])
    }
    expect(seen).toEqual(expect.arrayContaining(['消息', '更多', '打开', '来源', '展开']))
  })

  test('the page comes back by itself when the server is started anew', async () => {
    await start()
    await page.waitForSelector('.message.other')
    const port = Number(new URL(playground.url).port)
    await stop()
    await playground.close()
    await page.locator('#connection', { hasText: '重新连接' }).waitFor()
    complaints = []
    playground = await openPlayground({ log, port })
    stop = await startPolling(createNewspaperBot(playground))
    await page.waitForSelector('.welcome')
    await start()
    await page.waitForSelector('.message.other')
    expect(await page.locator('#connection').textContent()).toBe('')
    complaints = complaints.filter((it) => !it.includes('ERR_CONNECTION_REFUSED'))
  })
})
