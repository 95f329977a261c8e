import { expect, test } from 'vitest'
import { createChannelGate, type MemberOfChannel, obstacleOf } from '../../src/telegram/channel-gate.ts'
import { aDelivery, aMessage } from '../support/delivery.ts'
import { type MadeCall, refusal, type Scripted } from '../support/scripted-api.ts'

const poster: MemberOfChannel = { status: 'administrator', canPost: true }
const silent: MemberOfChannel = { status: 'administrator', canPost: false }
const creator: MemberOfChannel = { status: 'creator', canPost: false }
const member: MemberOfChannel = { status: 'member', canPost: false }
const left: MemberOfChannel = { status: 'left', canPost: false }
const kicked: MemberOfChannel = { status: 'kicked', canPost: false }

test.each([
  ['both may post', 'channel', poster, poster, undefined],
  ['the founder’s own channel', 'channel', poster, creator, undefined],
  ['a group', 'supergroup', poster, creator, 'notAChannel'],
  ['the bot was never in', 'channel', undefined, creator, 'botMissing'],
  ['the bot has left', 'channel', left, creator, 'botMissing'],
  ['the bot was removed', 'channel', kicked, creator, 'botMissing'],
  ['the bot reads only', 'channel', member, creator, 'botMayNotPost'],
  ['the bot lost its right', 'channel', silent, creator, 'botMayNotPost'],
  ['a reader of the channel', 'channel', poster, member, 'notAdministrator'],
  ['somebody from outside', 'channel', poster, undefined, 'notAdministrator'],
  ['somebody who was banned', 'channel', poster, kicked, 'notAdministrator'],
  ['an administrator who may not post', 'channel', poster, silent, 'mayNotPost'],
  ['a reader is not told what the bot lacks', 'channel', silent, member, 'notAdministrator'],
] as const)('%s', (_case, type, bot, person, obstacle) => {
  expect(obstacleOf(type, bot, person)).toBe(obstacle)
})

const CHANNEL = { id: -1005, type: 'channel', title: '报童频道', username: 'baotong' }
const answer = (result: unknown): Scripted => ({ answer: { kind: 'ok', result } })

/** A gate before a Telegram that knows one channel and who may post in it; the bot is 42, the person 7. */
async function aGate(
  { chat = answer(CHANNEL), bot = 'administrator', person = 'administrator' } = {},
  script: (call: MadeCall) => Scripted | undefined = () => undefined,
) {
  const { delivery, clock, calls } = await aDelivery((call) => {
    const { method, payload } = call
    const status = payload['user_id'] === 42 ? bot : person
    return (
      script(call) ??
      (method === 'getMe'
        ? answer({ id: 42, username: 'paperboy_bot' })
        : method === 'getChat'
          ? chat
          : method === 'getChatMember'
            ? answer({ status, can_post_messages: true })
            : answer({ message_id: 3 }))
    )
  })
  const gate = createChannelGate(delivery)
  return {
    access: (ref: string | number) => clock.run(gate.access(ref, 7)),
    post: () => clock.run(gate.post(-1005, aMessage('试发'))),
    methods: () => calls.map(({ method }) => method),
  }
}

test('a channel is open with its title and name to who may post there, and who the bot is is asked once', async () => {
  const { access, methods } = await aGate()
  const open = { kind: 'open', channel: { chatId: -1005, title: '报童频道', username: 'baotong' } }
  expect(await access('@baotong')).toEqual(open)
  expect(await access(-1005)).toEqual(open)
  const each = ['getChatMember', 'getChatMember']
  expect(methods()).toEqual(['getChat', 'getMe', ...each, 'getChat', ...each])
})

test('a private channel has no name, and one without a title an empty one', async () => {
  const { access } = await aGate({ chat: answer({ id: -1005, type: 'channel' }) })
  expect(await access(-1005)).toEqual({ kind: 'open', channel: { chatId: -1005, title: '' } })
})

test('a closed one tells what stands between, and its title if there is one', async () => {
  expect(await (await aGate({ bot: 'left' })).access(-1005)).toEqual({
    kind: 'closed',
    obstacle: 'botMissing',
    title: '报童频道',
  })
  const group = await aGate({ chat: answer({ id: -5, type: 'supergroup' }) })
  expect(await group.access(-5)).toEqual({ kind: 'closed', obstacle: 'notAChannel' })
  // Of others nothing is asked then.
  expect(group.methods()).toEqual(['getChat'])
})

test('of what Telegram knows nothing the name is wrong, or the bot is missing', async () => {
  const none = { chat: refusal(400, 'Bad Request: chat not found') }
  expect(await (await aGate(none)).access('@nobody')).toEqual({ kind: 'closed', obstacle: 'notFound' })
  expect(await (await aGate(none)).access(-1005)).toEqual({ kind: 'closed', obstacle: 'botMissing' })
})

test('of whom Telegram tells nobody but administrators, the bot is not one', async () => {
  const closed = refusal(400, 'Bad Request: need administrator rights in the channel chat')
  const { access } = await aGate({}, ({ method }) => (method === 'getChatMember' ? closed : undefined))
  expect(await access(-1005)).toEqual({ kind: 'closed', obstacle: 'botMissing', title: '报童频道' })
})

test('who cannot be asked is no obstacle: it is told', async () => {
  const down = { answer: { kind: 'network', written: false, reason: 'down' } } as const
  const { access } = await aGate({}, ({ method }) => (method === 'getMe' ? down : undefined))
  await expect(access(-1005)).rejects.toThrow(/cannot ask about a channel/)
  const odd = await aGate({}, ({ method }) => (method === 'getMe' ? answer({ id: '42' }) : undefined))
  await expect(odd.access(-1005)).rejects.toThrow('getMe tells no bot')
})

test('a test is posted once, and a refusal is told', async () => {
  const posted = await aGate()
  expect([await posted.post(), posted.methods()]).toEqual([true, ['sendMessage']])
  const refused = await aGate({}, () => refusal(403, 'Forbidden: bot is not a member of the channel chat'))
  expect([await refused.post(), refused.methods()]).toEqual([false, ['sendMessage']])
})
