import { PaperboyError } from '../../domain/index.ts'

/** What may be wrong with what the page or a test asked for. */
const MISUSES = {
  anonymous: 'only administrators may be anonymous',
  empty: 'an empty text cannot be sent',
  fault: 'a fault is an object with a kind',
  'fault-error': 'an error has an errorCode and a description',
  members: 'a group has members',
  moved: 'this group has become a supergroup',
  'no-bot-link': 'this is no link to the bot',
  'no-button': 'no such button',
  'no-chat': 'no such chat',
  'no-file': 'the file of this result is not known',
  'no-group': 'only a group can become a supergroup',
  'no-message': 'no such message',
  'no-result': 'no such result',
  'no-topic': 'no such topic',
  'no-user': 'no such user',
  'not-in-chat': 'the user is not in this chat',
  payload: 'a start payload has 1 to 64 characters of A-Z a-z 0-9 _ -',
  status: 'status must be creator, administrator, member, restricted, left or kicked',
  'too-long': 'the text is longer than a message',
  'user-id': 'this user id is taken or not above 0',
} as const

/** Names one of them; the page has a sentence for each. */
export type Misuse = keyof typeof MISUSES

/** The page or a test asked for something that a reader could not do either. */
export class MisuseError extends PaperboyError {
  readonly code = 'PLAYGROUND_MISUSE'
  readonly misuse: Misuse
  constructor(misuse: Misuse) {
    super(MISUSES[misuse])
    this.misuse = misuse
  }
}
