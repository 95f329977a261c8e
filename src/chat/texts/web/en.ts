import type { WebTexts } from './texts.ts'

/** Texts of the reading page in English. */
export const enWeb: WebTexts = {
  button: '📖 Reading page',
  site: 'Paperboy',
  skip: 'Skip to the article',
  search: 'Search',
  searchHint: 'Search the papers',
  days: 'Issues',
  wholePage: 'Whole page',
  wholeDay: 'The paper of this day',
  previousDay: '‹ Earlier',
  nextDay: 'Later ›',
  previousPage: '‹ Page before',
  nextPage: 'Next page ›',
  previousArticle: 'Previous',
  nextArticle: 'Next',
  onThisPage: 'On this page',
  related: 'Related',
  withoutPage: 'Page unknown',
  moreHits: 'More ›',
  earlierHits: '‹ Back',
  savedTitle: 'Saved articles',
  savedNothing: 'Nothing saved yet. Open an article and press “☆ Save”.',

  copy: 'Copy text',
  copied: 'Copied, with its source',
  share: 'Share',
  card: 'Quote card',
  print: 'Print',
  facsimile: 'As printed',
  facsimileHint: 'The printed page, with this article outlined; press the picture to enlarge it',

  display: 'Display settings',
  size: 'Size',
  face: 'Typeface',
  theme: 'Colours',
  script: 'Characters',
  sizes: { s: 'Small', m: 'Medium', l: 'Large', xl: 'Very large' },
  faces: { serif: 'Serif', sans: 'Sans' },
  themes: { auto: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
  scripts: { printed: 'As printed', hans: '简体', hant: '繁體' },
  trend: {
    title: 'Trend',
    hint: 'How often the papers mention something. Put commas between several: 高铁, 大熊猫 去年',
    period: 'Period',
    count: 'Articles',
    per1000: 'Per thousand',
    peak: 'Peak',
    nothing: 'No dated article speaks of this, so there is no chart. Try another word.',
    leftOut: 'Four can be compared at once; the others are left out.',
    asTable: 'Show the numbers',
  },

  problems: {
    noArticle: {
      title: 'No such article',
      text: 'The id may be wrong, or the article has left the archive. Try a search for its headline.',
    },
    noDay: {
      title: 'No paper of this day',
      text: 'Write a date like 2024-06-08, or leaf back from the newest issue.',
    },
    noPage: {
      title: 'No such page',
      text: 'The address may be incomplete. Start at the newest issue, or search.',
    },
    membersOnly: {
      title: 'Please open it from Telegram',
      text: 'These articles are for readers of the bot. Open an article in Telegram and press “Reading page” below it.',
    },
    expired: {
      title: 'This link has expired',
      text: 'Links work for some days only. Open the article in Telegram again to get a new one.',
    },
    forged: {
      title: 'This link is wrong',
      text: 'Part of the address may be missing or changed. Open the article in Telegram again.',
    },
    otherChat: {
      title: 'This link is for somebody else',
      text: 'It was made for another chat. Open the article in a chat of your own.',
    },
    left: {
      title: 'This link is no longer in use',
      text: 'The chat that it was made for does not use Paperboy any more.',
    },
    tooFast: { title: 'Slow down, please', text: 'Too many pages in a short time. Try again in a moment.' },
    tooLong: { title: 'Too long', text: 'The address or what was sent is too long.' },
    wrongMethod: { title: 'This does not work here', text: 'This address is for reading only.' },
    noSearch: {
      title: 'Search is not available right now',
      text: 'Try again in a few minutes; issues can be read by their dates all the same.',
    },
    noPicture: {
      title: 'No such picture',
      text: 'This article has no printed page to show, or the picture cannot be drawn now.',
    },
    later: { title: 'Try again later', text: 'The archive cannot be read now. Try again in a few minutes.' },
    failed: { title: 'Something went wrong', text: 'This page could not be opened. Try again later.' },
  },
}
