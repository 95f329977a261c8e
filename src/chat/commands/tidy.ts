import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say } from '../turn/reply.ts'

/** Telegram deletes nothing that is older than two days: a day is on the safe side. */
const MOST_MINUTES = 24 * 60
const OFF = /^(?:0|off|no|关|關|关闭|關閉|不删|不刪|取消)$/iu
const MINUTES = /^(\d{1,4})\s*(?:分|分钟|分鐘|min|minutes?)?$/iu

/** `/tidy 10`: in a group, the bot deletes its own answers after so many minutes; `/tidy off` ends that. */
export const createTidyCommand =
  ({ chats }: Parts): Command =>
  async (text, { request, texts }) => {
    const { tidy } = texts
    const { chatId, kind } = request.chat
    if (kind === 'private') return say(tidy.groupsOnly)
    const asked = text.normalize('NFKC').trim()
    if (asked === '') {
      const minutes = (await chats.get(chatId))?.tidyMinutes
      return say(minutes === undefined ? tidy.isOff : tidy.isOn(`${minutes}`))
    }
    const minutes = Number(MINUTES.exec(asked)?.[1] ?? Number.NaN)
    const isOff = OFF.test(asked)
    if (!isOff && !(minutes >= 1 && minutes <= MOST_MINUTES)) return say(tidy.badMinutes)
    if (!(await request.isAdministrator())) return say(texts.adminsOnly)
    await chats.setTidyMinutes(chatId, isOff ? undefined : minutes)
    return say(isOff ? tidy.nowOff : tidy.isOn(`${minutes}`))
  }
