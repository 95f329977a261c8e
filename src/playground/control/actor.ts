import { type Params, readInteger } from '../rules/fields.ts'
import type { ApiUser } from '../world/message.ts'
import { isPresent, type Room } from '../world/room.ts'
import type { Scene } from '../world/scene.ts'
import { MisuseError } from './misuse-error.ts'

/** The person that `user` names. @throws {MisuseError} */
export function findActor(scene: Scene, params: Params): ApiUser {
  const user = scene.users.get(readInteger(params, 'user') ?? 0)
  if (user === undefined || user.is_bot) throw new MisuseError('no-user')
  return user
}

/** The chat that `chat` names, else the person's private chat. @throws {MisuseError} when the person is not in it. */
export function findActorRoom(scene: Scene, params: Params, actor: ApiUser): Room {
  const room = scene.rooms.get(readInteger(params, 'chat') ?? actor.id)
  if (room === undefined) throw new MisuseError('no-chat')
  if (!isPresent(room.members.get(actor.id))) throw new MisuseError('not-in-chat')
  if (room.movedTo !== undefined) throw new MisuseError('moved')
  return room
}

/** The chat that `chat` names, whoever is in it. @throws {MisuseError} */
export function findNamedRoom(scene: Scene, params: Params): Room {
  const room = scene.rooms.get(readInteger(params, 'chat') ?? 0)
  if (room === undefined) throw new MisuseError('no-chat')
  return room
}
