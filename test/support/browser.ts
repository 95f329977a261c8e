import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium of this machine, if it has one. */
export const chromiumPath = PLACES.find((path) => path !== '' && existsSync(path))

/** How long a page may take to show what a test waits for: a busy machine keeps it. */
export const BROWSER_MS = 120_000

/** Says in the name of what is skipped, why it is. */
export const withoutChromium =
  chromiumPath === undefined ? ' (skipped: Chromium is missing; install it or set CHROMIUM_PATH)' : ''

/** A real Chromium without a window that asks nothing of the network. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
