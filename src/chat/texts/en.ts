import { html } from '../markup/html.ts'
import { enAlerts } from './alerts/en.ts'
import { enChannels } from './channels/en.ts'
import { enHelp } from './help/en.ts'
import { enOperators } from './operators/en.ts'
import { enPictures } from './pictures/en.ts'
import { enPrivacy } from './privacy/en.ts'
import { enReplicas } from './replicas/en.ts'
import { enReports } from './reports/en.ts'
import { enRoundUp } from './round-up/en.ts'
import { enSearchServer } from './search-server/en.ts'
import { enSubscription } from './subscription/en.ts'
import { enTalk } from './talk/en.ts'
import type { Texts } from './texts.ts'
import { enTrends } from './trends/en.ts'
import { enWeb } from './web/en.ts'

/**
 * All texts in plain British English. Chinese words in the examples stay, because the papers are searched in
 * Chinese.
 */
export const en: Texts = {
  language: 'en',
  locale: 'en-GB',
  languageName: 'English',

  menu: {
    search: 'Search the papers: /search 中欧班列',
    ask: 'Ask a question: /ask 嫦娥六号什么时候发射',
    trend: 'Trend, or a comparison: /trend 高铁, 大熊猫 去年',
    timeline: 'How a story went: /timeline 中欧班列',
    headlines: 'Headlines by issue: /headlines 2024-06-08',
    latest: 'The latest issue',
    digest: 'The digest, also of a day: /digest 2024-06-08',
    alert: 'Get alerts for new articles: /alert 中欧班列 -货运',
    alerts: 'Alerts in this chat',
    subscribe: 'Get a digest every day: /subscribe 8:00',
    unsubscribe: 'Stop the daily digest',
    saved: 'Your saved articles',
    article: 'Open an article by id',
    summary: 'Key points of an article by id',
    language: 'Interface language',
    tidy: 'Delete my answers after some minutes: /tidy 10',
    channel: 'Post into a channel: /channel @name',
    privacy: 'What is kept about you',
    export: 'A copy of your data',
    forget: 'Delete all your data',
    help: 'Help',
    start: 'Start here',
  },
  description:
    'Search Chinese newspapers in your chat: send a few words and get headlines, key points and matching sentences, each with its paper, date and page.\n\nIn groups, use /search. In any chat, type @ and my username to find and share articles.',
  shortDescription:
    'Search Chinese newspapers, read headlines and articles, and share excerpts with their source.',

  welcome: (pages, articles) =>
    html`<b>Paperboy</b> brings the paper to your chat.\nYou can read ${articles} articles from ${pages} pages.`,
  welcomeGroup: html`Hello, I’m <b>Paperboy</b>. Use /search with a few words to search the papers, or reply to one of my messages. /headlines lists headlines, /help explains the rest.`,
  emptyArchive: html`There are no articles yet.`,
  tryThese: 'Just send a few words to search, for example:',
  alsoTry: html`/headlines for headlines, /latest for the newest issue, /help for ways to search\n/subscribe for a digest every day`,
  helpTitle: 'How to use',
  helpBasics: [
    'In a private chat, any text is a search. In a group, use /search, reply to me or mention me.',
    'Numbers open articles, ‹ › turn pages, and “Key points” shows the most important sentences.',
    'In any chat, type my username and a few words to share an article there.',
    '/subscribe sends you a digest every day; you choose the time and the topics.',
  ],
  helpQueryTitle: 'Search tips',
  helpQuery: [
    ['成都 大运会', 'both words, or some of them if no article has both'],
    ['"人身意外"', 'exactly this phrase'],
    ['班列 -货运', 'without 货运'],
    ['地铁 OR 公交', 'either of them'],
    ['title:博物馆', 'in headlines only'],
    ['by:张三', 'by a reporter'],
    ['page:03　栏目:要闻', 'a page, a section'],
    ['报:日报', 'a paper'],
    ['2024-06　2024-06-01..06-30', 'a month, a range of days'],
    ['昨天　上周　去年', 'yesterday, last week, last year'],
    ['dayunhui　dyh', 'pinyin, or its initials'],
  ],
  unknownCommand: (name) => html`Unknown command: /${name}. See /help for all commands.`,

  searchUsage: html`What are you looking for? Add it after /search, for example <code>/search 中欧班列</code>`,
  doubles: (count, where) =>
    `Also in ${count === '1' ? 'another article' : `${count} others`}${where === '' ? '' : `: ${where}`}`,
  doublesOf: (number) => `${number}: also in`,
  hits: (total) => `${total} found`,
  indexing: (done, total) =>
    `The index is still being built: ${done} of ${total} articles were searched. Try again soon for more.`,
  foundNothing: html`No results.`,
  tryOtherWords: 'Try other or fewer words, in Chinese or pinyin, or browse the /headlines.',
  didYouMean: 'Did you mean:',
  more: 'More sentences',
  or: ' or ',
  alsoCalled: (text, names) => `${text} is also ${names}`,
  without: (text) => `without ${text}`,
  inTitle: (text) => `headline contains ${text}`,
  byReporter: (text) => `by ${text}`,
  section: (name) => `section ${name}`,
  paper: (name) => `paper ${name}`,
  page: (page) => `page ${page}`,
  since: (day) => `from ${day}`,
  until: (day) => `to ${day}`,
  daysBetween: (from, to) => `from ${from} to ${to}`,
  someWords: (complete) => `${complete} with all the words come first, followed by those with some`,
  onlySomeWords: 'no article has all the words; these have some',
  missingWords: (words) => `no article mentions “${words}”; ignored`,
  alike: 'nothing matches exactly; these mean much the same',
  alikeToo: 'headlines that mean much the same are among them',
  corrected: (from, to) => `no results for “${from}”; showing “${to}” instead`,
  pinyin: (from, to) => `“${from}” was read as pinyin for “${to}”`,
  dateAsWord: (text) => `nothing from “${text}” fits; searched for it as a word`,
  phraseAsWords: (text) => `no exact match for “${text}”; searched for its words`,
  problems: {
    nothingAsked: 'nothing to search for: enter characters, letters or digits',
    unbalancedQuote: 'a quotation mark is missing; everything after the first one was treated as a phrase',
    emptyField: (field) => `nothing follows “${field}”; ignored`,
    badPage: (text) => `“${text}” is not a page; ignored`,
    badDate: (text) => `“${text}” is not a date; ignored`,
    strayOperator: (text) => `a word is missing next to “${text}”; ignored`,
    tooManyCharacters: (kept) => `too long; only the first ${kept} characters were used`,
    tooManyWords: (kept) => `too many words; only the first ${kept} were used`,
  },
  order: { relevance: 'Best', newest: 'Newest', oldest: 'Oldest' },
  filter: 'Filter',
  filterTitle: html`<b>Filter</b>: show only a section or a month`,
  noFilter: 'No filter',
  nothingToFilter: 'There are no sections or dates to filter by',
  listGone: 'This list is no longer available. Please search again.',
  listExpired: (day) => html`This list is from ${day} and has expired.`,
  searchAgain: 'Search again',
  notYourList: 'These are someone else’s results. Search yourself to turn the pages.',

  answers: {
    usage: html`What would you like to know? Ask it after /ask, for example <code>/ask 嫦娥六号什么时候发射</code>`,
    title: 'The papers say:',
    none: 'The papers do not say. The nearest articles:',
    older: 'earlier · ',
    open: (mark) => `${mark} Read on`,
    follows: (question) => `After the question before, this was looked for: “${question}”`,
    noneTo: (question) => `“${question}”: the archive does not say.`,
  },

  headlines: 'Headlines',
  articles: (total) => `${total} articles`,
  noHeadlines: html`There are no articles yet. The operator should check CORPUS_DIR.`,
  noSuchIssue: (asked) =>
    html`No headlines for “${asked}”. Enter a date (<code>/headlines 2024-06-08</code>) or a section (<code>/headlines 要闻</code>).`,
  newestIssue: (day) => html`The latest issue is from ${day}. Open it with /latest.`,
  undated: 'no date',
  pickDate: 'Pick an issue',
  withoutSection: 'Other',

  talk: enTalk,
  editions: {
    newIssue: 'Today’s pick',
    newestIssue: 'Newest issue',
    ofDay: 'The day’s pick',
    onThisDay: 'On this day',
    fromTheArchive: 'From the archive',
    week: 'The week in news',
    days: 'The last days in news',
  },
  noDigest: html`There are no articles for a digest yet. Browse the /headlines instead.`,
  noSuchDigest: (asked) =>
    html`There is no issue for “${asked}”. Write another day like this: <code>/digest 2024-06-08</code>, <code>/digest 6月8日</code>.`,
  late: (time, day) => `Sorry, this is late: it was due at ${time}${day === undefined ? '' : ` on ${day}`}.`,
  perhapsAgain: 'You may have received this before: the last delivery was not confirmed.',
  whyDigest: (days, time, zone, topics) =>
    `This chat is subscribed to the digest: ${days}, ${time} (${zone})${topics === '' ? '' : `; topics: ${topics}`}.\nChange: /subscribe　Stop: /unsubscribe`,
  whyNoMore:
    'This chat was subscribed to the digest when this was sent. It no longer is. Subscribe again: /subscribe',

  alerts: enAlerts,
  jumpTitle: 'Which page?',
  operators: enOperators,
  subscription: enSubscription,
  pictures: enPictures,
  privacy: enPrivacy,
  help: enHelp,
  channels: enChannels,
  replicas: enReplicas,
  reports: enReports,
  roundUp: enRoundUp,
  web: enWeb,
  searchServer: enSearchServer,
  trends: enTrends,

  articleUsage: html`Which article? Press a number below a list, or send <code>/article id</code>.`,
  summaryUsage: html`Which article’s key points? Open an article and press “Key points”, or send <code>/summary id</code>.`,
  noSuchArticle: 'Article not found. The id may be wrong, or the article is no longer in the archive.',
  inferred: (day) => `${day} (inferred)`,
  yearUnknown: (day) => `${day} (year unknown)`,
  by: (names) => `by ${names}`,
  caption: (text) => `Photo: ${text}`,
  continuedFrom: (page) => `(continued from page ${page})`,
  summaryTitle: 'Key points',
  noKeyPoints: 'This article is too short for key points. Read the full text.',
  relatedTitle: 'Related articles',
  nothingRelated: 'No related articles found',
  sourceTitle: (file, lines) => `${file}, lines ${lines}`,
  sourceGone: 'The page file cannot be read right now',
  saved: 'Saved. See /saved',
  unsaved: 'Removed from saved',
  savedTitle: (total) => `Saved (${total})`,
  nothingSaved: html`You have no saved articles yet. Open an article and press “☆ Save”.`,
  savedInPrivate: html`Saved articles are private. Send /saved in our private chat.`,

  openInBot: 'Open in Paperboy',
  shapes: { headline: 'Headline', summary: 'Key points', excerpt: 'Excerpt' },
  quoteTitle: html`<b>Quote</b>: pick sentences by number, then share.`,
  inlineNothing: 'No results, try other words',

  buttons: {
    digest: 'Digest',
    help: 'Help',
    more: 'More ▾',
    less: 'Less ▴',
    original: 'As printed',
    inTraditional: 'Traditional',
    fullText: 'Full text',
    summary: 'Key points',
    related: 'Related',
    save: '☆ Save',
    unsave: '★ Saved',
    share: 'Share',
    quote: 'Quote',
    source: 'Page text',
    previous: '‹ Previous',
    next: 'Next ›',
    back: '‹ Back',
    dates: 'Dates',
    months: 'Months',
    undated: (count) => `No date · ${count}`,
    clear: 'Clear',
    done: 'Share these',
    why: 'Why this?',
  },

  languageTitle: html`<b>Interface language</b>`,
  languageSet: 'English from now on',
  adminsOnly: 'Only group administrators can change this',
  tidy: {
    groupsOnly:
      'This setting is for groups: my answers are deleted after some minutes, so that they do not pile up.',
    isOn: (minutes) =>
      html`My answers in this group are deleted after ${minutes} minutes; digests and alerts stay. To keep them, an administrator sends <code>/tidy off</code>`,
    isOff: html`My answers in this group stay. To have them deleted after 10 minutes, an administrator sends <code>/tidy 10</code>`,
    nowOff: 'From now on my answers stay.',
    badMinutes: html`Write a number of minutes from 1 to 1440, for example <code>/tidy 10</code>, or <code>/tidy off</code>`,
  },

  failed: 'Something went wrong. Please try again later.',
  tryLater: 'Saving is not possible right now, so nothing was changed. Please try again in a few minutes.',
  notHere: 'I’m no longer in this group, so nothing was changed.',
  staleButton: 'This button no longer works. Please search again.',
  badLink: html`This link is invalid or no longer works. Just send a few words to search.`,
  slowDown: (seconds) => `Please slow down and try again in ${seconds} seconds.`,
}
