import { alertOnList, handleAlertAction, setAlertPace, showAlerts } from './alerts/show-alerts.ts'
import { openArticle } from './articles/open-article.ts'
import { reportArticle } from './articles/report-article.ts'
import { showCard } from './articles/show-card.ts'
import { showClipping } from './articles/show-clipping.ts'
import type { CallbackActions } from './callback/actions.ts'
import { decodeCallback } from './callback/callback-data.ts'
import { createArticleCommand } from './commands/article.ts'
import { handleChannelAction, handleInChannel } from './commands/channel.ts'
import { createDigestCommand, explainDigest } from './commands/digest.ts'
import { pickExamples } from './commands/examples.ts'
import { openHeadlines, showIssues, showMonth } from './commands/headlines.ts'
import { setLanguage } from './commands/language.ts'
import { forget } from './commands/privacy.ts'
import { createSearchCommand } from './commands/search.ts'
import { createHelpCommand } from './commands/start.ts'
import { askAgain, filterList, orderList, showFilters, showPages, turnList } from './lists/open-list.ts'
import { openPeriod, showTimelineOf, showTrendBy, showTrendOf } from './lists/trend-actions.ts'
import { handleSubscriptionAction } from './subscription/handle-action.ts'
import type { Parts } from './turn/parts.ts'
import { type Reply, toast } from './turn/reply.ts'
import type { Turn } from './turn/turn.ts'

type Kind = keyof CallbackActions
type Handlers = {
  readonly [K in Kind]: (parts: Parts, action: CallbackActions[K], turn: Turn) => Promise<Reply> | undefined
}

const HANDLERS: Handlers = {
  list: turnList,
  jump: showPages,
  order: orderList,
  filters: (parts, { list }, turn) => showFilters(parts, list, turn),
  filter: filterList,
  again: (parts, { list }, turn) => askAgain(parts, list, turn),
  search: (parts, { query }, turn) => createSearchCommand(parts)(query, turn),
  article: openArticle,
  original: openArticle,
  save: openArticle,
  more: openArticle,
  summary: openArticle,
  related: openArticle,
  source: openArticle,
  quote: openArticle,
  card: showCard,
  redraw: showCard,
  clip: showClipping,
  reclip: showClipping,
  report: reportArticle,
  open: (parts, { id }, turn) => createArticleCommand(parts)(id, turn),
  issues: showIssues,
  month: showMonth,
  issue: (parts, { date }, turn) => openHeadlines(parts, { from: date, to: date }, turn),
  undated: (parts, _action, turn) => openHeadlines(parts, { isUndated: true }, turn),
  alert: handleAlertAction,
  alerts: (parts, { page }, turn) => showAlerts(parts, page, turn),
  alertPace: setAlertPace,
  alertOn: (parts, { list }, turn) => alertOnList(parts, list, turn),
  trend: showTrendOf,
  trendBy: showTrendBy,
  trendColours: showTrendBy,
  trendPeriod: openPeriod,
  timeline: showTimelineOf,
  language: (parts, { language }, turn) => setLanguage(parts, language, turn),
  digest: (parts, _action, turn) => createDigestCommand(parts)('', turn),
  help: (parts, _action, turn) =>
    createHelpCommand(() => pickExamples(parts.archive, parts.search, 3))('', turn),
  why: (parts, _action, turn) => explainDigest(parts, turn),
  settings: handleSubscriptionAction,
  subscribe: handleSubscriptionAction,
  subscribeBelow: handleSubscriptionAction,
  unsubscribe: handleSubscriptionAction,
  setTime: handleSubscriptionAction,
  setDays: handleSubscriptionAction,
  toggleDay: handleSubscriptionAction,
  setTimeZone: handleSubscriptionAction,
  setLength: handleSubscriptionAction,
  setSkipWhenEmpty: handleSubscriptionAction,
  setWithPicture: handleSubscriptionAction,
  setQuietHours: handleSubscriptionAction,
  snooze: handleSubscriptionAction,
  toggleTopic: handleSubscriptionAction,
  allTopics: handleSubscriptionAction,
  forget,
  channel: handleChannelAction,
  inChannel: handleInChannel,
  nothing: () => undefined,
}

/** Answers a pressed button; `undefined` if there is nothing to say. Data that is no button's of ours gets a sentence. */
export async function routeCallback(parts: Parts, data: string, turn: Turn): Promise<Reply | undefined> {
  const action = decodeCallback(data)
  return action ? handle(action.kind, action, parts, turn) : toast(turn.texts.staleButton)
}

const handle = <K extends Kind>(kind: K, action: CallbackActions[K], parts: Parts, turn: Turn) =>
  HANDLERS[kind](parts, action, turn)
