import { join } from 'node:path'
import { ConfigError } from '../../config/index.ts'
import type { Call, CliCommand } from '../command.ts'
import type { Check } from './check.ts'
import { fixDataFolder, fixSettingsFile } from './fix.ts'
import { checkFolders } from './folders.ts'
import { checkMachine } from './machine.ts'
import { checkTelegram } from './telegram.ts'

/** `paperboy doctor`: looks at everything that the bot needs, and says how to mend what is wrong. */
export const doctorCommand: CliCommand = {
  usage: '[--fix] [--json]',
  help: [
    '--fix          mends what is safe first: rights of files, missing folders and .env, an unusable snapshot',
    '--json         print the findings as one JSON array',
  ],
  options: { json: { type: 'boolean' }, fix: { type: 'boolean' } },
  run: async (call) => {
    const isFixing = call.values.fix === true
    const settings = isFixing ? fixSettingsFile(process.cwd(), EXAMPLE) : []
    const checks = [...settings, ...(await checkAll(call, isFixing))]
    call.output.out(
      call.values.json === true ? `${JSON.stringify(checks, undefined, 1)}\n` : checks.map(render).join(''),
    )
    return checks.some(({ state }) => state === 'fail') ? 1 : 0
  },
}

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', '.env.example')

async function checkAll(call: Call, isFixing: boolean): Promise<readonly Check[]> {
  const machine = await checkMachine()
  const check = 'settings'
  try {
    const { config } = call
    const settings = checkSettings(call)
    const done = isFixing ? fixDataFolder(config) : []
    return [
      ...machine,
      settings,
      ...done,
      ...(await checkFolders(config, isFixing)),
      await checkTelegram(config),
    ]
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

/** Lines of what was found that a person is shown. */
const MOST_DETAILS = 20

function render({ check, state, finding, mend, details = [] }: Check): string {
  const rest = details.length - MOST_DETAILS
  return [
    `${state.padEnd(5)} ${check}: ${finding}`,
    ...(mend === undefined ? [] : [`      → ${mend}`]),
    ...details.slice(0, MOST_DETAILS).map((it) => `        ${it}`),
    ...(rest > 0 ? [`        and ${rest} more: paperboy doctor --json names all`] : []),
    '',
  ].join('\n')
}
