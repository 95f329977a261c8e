import { alertOnList, pressAlert, showAlerts } from './alerts/show-alerts.ts'
import { openArticle } from './commands/article.ts'
import { explainDigest } from './commands/digest.ts'
import { openIssue, showIssues, showMonth } from './commands/headlines.ts'
import { setLanguage } from './commands/language.ts'
import { createSearchCommand } from './commands/search.ts'
import { doDeed } from './commands/subscription-deeds.ts'
import { askAgain, filterList, orderList, showFilters, turnList } from './lists/open-list.ts'
import type { Parts } from './parts.ts'
import { decodePress } from './press.ts'
import { type Reply, toast } from './reply.ts'
import type { Turn } from './turn.ts'

/** Answers a pressed button; `undefined` where there is nothing to say. */
export async function answerPress(parts: Parts, data: string, turn: Turn): Promise<Reply | undefined> {
  const press = decodePress(data)
  switch (press?.kind) {
    case 'list':
      return turnList(parts, press, turn)
    case 'order':
      return orderList(parts, press, turn)
    case 'filters':
      return showFilters(parts, press.list, turn)
    case 'filter':
      return filterList(parts, press, turn)
    case 'again':
      return askAgain(parts, press.list, turn)
    case 'search':
      return createSearchCommand(parts)(press.query, turn)
    case 'article':
    case 'save':
    case 'summary':
    case 'related':
    case 'source':
    case 'quote':
      return openArticle(parts, press, turn)
    case 'issues':
      return showIssues(parts, press.page, turn)
    case 'month':
      return showMonth(parts, press.month, turn)
    case 'issue':
      return openIssue(parts, press.date, turn)
    case 'alert':
      return pressAlert(parts, press, turn)
    case 'alerts':
      return showAlerts(parts, press.page, turn)
    case 'alertOn':
      return alertOnList(parts, press.list, turn)
    case 'language':
      return setLanguage(parts, press.language, turn)
    case 'why':
      return explainDigest(parts, turn)
    case 'subscription':
      return doDeed(parts, press.deed, turn)
    case 'nothing':
      return undefined
    case undefined:
      return toast(turn.texts.staleButton)
  }
}
