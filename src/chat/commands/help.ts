import type { Command } from '../command.ts'
import { pickExamples } from '../examples.ts'
import { html } from '../html.ts'
import type { Parts } from '../parts.ts'
import { say } from '../reply.ts'
import { texts } from '../texts.ts'

/** `/start`: what this is, and three things to try that find something. */
export function createStartCommand({ archive, search }: Parts): Command {
  return {
    name: 'start',
    describe: texts.startDescription,
    run: async () => {
      const { pages, articles } = await archive.size()
      return say(texts.welcome(pages, articles, await pickExamples(archive, search, 3)))
    },
  }
}

/** `/help`: every command, with what it does. @param others the commands to tell of */
export function createHelpCommand(others: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    describe: texts.helpDescription,
    run: async () => say(html`${texts.help([...others, help])}`),
  }
  return help
}
