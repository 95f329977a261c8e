/** What is said back to what is no search: a sentence that says what to do next. */
export type TalkTexts = Readonly<
  Record<
    | 'greeting'
    | 'thanks'
    | 'farewell'
    | 'textSize'
    | 'tooLong'
    | 'turnPage'
    | 'pressNumber'
    | 'articleButtons'
    | 'picture'
    | 'voice'
    | 'sticker'
    | 'location'
    | 'file'
    | 'other'
    | 'acknowledged'
    | 'wrong'
    | 'unclear'
    | 'smallTalk'
    | 'cannot'
    | 'endOfList'
    | 'startOfList'
    | 'noSuchPlace',
    string
  >
>
