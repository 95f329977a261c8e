import { isStory } from '../../digest/index.ts'
import { articlePage } from '../articles/open-article.ts'
import type { Command } from '../turn/command.ts'
import type { Parts } from '../turn/parts.ts'
import { say, send } from '../turn/reply.ts'

/** Places of the archive that are looked at, if what stands there is only a note or a caption. */
const TRIES = 8

/** 再来一篇: any story of the archive, for who has time and no question. The millisecond decides which. */
export const createAnotherCommand =
  (parts: Parts): Command =>
  async (_text, turn) => {
    const { articles: total } = await parts.archive.size()
    const tries = Math.min(TRIES, total)
    for (let tried = 0; tried < tries; tried++) {
      const offset = (parts.now() + Math.floor((tried * total) / tries)) % total
      const [article] = (await parts.archive.browse({ offset, limit: 1 })).articles
      if (article && isStory(article)) return send(await articlePage(parts, article, { page: 0 }, turn))
    }
    return say(turn.texts.noHeadlines)
  }
