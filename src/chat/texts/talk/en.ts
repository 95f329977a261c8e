import type { TalkTexts } from './texts.ts'

/** What is said back to what is no search, in English. */
export const enTalk: TalkTexts = {
  greeting: 'Hello! I am Paperboy. Send me a word, and I look for it in the papers.',
  thanks: 'You are welcome! Send me a word whenever you want to read about something.',
  farewell: 'Goodbye! Come back whenever you want to read the paper.',
  textSize:
    'The size of the text is set in Telegram. Android: Settings → Chat Settings → Message text size. iPhone: Settings → Appearance → Text Size.',
  tooLong:
    'Below a long article, “Key points” picks its most important sentences. For a shorter digest send /subscribe short: 5 articles at most.',
  turnPage:
    'Turn pages with ‹ › below a list; the page number between them jumps to any page. No list yet? Send me a word.',
  pressNumber: 'To open an article, press its number below the list.',
  articleButtons:
    'Use the buttons below the article: “Key points” sums it up, “☆ Save” keeps it, and “More ▾” has the printed page, pictures and sharing.',
  picture: 'I cannot read pictures yet. Send me a few words to search for.',
  voice: 'I cannot understand voice messages yet. Type a few words to search for.',
  sticker: '😊 Send me a word, and I look for it in the papers.',
  location: 'I cannot search by location yet. Send me the name of the place.',
  file: 'I cannot read files yet. Send me a few words to search for.',
  other: 'I cannot read that yet. Send me a few words to search for.',
  acknowledged: 'All right. Send me a word whenever you want to read about something.',
  wrong:
    'Sorry that it is not what you want. Try other words, or add a place, a name or a time. If an article itself is wrong, open it and press “Report” under “More ▾”.',
  unclear:
    'What is not clear? “Key points” below an article picks its most important sentences. /help says how to use me.',
  smallTalk: 'I am no good at small talk, but I know what is in the papers. Send me a word.',
  cannot:
    'I only quote the papers word for word: I do not translate, rewrite or read aloud. “Key points” below an article picks what matters.',
  endOfList: 'This is the end of the list. Send me another word to look for something else.',
  startOfList: 'This is the first page.',
  noSuchPlace:
    'This page has no such article. Say “number 1” or “number 2”, or press a number below the list; for what follows, say “next page”.',
}
