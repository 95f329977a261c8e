import { html } from '../../markup/html.ts'
import type { PrivacyTexts } from './texts.ts'

/** Texts about people's data in English. */
export const enPrivacy: PrivacyTexts = {
  aboutPerson: (goneDays) => html`<b>What Paperboy keeps about you</b>

• Chat id, language, subscription and alerts: until you delete them
• Saved articles: until you remove them
• Channels that you set up: name, settings and alerts, until you remove the channel
• Articles that you reported as wrong: until you delete them with /forget
• Your searches and open lists, so that you can turn pages: a year, the latest 2,000
• Which articles you were sent, so that none comes twice: until you delete it
• A record of the messages sent to you: alerts two days, daily digests until you delete it
• Log files of the server: chat ids, never what you said; the operator keeps and clears them

Your name, username, phone number and picture are not kept. The data stays on the operator's server and goes to nobody else.${goneDays === undefined ? '' : ` ${goneDays} days after you block the bot, all of it is deleted.`}

/export a copy for you　/forget delete everything`,
  aboutGroup: (goneDays) => html`<b>What Paperboy keeps about this group</b>

• Group id, language, subscription and alerts: until an administrator deletes them
• Searches and open lists, and who asked for them, so that pages can be turned: a year, the latest 2,000
• Which articles the group was sent, so that none comes twice: until an administrator deletes it
• Log files of the server: group ids; the operator keeps and clears them

What is not said to the bot is not kept.${goneDays === undefined ? '' : ` ${goneDays} days after the bot leaves the group, all of it is deleted.`}

Administrators can take a copy with /export, or delete everything with /forget. For your own data, send me /privacy in a private chat.`,
  exported: 'All that Paperboy keeps about you: settings, subscription, alerts, saved articles, searches.',
  exportedGroup: 'All that Paperboy keeps about this group: settings, subscription, alerts, searches.',
  exportedBookmarks: 'Your saved articles as Markdown; any text editor opens it.',
  part: (which) => `Part ${which}`,
  bookmarksTitle: 'Saved articles',
  bookmarkGone: 'no longer in the archive',
  fileNames: { data: 'paperboy-data', bookmarks: 'paperboy-saved' },
  askPerson: html`<b>Delete everything?</b>\nYour settings, subscription, alerts, saved articles, searches (those in groups too) and message records are deleted, and posting into your channels stops. <b>This cannot be undone.</b> Alerts of groups stay, without your id.\nFor a copy first, use /export.`,
  askGroup: html`<b>Delete all data of this group?</b>\nIts settings, subscription, alerts, searches and message records are deleted. <b>This cannot be undone.</b> What members saved for themselves stays.\nFor a copy first, use /export.`,
  forgotten: html`Everything is deleted. If you come back, we start afresh.`,
  groupForgotten: html`All data of this group is deleted.`,
  kept: 'Nothing was deleted',
  groupAdminsOnly: html`Only administrators can export or delete the data of this group. For your own, send me /export or /forget in a private chat.`,
  buttons: { forget: 'Delete everything', keep: 'Keep it' },
}
