import type { PictureTexts } from './texts.ts'

/** Texts about pictures in Traditional Chinese. */
export const zhHantPictures: PictureTexts = {
  buttons: {
    card: '圖片',
    light: '淺色',
    dark: '深色',
    square: '方圖',
    tall: '長圖',
    open: '開啟報導',
  },
}
