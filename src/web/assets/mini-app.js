// The page as a Mini App. It speaks the events that Telegram documents (https://core.telegram.org/api/bots/webapps) by
// itself: telegram-web-app.js comes from telegram.org, which many readers cannot reach, and the page would wait for it.
const launch = new URLSearchParams(location.hash.slice(1))
const root = document.documentElement

/** What Telegram said at the start; pages that are opened from there have no such address. */
const remember = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem('app') ?? 'null')
    if (!launch.has('tgWebAppPlatform')) return kept
    const app = {
      theme: launch.get('tgWebAppThemeParams') ?? '{}',
      initData: launch.get('tgWebAppData') ?? '',
      first: location.pathname,
    }
    sessionStorage.setItem('app', JSON.stringify(app))
    return app
  } catch {
    return null // storage is closed to frames in some browsers
  }
}

const post = (eventType, eventData = {}) => {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData))
  else if (window.parent !== window) window.parent.postMessage(JSON.stringify({ eventType, eventData }), '*')
}

/** Telegram's colours, unless the reader has chosen others. */
const paint = (theme) => {
  if (root.dataset.theme !== 'auto') return
  const { bg_color: paper, text_color: ink, secondary_bg_color: raised, link_color: accent } = theme
  if (!isColour(paper) || !isColour(ink)) return
  const colours = {
    '--paper': paper,
    '--ink': ink,
    '--raised': isColour(raised) ? raised : paper,
    '--faint': `color-mix(in srgb, ${ink} 72%, ${paper})`,
    '--rule': `color-mix(in srgb, ${ink} 16%, ${paper})`,
    '--mark': `color-mix(in srgb, #f2b90f 38%, ${paper})`,
    ...(isColour(accent) && { '--accent': `color-mix(in srgb, ${accent} 75%, ${ink})` }),
  }
  for (const [name, colour] of Object.entries(colours)) root.style.setProperty(name, colour)
  post('web_app_set_header_color', { color: paper })
  post('web_app_set_background_color', { color: paper })
}
const isColour = (text) => /^#[\da-f]{6}$/i.test(text ?? '')

const parse = (json) => {
  try {
    return JSON.parse(json) ?? {}
  } catch {
    return {}
  }
}

/** Shows Telegram's word to the server, once; then the page comes anew, for a reader who is known. */
const enter = async ({ initData }) => {
  if ('verified' in root.dataset || initData === '' || sessionStorage.getItem('entered') === initData) return
  sessionStorage.setItem('entered', initData)
  const { ok } = await fetch('/session', { method: 'POST', body: initData })
  if (ok) location.replace(location.pathname + location.search)
}

const app = remember()
if (app) {
  const events = {
    back_button_pressed: () => history.back(),
    theme_changed: ({ theme_params: theme }) => paint(theme ?? {}),
  }
  const hear = (eventType, eventData) => events[eventType]?.(eventData ?? {})
  window.Telegram = { WebView: { receiveEvent: hear } }
  window.TelegramGameProxy_receiveEvent = hear
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || typeof data !== 'string') return
    const { eventType, eventData } = parse(data)
    hear(eventType, eventData)
  })
  paint(parse(app.theme))
  post('web_app_ready')
  post('web_app_expand')
  post('web_app_setup_back_button', { is_visible: location.pathname !== app.first })
  // Telegram's own links open in its app, and not in this frame.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="https://t.me/"]')
    if (!link || event.defaultPrevented) return
    event.preventDefault()
    const { pathname, search } = new URL(link.href)
    post('web_app_open_tg_link', { path_full: pathname + search })
  })
  enter(app).catch(() => {})
}
