import type { ApiChat, ApiMessage, ApiUser } from './message.ts'

/** What somebody is in a chat (`ChatMember.status` of the Bot API). */
export type Membership = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

/** A chat and what has happened in it. */
export interface Room {
  readonly chat: ApiChat
  /** By user id; the bot is one of them. In a private chat `kicked` means blocked. */
  readonly members: Map<number, Membership>
  /** Administrators of a channel without the right to post; the creator has it always. */
  readonly silent: Set<number>
  /** By message id, oldest first. */
  readonly messages: Map<number, ApiMessage>
  /** Names of the topics of a forum, by thread id. */
  readonly topics: Map<number, string>
  /** The supergroup that this group became. */
  movedTo?: number
}

/** A group, with those who are in it. */
export const createRoom = (chat: ApiChat, members: Iterable<readonly [number, Membership]>): Room => ({
  chat,
  members: new Map(members),
  silent: new Set(),
  messages: new Map(),
  topics: new Map(),
})

/** The private chat of a person, whose id is the person's. The bot may write only after the person has. */
export const createPrivateRoom = (user: ApiUser): Room =>
  createRoom(
    {
      id: user.id,
      type: 'private',
      first_name: user.first_name,
      ...(user.username !== undefined && { username: user.username }),
    },
    [[user.id, 'member']],
  )

/** True of the creator too. */
export const isAdministrator = (membership: Membership | undefined): boolean =>
  membership === 'creator' || membership === 'administrator'

/** True of everybody who can read the chat. */
export const isPresent = (membership: Membership | undefined): boolean =>
  membership !== undefined && membership !== 'left' && membership !== 'kicked'

/** True of those who may post into a channel. */
export const mayPost = ({ members, silent }: Room, userId: number): boolean =>
  isAdministrator(members.get(userId)) && (members.get(userId) === 'creator' || !silent.has(userId))
