import type { PictureTexts } from './texts.ts'

/** Texts about pictures in English. */
export const enPictures: PictureTexts = {
  buttons: {
    card: 'Picture',
    light: 'Light',
    dark: 'Dark',
    square: 'Square',
    tall: 'Tall',
    script: '简/繁',
    clipping: 'Clipping',
    outlined: 'Whole page',
    dimmed: 'Spotlight',
    part: (part, parts) => `Part ${part} of ${parts}`,
    open: 'Open article',
  },
  pieces: (pages) => `This article runs over ${pages} pages.`,
  readOn: 'Scan to read on',
  front: {
    masthead: 'Paperboy',
    size: (pages, articles) => (pages > 0 ? `${pages} pages · ${articles} articles` : `${articles} articles`),
    readInBot: 'Scan to read the day’s paper',
  },
  noPage: 'The printed page cannot be shown right now. Here is the text instead.',
}
