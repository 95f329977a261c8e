import type { PictureTexts } from './texts.ts'

/** Texts about pictures in English. */
export const enPictures: PictureTexts = {
  buttons: {
    card: 'Picture',
    light: 'Light',
    dark: 'Dark',
    square: 'Square',
    tall: 'Tall',
    open: 'Open article',
  },
}
