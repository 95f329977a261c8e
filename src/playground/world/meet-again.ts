import type { ApiUser } from './message.ts'
import { createPrivateRoom } from './room.ts'
import type { Scene } from './scene.ts'

/** Lets the bot write to people who talked to it before; those whom the scene does not know come in by their ids. */
export function meetAgain(scene: Scene, ids: readonly number[]): void {
  for (const id of ids) {
    const user: ApiUser = scene.users.get(id) ?? {
      id,
      is_bot: false,
      first_name: `读者${id}`,
      language_code: 'zh-hans',
    }
    const room = scene.rooms.get(id) ?? createPrivateRoom(user)
    room.members.set(scene.bot.id, 'member')
    scene.users.set(id, user)
    scene.rooms.set(id, room)
  }
}
