import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig, readEnvironment } from '../../config/index.ts'
import { PaperboyError } from '../../domain/index.ts'
import { hideSecret } from '../../ops/index.ts'
import type { BotProfile } from '../../telegram/index.ts'
import type { CliCommand } from '../command.ts'
import { Questions } from './questions.ts'
import { writeSettings } from './settings-file.ts'
import { stepsFor } from './steps.ts'

const FILE = '.env'
const TEMPLATE = join(import.meta.dirname, '..', '..', '..', '.env.example')

/** `paperboy init`: asks for what the bot needs, checks it, and writes `.env`. Nothing is written before all is answered. */
export const initCommand: CliCommand = {
  usage: '',
  help: ['Asks for token, corpus folder and time zone; other lines of .env stay as they are.'],
  run: async ({ input, output }) => {
    const known = readEnvironment({}, FILE)
    const questions = new Questions(input, output)
    let profile: BotProfile | undefined
    try {
      const token = await questions.ask({
        prompt: 'Token from @BotFather; leave it empty to try the bot in the local playground',
        preset: known['BOT_TOKEN'] ?? '',
        shown: known['BOT_TOKEN'] === undefined || known['BOT_TOKEN'] === '' ? '' : 'keep the one in .env',
        objection: async (answer) => {
          if (answer === '') return undefined
          hideSecret(answer)
          const problem = problemOf({ BOT_TOKEN: answer })
          if (problem !== undefined) return problem
          const asked = await lookUp({ ...known, BOT_TOKEN: answer })
          if (asked.kind === 'wrong') return asked.sentence
          if (asked.kind === 'known') profile = asked.profile
          else output.out(`  not checked: ${asked.sentence}; set PROXY_URL in ${FILE} if you need a proxy\n`)
          return undefined
        },
      })
      const folder = await questions.ask({
        prompt: 'Folder with your newspaper pages',
        preset: known['CORPUS_DIR'] || 'seeds',
        objection: async (answer) => (answer === 'seeds' ? undefined : folderProblem(answer)),
      })
      const timeZone = await questions.ask({
        prompt: 'Time zone of your readers',
        preset: known['TIME_ZONE'] || zoneOfReaders(),
        objection: async (answer) => problemOf({ TIME_ZONE: answer }),
      })
      const template = existsSync(TEMPLATE) ? readFileSync(TEMPLATE, 'utf8') : ''
      writeSettings(FILE, { BOT_TOKEN: token, CORPUS_DIR: folder, TIME_ZONE: timeZone }, template)
    } finally {
      questions.close()
    }
    output.out(`\nwrote ${FILE}\n\n${stepsFor(profile).join('\n')}\n`)
    return 0
  },
}

/** That of this machine, unless it is a server's: nobody reads papers by UTC. */
function zoneOfReaders(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return /^(?:Etc\/)?(?:UTC|GMT|UCT|Universal|Zulu)$/.test(timeZone) ? readConfig({}).TIME_ZONE : timeZone
}

type LookUp =
  | { readonly kind: 'known'; readonly profile: BotProfile }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | { readonly kind: 'unknown'; readonly sentence: string }

/** Asks Telegram whose token it is. */
async function lookUp(env: NodeJS.ProcessEnv): Promise<LookUp> {
  const { BOT_TOKEN: token = '', TELEGRAM_API_ROOT: apiRoot, PROXY_URL: proxyUrl } = readConfig(env)
  const { askProfile } = await import('../../telegram/index.ts')
  try {
    return { kind: 'known', profile: await askProfile({ token, apiRoot, proxyUrl }) }
  } catch (error) {
    if (!(error instanceof PaperboyError)) throw error
    const kind = error.code === 'WRONG_TOKEN' ? 'wrong' : 'unknown'
    return { kind, sentence: error.message }
  }
}

/** What is wrong with a setting, without its value. */
function problemOf(setting: Readonly<Record<string, string>>): string | undefined {
  try {
    readConfig(setting)
    return undefined
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message
  }
}

function folderProblem(folder: string): string | undefined {
  try {
    return statSync(folder).isDirectory() ? undefined : `${folder} is not a folder`
  } catch {
    return `${folder} does not exist`
  }
}
