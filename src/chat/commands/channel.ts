import type { CallbackActions } from '../callback/actions.ts'
import { decodeCallback } from '../callback/callback-data.ts'
import { backToChannel, renderChannel, renderChannels, renderObstacle } from '../channels/channel-view.ts'
import { readNamedChannel } from '../channels/named-channel.ts'
import { actInChannel, asInChannel, remoteKeyboard } from '../channels/remote.ts'
import { html } from '../markup/html.ts'
import { writeDigestNotice } from '../notices/digest-notice.ts'
import { readSettings } from '../subscription/settings.ts'
import type { ChannelAccess, Channels } from '../turn/channels.ts'
import type { Command } from '../turn/command.ts'
import { keepLanguage } from '../turn/keep-language.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { edit, type Message, type Reply, say, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'
import { createAlertCommand } from './alert.ts'
import { nextEdition } from './digest.ts'
import { createSubscribeCommand } from './subscribe.ts'

/**
 * `/channel`: the channels that the bot posts into for whoever asks. `/channel @name` sets one up, or shows it; with
 * settings as behind `/subscribe`, or 提醒 and a query, these are made so at once. One that is set up is known by its title, too.
 */
export const createChannelCommand =
  (parts: Parts): Command =>
  async (text, turn) => {
    const { texts, request } = turn
    const { channels } = parts
    if (!channels || request.chat.kind !== 'private') return say(texts.channels.privateOnly)
    const own = await channels.store.ofOwner(request.user.id)
    if (text === '') return send(renderChannels(own, texts))
    const named = readNamedChannel(text, own, parts.now())
    if (!named) return say(texts.channels.badName)
    const access = await channels.gate.access(named.ref, request.user.id)
    if (access.kind === 'closed') return say(renderObstacle(access.obstacle, access.title, texts))
    const isNew = await take(parts, channels, access.channel, turn)
    const { order } = named
    if (order.kind === 'show')
      return send(await panelOf(parts, access, turn, isNew ? texts.channels.ready : undefined))
    const { chatId } = access.channel
    const command = order.kind === 'alert' ? createAlertCommand(parts) : createSubscribeCommand(parts)
    const done = await command(order.text, asInChannel(turn, chatId))
    if (done.kind !== 'send') return done
    const { html: told, buttons } = done.message
    return send({
      html: told,
      buttons: [...remoteKeyboard(buttons, chatId), ...backToChannel(chatId, texts)],
    })
  }

/** A post of a channel was forwarded to the bot, or the bot was let into one: sets it up. */
export async function meetChannel(parts: Parts, chatId: number, turn: Turn): Promise<Reply | undefined> {
  const { channels } = parts
  if (!channels) return undefined
  const access = await channels.gate.access(chatId, turn.request.user.id)
  if (access.kind === 'closed') return say(renderObstacle(access.obstacle, access.title, turn.texts))
  const isNew = await take(parts, channels, access.channel, turn)
  return send(await panelOf(parts, access, turn, isNew ? turn.texts.channels.ready : undefined))
}

/** Shows a channel, posts a test or takes the channel away. */
export async function handleChannelAction(
  parts: Parts,
  { act, chat }: CallbackActions['channel'],
  turn: Turn,
): Promise<Reply> {
  const { texts, request } = turn
  const { channels } = parts
  if (!channels) return toast(texts.staleButton)
  const isOwn = (await channels.store.get(chat))?.ownerId === request.user.id
  if (act === 'askRemove' || act === 'remove') {
    // Whoever set it up may end it, whatever rights are left.
    if (!isOwn) return toast(texts.channels.notSetUp)
    if (act === 'askRemove') return edit(askRemoval(chat, turn))
    await parts.personalData.forget(chat)
    return edit({ html: texts.channels.removed, buttons: [] })
  }
  const access = await channels.gate.access(chat, request.user.id)
  if (access.kind === 'closed') return edit(closedPanel(access, chat, turn))
  if (!(await channels.store.get(chat))) return toast(texts.channels.notSetUp)
  if (act === 'show') return edit(await panelOf(parts, access, turn))
  return test(parts, channels, chat, turn)
}

/** Does in a channel what a button below its settings asks for. */
export async function handleInChannel(
  parts: Parts,
  { chat, inner }: CallbackActions['inChannel'],
  turn: Turn,
): Promise<Reply> {
  const { texts, request } = turn
  const { channels } = parts
  const action = decodeCallback(inner)
  if (!channels || !action || !(await channels.store.get(chat))) return toast(texts.staleButton)
  const access = await channels.gate.access(chat, request.user.id)
  if (access.kind === 'closed') return edit(closedPanel(access, chat, turn))
  const done = await actInChannel(parts, action, asInChannel(turn, chat))
  if (!done) return toast(texts.staleButton)
  if (done.kind !== 'edit') return done
  const isAboutAlerts = ['alert', 'alerts', 'alertPace'].includes(action.kind)
  const isOverview = !isAboutAlerts && !leadsBack(done.message)
  if (isOverview) return edit(await panelOf(parts, access, turn), done.toast)
  const { html: told, buttons } = done.message
  const back = isAboutAlerts ? backToChannel(chat, texts) : []
  return edit({ html: told, buttons: [...remoteKeyboard(buttons, chat), ...back] }, done.toast)
}

/** Below the choices for one setting stands the way back to all of them. */
const leadsBack = ({ buttons }: Message): boolean =>
  buttons.flat().some((it) => {
    const action = 'callbackData' in it ? decodeCallback(it.callbackData) : undefined
    return action?.kind === 'settings' && action.screen === 'panel'
  })

/** @returns whether it was not known before */
async function take(
  { chats }: Parts,
  { store }: Channels,
  channel: Extract<ChannelAccess, { kind: 'open' }>['channel'],
  { request, texts }: Turn,
): Promise<boolean> {
  const { chatId, title } = channel
  const known = await store.get(chatId)
  await chats.heard({ chatId, kind: 'channel', title })
  await keepLanguage({ chats }, chatId, texts)
  // Another administrator who looks does not become the one who is told.
  await store.save({ ...channel, ownerId: known?.ownerId ?? request.user.id })
  return known === undefined
}

async function panelOf(
  parts: Parts,
  { channel }: Extract<ChannelAccess, { kind: 'open' }>,
  turn: Turn,
  note?: string,
): Promise<Message> {
  const settings = await readSettings(parts, asInChannel(turn, channel.chatId).request)
  const alerts = (await parts.alerts.ofChat(channel.chatId)).length
  return renderChannel(channel, { settings, alerts }, note, turn.texts)
}

const askRemoval = (chat: number, { texts }: Turn): Message => ({
  html: texts.channels.askRemove,
  buttons: [
    [button(texts.channels.buttons.removeNow, { kind: 'channel', act: 'remove', chat })],
    ...backToChannel(chat, texts),
  ],
})

function closedPanel(
  { obstacle, title }: Extract<ChannelAccess, { kind: 'closed' }>,
  chat: number,
  { texts }: Turn,
): Message {
  return {
    html: html`${renderObstacle(obstacle, title, texts)}`,
    buttons: [
      [
        button(texts.channels.buttons.checkAgain, { kind: 'channel', act: 'show', chat }),
        button(texts.channels.buttons.remove, { kind: 'channel', act: 'askRemove', chat }),
      ],
    ],
  }
}

/** Posts what the next digest would be, as things are now; it does not count as shown. */
async function test(parts: Parts, { gate }: Channels, chat: number, turn: Turn): Promise<Reply> {
  const { channels: words, noDigest } = turn.texts
  const edition = await nextEdition(parts, { chatId: chat })
  if (!edition) return say(noDigest)
  const { language } = (await parts.chats.get(chat)) ?? {}
  const to = { chatId: chat, kind: 'channel', ...(language !== undefined && { language }) } as const
  const done = await gate.post(chat, await writeDigestNotice(parts, to, edition, {}))
  return toast(done ? words.tested : words.testFailed)
}
