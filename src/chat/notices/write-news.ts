import { asPost } from '../channels/link-buttons.ts'
import { makeAlertNewsPage } from '../lists/alert-news-page.ts'
import { html, joinHtml } from '../markup/html.ts'
import { type Texts, textsFor } from '../texts/index.ts'
import { inCharactersOf } from '../turn/message-in-traditional.ts'
import type { Parts } from '../turn/parts.ts'
import type { Message } from '../turn/reply.ts'
import { shorten } from '../views/shorten.ts'
import type { News } from './news.ts'

/** For whom news is put into words. */
export interface Addressee {
  readonly chatId: number
  /** The same may have come before, and the message says so. */
  readonly maybeTwice: boolean
}

/** Puts news into words; `undefined` where by now there is nothing to tell. Rejects when the archive is out of reach. */
export type WriteNews = (news: News, to: Addressee) => Promise<Message | undefined>

/** Makes the writer of what chats are told unasked; it saves the lists that the buttons turn. */
export const createNewsWriter =
  (parts: Parts): WriteNews =>
  async (news, { chatId, maybeTwice }) => {
    const { language } = (await parts.chats.get(chatId)) ?? {}
    const texts = textsFor(language)
    const message = await write(parts, news, chatId, texts)
    return (
      message &&
      inCharactersOf(
        texts.language,
        maybeTwice ? { ...message, html: joinHtml([html`${texts.perhapsAgain}`, message.html]) } : message,
      )
    )
  }

async function write(parts: Parts, news: News, chatId: number, texts: Texts): Promise<Message | undefined> {
  switch (news.kind) {
    case 'alerts': {
      const alerts = new Map((await parts.alerts.ofChat(chatId)).map((it) => [it.id, it]))
      // Whoever mutes or deletes an alert while its news waits wants none of it.
      const matches = news.matches.filter(({ alertId }) => alerts.get(alertId)?.muted === false)
      if (matches.length === 0) return undefined
      const spec = { kind: 'alerts', matches, unlisted: news.unlisted } as const
      const list = await parts.lists.save({ spec, chatId })
      const { total, message } = await makeAlertNewsPage(parts, spec, { list, page: 0 }, texts)
      if (total === 0) return undefined
      const isChannel = (await parts.chats.get(chatId))?.kind === 'channel'
      return isChannel && parts.channels
        ? asPost(message, await parts.channels.gate.botName(), undefined, texts)
        : message
    }
    case 'channelNews':
      return { html: html`${texts.channels.news[news.what](shorten(news.title, 80))}`, buttons: [] }
    case 'alarm':
      return { html: html`${texts.operators.alarms[news.alarm](news.since, news.figure)}`, buttons: [] }
    case 'alarmOver':
      return { html: html`${texts.operators.alarmsOver[news.alarm](news.since, news.until)}`, buttons: [] }
    case 'longWait': {
      const { since, until } = news
      const told =
        news.chatId === undefined
          ? texts.operators.longWait(since, until)
          : texts.operators.longChatWait(`${news.chatId}`, until)
      return { html: html`${told}`, buttons: [] }
    }
    case 'missingFiles':
      return { html: html`${texts.operators.missingFiles(news.count, news.known, news.until)}`, buttons: [] }
    case 'noUpdates':
      return { html: html`${texts.operators.noUpdates(news.since, news.reason)}`, buttons: [] }
    case 'updatesAgain':
      return { html: html`${texts.operators.updatesAgain(news.since, news.until)}`, buttons: [] }
    case 'noSearch':
      return { html: html`${texts.operators.noSearch(news.since, news.reason)}`, buttons: [] }
    case 'searchAgain':
      return { html: html`${texts.operators.searchAgain(news.since, news.until)}`, buttons: [] }
  }
}
