import { ConfigError } from '../../config/index.ts'
import type { Call, CliCommand } from '../command.ts'
import type { Check } from './check.ts'
import { checkFolders } from './folders.ts'
import { checkMachine } from './machine.ts'
import { checkTelegram } from './telegram.ts'

/** `paperboy doctor`: looks at everything that the bot needs, and says how to mend what is wrong. */
export const doctorCommand: CliCommand = {
  usage: '[--json]',
  help: ['--json         print the findings as one JSON array'],
  options: { json: { type: 'boolean' } },
  run: async (call) => {
    const checks = await checkAll(call)
    call.output.out(
      call.values.json === true ? `${JSON.stringify(checks, undefined, 1)}\n` : checks.map(render).join(''),
    )
    return checks.some(({ state }) => state === 'fail') ? 1 : 0
  },
}

async function checkAll(call: Call): Promise<readonly Check[]> {
  const machine = await checkMachine()
  const check = 'settings'
  try {
    const { config } = call
    const settings = checkSettings(call)
    return [...machine, settings, ...(await checkFolders(config)), await checkTelegram(config)]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const finding = error.message.replaceAll('\n', '; ')
    return [...machine, { check, state: 'fail', finding, mend: '.env.example describes each setting' }]
  }
}

function checkSettings({ misspelled }: Call): Check {
  const check = 'settings'
  if (misspelled.length === 0) return { check, state: 'ok', finding: 'valid' }
  return {
    check,
    state: 'warn',
    finding: `unknown settings: ${misspelled.map(({ found }) => found).join(', ')}`,
    mend: `did you mean ${misspelled.map(({ meant }) => meant).join(', ')}?`,
  }
}

const render = ({ check, state, finding, mend }: Check): string =>
  `${state.padEnd(5)} ${check}: ${finding}\n${mend === undefined ? '' : `      → ${mend}\n`}`
