import type { CallbackActions } from '../callback/actions.ts'
import { html } from '../markup/html.ts'
import { collectData } from '../privacy/collect-data.ts'
import { packExport } from '../privacy/pack-export.ts'
import type { Command } from '../turn/command.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { type Reply, say, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** `/privacy`: what is kept of whoever asks, or of the group, and for how long. */
export const createPrivacyCommand =
  ({ forgetAfterDays }: Parts): Command =>
  async (_text, { request, texts }) => {
    const { aboutPerson, aboutGroup } = texts.privacy
    const days = forgetAfterDays === 0 ? undefined : `${forgetAfterDays}`
    return say(request.chat.kind === 'private' ? aboutPerson(days) : aboutGroup(days))
  }

/** `/export`: all that is kept, as files; of a group for its administrators. */
export const createExportCommand =
  (parts: Parts): Command =>
  async (_text, { request, texts }) => {
    if (!(await request.isAdministrator())) return say(texts.privacy.groupAdminsOnly)
    const data = await collectData(parts, request.chat)
    const isGroup = request.chat.kind !== 'private'
    const files = packExport(data, { today: parts.today(), nowMs: parts.now(), isGroup, texts })
    return { kind: 'files', files }
  }

/** `/forget`: asks once, with buttons, whether all that is kept is to be deleted. */
export const createForgetCommand =
  (): Command =>
  async (_text, { request, texts }) => {
    const { askPerson, askGroup, groupAdminsOnly, buttons } = texts.privacy
    if (!(await request.isAdministrator())) return say(groupAdminsOnly)
    return send({
      html: request.chat.kind === 'private' ? askPerson : askGroup,
      buttons: [
        [
          button(buttons.forget, { kind: 'forget', step: 'everything' }),
          button(buttons.keep, { kind: 'forget', step: 'nothing' }),
        ],
      ],
    })
  }

/** Deletes everything, or nothing, as the button says. */
export async function forget(
  { personalData }: Parts,
  { step }: CallbackActions['forget'],
  { request, texts }: Turn,
): Promise<Reply> {
  if (!(await request.isAdministrator())) return toast(texts.adminsOnly)
  const { kept, forgotten, groupForgotten } = texts.privacy
  if (step === 'nothing') return { kind: 'edit', message: { html: html`${kept}`, buttons: [] } }
  await personalData.forget(request.chat.chatId)
  const done = request.chat.kind === 'private' ? forgotten : groupForgotten
  return { kind: 'edit', message: { html: done, buttons: [] }, menu: 'default' }
}
