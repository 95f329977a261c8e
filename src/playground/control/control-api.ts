import type { CallLog } from '../api/call-log.ts'
import type { Params } from '../rules/fields.ts'
import type { Scene } from '../world/scene.ts'
import { addFault, clearFaults, giveUpdate } from './faults.ts'
import { askInline, chooseResult } from './inline.ts'
import { migrateGroup, setBlocked, setBotStatus, setUserStatus } from './membership.ts'
import { openLink } from './open-link.ts'
import { addChannel, addGroup, addUser, readMenu, setLanguage } from './people.ts'
import { press } from './press.ts'
import { takeSnapshot } from './snapshot.ts'
import { forward, speak } from './speak.ts'

/** What the page and the tests may do, by name; the parameters stand at each of these functions. */
const ACTIONS: Readonly<Record<string, (scene: Scene, params: Params) => unknown>> = {
  'add-channel': addChannel,
  'add-fault': addFault,
  'add-group': addGroup,
  'add-user': addUser,
  choose: chooseResult,
  'clear-faults': clearFaults,
  forward,
  'give-update': giveUpdate,
  inline: askInline,
  menu: readMenu,
  migrate: migrateGroup,
  open: openLink,
  press,
  send: speak,
  'set-blocked': setBlocked,
  'set-bot-status': setBotStatus,
  'set-language': setLanguage,
  'set-user-status': setUserStatus,
}

/** Does what a person would do. `undefined` when there is no such action. @throws {MisuseError} */
export async function control(
  scene: Scene,
  calls: CallLog,
  action: string,
  params: Params,
): Promise<{ readonly result: unknown } | undefined> {
  if (action === 'state') return { result: takeSnapshot(scene, calls) }
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  return act && { result: await act(scene, params) }
}
