import { openPainter } from '../app/index.ts'
import { composedFront, pictureOfDay, textsOf } from '../chat/index.ts'
import { findAskedDay, newestDate } from '../digest/index.ts'
import { PaperboyError } from '../domain/index.ts'
import { isDate } from './asked-day.ts'
import type { CliCommand } from './command.ts'
import { findPage, isPng, writePicture } from './draw-pictures.ts'
import { UsageError } from './usage-error.ts'
import { withApp } from './with-app.ts'

/** There is no front page of a day. */
class FrontError extends PaperboyError {
  readonly code = 'FRONT'
}

/** `paperboy front [DATE] --out FILE.png`: the front page of a day, printed or composed. */
export const frontCommand: CliCommand = {
  usage: '[DATE] [--composed] [--dark] [--bot NAME] --out FILE.png',
  help: [
    'DATE           day of the issue: 2024-06-08, 6月8日, 昨天; the newest issue without it',
    "--composed     composed of the day's stories, even if the printed page is there",
    '--dark         light letters on dark paper; composed',
    '--bot NAME     user name of the bot that the QR code leads to, without @; no code without it',
    '--out FILE     the picture',
  ],
  options: {
    composed: { type: 'boolean' },
    dark: { type: 'boolean' },
    bot: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (call) => {
    const { out, composed, dark, bot } = call.values
    const asked = call.positionals.join(' ')
    if (typeof out !== 'string' || !isPng(out))
      throw new UsageError('--out is missing or no PNG: paperboy front DATE --out FILE.png')
    if (asked !== '' && !isDate(asked))
      throw new UsageError(`${asked} is no day: write it as 2024-06-08, 6月8日 or 昨天`)
    const name = typeof bot === 'string' ? bot : undefined
    const corpus = call.config.CORPUS_DIR
    const shows = await withApp(call, async ({ archive, today }) => {
      const texts = textsOf('zh-Hans')
      const date = asked === '' ? await newestDate(archive) : await findAskedDay(archive, asked, today())
      if (date === undefined) return undefined
      if (!composed && !dark) {
        const { facsimileOf } = await openPainter(corpus)
        return (await pictureOfDay({ archive, facsimileOf }, date, { bot: name }, texts))?.shows
      }
      return composedFront({ archive }, date, { bot: name, isDark: dark === true }, texts)
    })
    if (!shows)
      throw new FrontError(`there is no issue of ${asked || 'any day'}: paperboy digest shows the newest`)
    const { drawPicture } = await import('../pictures/index.ts')
    const page = shows.kind === 'page' ? await findPage(corpus, shows) : shows
    if (!page) throw new FrontError('the file that shows the printed page is gone: try --composed')
    await writePicture(out, await drawPicture(page))
    call.output.out(`${out}\n`)
    return 0
  },
}
