import { expect, test } from 'vitest'
import { type MemberOfChannel, obstacleOf } from '../../src/telegram/channel-gate.ts'

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
