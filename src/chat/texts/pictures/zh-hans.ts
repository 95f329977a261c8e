import type { PictureTexts } from './texts.ts'

/** Texts about pictures in Simplified Chinese. */
export const zhHansPictures: PictureTexts = {
  buttons: {
    card: '图片',
    light: '浅色',
    dark: '深色',
    square: '方图',
    tall: '长图',
    open: '打开报道',
  },
}
