import { isJsonObject } from '../../domain/index.ts'
import { type Params, readInteger, readJson, readText } from '../rules/fields.ts'
import type { Fault, FaultRule } from '../world/fault-plan.ts'
import type { Scene } from '../world/scene.ts'
import { MisuseError } from './misuse-error.ts'

/**
 * Plans what will go wrong: `fault` (`{kind: 'error', errorCode, description, parameters}` or
 * `{kind: 'reset-before' | 'reset-after' | 'hang'}`), `method`, `chatId`, `after`, `times`.
 */
export function addFault(scene: Scene, params: Params): { left: number } {
  const method = readText(params, 'method')
  const numbers = Object.fromEntries(
    (['chatId', 'after', 'times'] as const).flatMap((name) => {
      const value = readInteger(params, name)
      return value === undefined ? [] : [[name, value]]
    }),
  ) as Pick<FaultRule, 'chatId' | 'after' | 'times'>
  scene.faults.add({ fault: readFault(params), ...(method && { method }), ...numbers })
  return { left: scene.faults.left() }
}

function readFault(params: Params): Fault {
  const fault = readJson(params, 'fault')
  if (!isJsonObject(fault)) throw new MisuseError('fault')
  const { kind, errorCode, description, parameters } = fault
  if (kind === 'reset-before' || kind === 'reset-after' || kind === 'hang') return { kind }
  if (kind !== 'error' || typeof errorCode !== 'number' || typeof description !== 'string')
    throw new MisuseError('fault-error')
  return { kind, errorCode, description, ...(isJsonObject(parameters) && { parameters }) }
}

/** Nothing goes wrong any more. */
export function clearFaults(scene: Scene): void {
  scene.faults.clear()
}

/** Gives the bot an update of any form, as no person could cause it: `update`. */
export function giveUpdate(scene: Scene, params: Params): void {
  const update = readJson(params, 'update')
  if (!isJsonObject(update)) throw new MisuseError('update')
  scene.updates.give(update)
}
