import { html } from '../../markup/html.ts'
import type { AlertTexts } from './texts.ts'

/** Texts about alerts in English. */
export const enAlerts: AlertTexts = {
  usage: html`What should I watch for? Add it after /alert, for example <code>/alert 中欧班列 -货运</code>. It works like a search, see /help.`,
  promise: 'You will be notified here about new articles.',
  isMuted: 'Muted: you will not be notified.',
  known: 'This chat already has this alert.',
  changed: 'Changed.',
  gone: 'This alert no longer exists',
  full: (most) => `This chat already has ${most} alerts, the maximum. Delete some with /alerts first.`,
  none: html`There are no alerts here yet. Add one with <code>/alert 中欧班列</code>, or press “🔔 Notify me” below a search.`,
  title: (total) => `Alerts (${total})`,
  comeAtOnce: 'New articles are reported at once.',
  comeDaily: (next) => `New articles are reported once a day, next: ${next}`,
  past: (total) => `${total} articles match so far, the latest:`,
  noPast: 'No articles match yet.',
  tooCommon: (percent) =>
    `This is very broad: ${percent}% of all articles match. Add words, or exclude some with -word.`,
  datesLeftOut: 'Alerts only cover new articles, so the dates were ignored.',
  howToChange: 'Copy this line, change it, and send it:',
  howToExclude: 'Or just exclude one more word:',
  anyWord: 'word',
  muted: 'Muted',
  unmuted: 'You will be notified again from now on',
  removed: 'Alert deleted:',
  restored: 'Restored',
  news: (total) => `new articles: ${total}`,
  more: (left) => `and ${left} more`,
  buttons: {
    make: '🔔 Notify me',
    run: '🔍 Search now',
    edit: '✏️ Edit',
    mute: '🔕 Mute',
    unmute: '🔔 Unmute',
    remove: '🗑 Delete',
    undo: 'Undo',
    all: 'All alerts',
    atOnce: 'At once',
    daily: 'Once a day',
  },
}
