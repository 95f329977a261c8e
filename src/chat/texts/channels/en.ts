import { html } from '../../markup/html.ts'
import type { ChannelTexts } from './texts.ts'

const howToAdd = html`In the channel, open its info → Administrators → Add Administrator, find me, and leave “Post Messages” on`

/** Texts about channels in English. */
export const enChannels: ChannelTexts = {
  howTo: html`<b>Post the daily digest into a channel</b>\n1. ${howToAdd}.\n2. Forward any post of the channel to me. For a public channel you can also send <code>/channel @name</code>.\nThen choose here what is posted, and when.`,
  yours: 'I post into these channels:',
  another: html`To add another one, forward one of its posts to me, or send <code>/channel @name</code>`,
  privateOnly: html`To set up a channel, write to me in our private chat: /channel`,
  badName: html`Enter the channel’s @name, for example <code>/channel @chengdu_daily</code>; one that you have set up is known by its title, too. A private channel has no @name: forward one of its posts to me.`,
  thisChannel: 'this channel',
  named: (title) => `“${title}”`,
  obstacles: {
    notFound: (channel) =>
      html`I cannot find ${channel}. Check the name. For a private channel, make me an administrator first, then forward one of its posts to me.`,
    notAChannel: (channel) => html`${channel} is not a channel. In a group, send /subscribe there.`,
    botMissing: (channel) =>
      html`I am not in ${channel}, so I cannot post there. If it is yours: ${howToAdd}. Then forward the post again.\nIf you only want to search for this text, copy it and send it to me.`,
    botMayNotPost: (channel) =>
      html`I am in ${channel}, but without the right to <b>Post Messages</b>. Open its info → Administrators → me, and turn “Post Messages” on.`,
    notAdministrator: (channel) =>
      html`You are not an administrator of ${channel}, so I do not post there for you. Ask an administrator to set it up, or to make you one.`,
    mayNotPost: (channel) =>
      html`You are an administrator of ${channel}, but may not <b>Post Messages</b> yourself, so I do not post there for you. Ask the owner to turn it on for you under Administrators.`,
  },
  ready: 'The channel is connected. Nothing is posted yet.',
  posting: 'being posted',
  notPosting: 'not posted yet',
  first: (when) => `If you start now, the first one is posted ${when}`,
  alerts: (count) => `Alerts　${count === '0' ? 'none' : count}`,
  typeHint: (ref) =>
    html`Or type it:\n<code>/channel ${ref} 7:30 weekdays</code>\n<code>/channel ${ref} alert 中欧班列</code>`,
  askRemove: html`<b>Remove this channel?</b>\nNothing more is posted, and its settings and alerts are deleted. Posts that are out stay in the channel.`,
  removed: html`Removed. To make me leave, remove me from the channel’s administrators.`,
  notSetUp: 'You did not set up this channel, or it was removed',
  tested: 'Posted; have a look at the channel',
  testFailed: 'It could not be posted; try again later',
  news: {
    gone: (title) =>
      `I was removed from the channel “${title}” and post there no more. If you make me an administrator again, I go on; if not, remove it with /channel.`,
    silenced: (title) =>
      `I have lost the right to post messages in the channel “${title}”, so posting has stopped. Turn it on again in its info → Administrators, and I go on.`,
    back: (title) => `I can post into the channel “${title}” again, and go on.`,
  },
  buttons: {
    start: 'Start posting',
    stop: 'Stop posting',
    test: 'Post a test',
    alerts: 'Alerts',
    remove: 'Remove channel',
    removeNow: 'Remove',
    checkAgain: 'Check again',
  },
}
