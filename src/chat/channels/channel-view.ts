import type { Channel } from '../../store/index.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'
import type { ChannelObstacle, Texts } from '../texts/index.ts'
import { button } from '../turn/keyboard.ts'
import type { Keyboard, Message } from '../turn/reply.ts'
import { shorten } from '../views/shorten.ts'
import { renderCount } from '../views/source-line.ts'
import { renderPanel, type Settings } from '../views/subscription/panel-view.ts'
import { remoteKeyboard } from './remote.ts'

/** What is typed to name a channel: `@name`, or its title if it has none. */
const channelRef = ({ username, title }: Pick<Channel, 'username' | 'title'>): string =>
  username === undefined ? title : `@${username}`

/** What the bot posts into a channel, with the buttons that change it. */
export function renderChannel(
  channel: Omit<Channel, 'ownerId'>,
  { settings, alerts }: { readonly settings: Settings; readonly alerts: number },
  note: SafeHtml | string | undefined,
  texts: Texts,
): Message {
  const { channels: words } = texts
  const { chatId: chat } = channel
  const panel = renderPanel(settings, undefined, texts)
  const ref = channelRef(channel)
  return {
    html: joinHtml([
      ...(note === undefined ? [] : [html`${note}`, '']),
      html`📢 <b>${shorten(channel.title, 80)}</b>${channel.username === undefined ? '' : ` @${channel.username}`}`,
      '',
      panel.html,
      '',
      html`${words.alerts(renderCount(alerts, texts))}`,
      words.typeHint(ref),
    ]),
    buttons: [
      ...remoteKeyboard(panel.buttons, chat),
      [
        button(words.buttons.test, { kind: 'channel', act: 'test', chat }),
        ...(alerts === 0
          ? []
          : remoteKeyboard([[button(words.buttons.alerts, { kind: 'alerts', page: 0 })]], chat).flat()),
        button(words.buttons.remove, { kind: 'channel', act: 'askRemove', chat }),
      ],
    ],
  }
}

/** Leads back to what is posted into a channel. */
export const backToChannel = (chat: number, texts: Texts): Keyboard => [
  [button(texts.buttons.back, { kind: 'channel', act: 'show', chat })],
]

/** Why the bot may not post into a channel, and how that is mended in Telegram. */
export function renderObstacle(obstacle: ChannelObstacle, title: string | undefined, texts: Texts): SafeHtml {
  const name = title === undefined ? texts.channels.thisChannel : texts.channels.named(shorten(title, 60))
  return texts.channels.obstacles[obstacle](name)
}

/** The channels of a person, or how to set one up. */
export function renderChannels(channels: readonly Channel[], texts: Texts): Message {
  const { channels: words } = texts
  if (channels.length === 0) return { html: words.howTo, buttons: [] }
  return {
    html: joinHtml([html`<b>${words.yours}</b>`, '', words.another]),
    buttons: channels.map(({ title, chatId }) => [
      button(shorten(title, 40), { kind: 'channel', act: 'show', chat: chatId }),
    ]),
  }
}
