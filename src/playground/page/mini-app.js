// @ts-check
import { el, icon } from './element.js'
import { store } from './store.js'

/*
 * What a Mini App and Telegram's app say to one another: https://core.telegram.org/api/bots/webapps, “Web events”. In a
 * frame it goes by postMessage, as JSON.
 */

/**
 * A colour of the chat as Telegram tells it: `#rrggbb`.
 * @param {string} name
 */
const colour = (name) =>
  getComputedStyle(document.documentElement)
    .getPropertyValue(name)
    .trim()
    .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')

/** The colours of the chat. */
const theme = () => ({
  bg_color: colour('--surface'),
  secondary_bg_color: colour('--surface-2'),
  text_color: colour('--text'),
  hint_color: colour('--text-2'),
  link_color: colour('--accent-text'),
  button_color: colour('--accent'),
})

/**
 * Opens a Mini App over the chat; one of another address opens in a tab, since the page shows nothing from elsewhere.
 * @param {string} url
 * @param {(link: string) => void} follow opens a link of the app in the chat
 */
export function openMiniApp(url, follow) {
  const launch = `${url}&tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(theme()))}`
  if (new URL(url).origin !== location.origin) {
    window.open(launch, '_blank', 'noopener,noreferrer')
    return
  }
  const frame = el('iframe', { src: launch, title: '小程序' })
  const back = el('button', { class: 'icon-button', type: 'button', 'aria-label': '返回' }, icon('back'))
  back.hidden = true
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': '关闭' }, icon('close'))
  const sheet = el(
    'dialog',
    { class: 'mini-app', 'aria-label': '小程序' },
    el('header', {}, back, el('h2', {}, store.bot.first_name), close),
    frame,
  )
  const leave = new AbortController()
  /** @param {string} eventType */
  const tell = (eventType) => frame.contentWindow?.postMessage(JSON.stringify({ eventType }), location.origin)
  back.addEventListener('click', () => tell('back_button_pressed'))
  close.addEventListener('click', () => sheet.close())
  sheet.addEventListener('close', () => {
    leave.abort()
    sheet.remove()
  })
  window.addEventListener(
    'message',
    ({ data, source, origin }) => {
      if (source !== frame.contentWindow || origin !== location.origin) return
      const { eventType, eventData } = JSON.parse(data)
      if (eventType === 'web_app_setup_back_button') back.hidden = !eventData.is_visible
      if (eventType === 'web_app_close') sheet.close()
      if (eventType === 'web_app_open_tg_link') follow(`https://t.me${eventData.path_full}`)
      if (eventType === 'web_app_open_link') follow(eventData.url)
    },
    { signal: leave.signal },
  )
  document.body.append(sheet)
  sheet.showModal()
}
