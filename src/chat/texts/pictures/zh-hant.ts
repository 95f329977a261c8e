import type { PictureTexts } from './texts.ts'

/** Texts about pictures in Traditional Chinese. */
export const zhHantPictures: PictureTexts = {
  buttons: {
    card: '圖片',
    light: '淺色',
    dark: '深色',
    square: '方圖',
    tall: '長圖',
    script: '簡/繁',
    clipping: '剪報',
    outlined: '整版',
    dimmed: '只亮這篇',
    part: (part, parts) => `第 ${part}/${parts} 處`,
    open: '開啟報導',
  },
  pieces: (pages) => `這篇報導登在 ${pages} 個版上。`,
  readOn: '掃碼讀全文',
  front: {
    masthead: '報童',
    size: (pages, articles) => (pages > 0 ? `${pages} 版 · ${articles} 篇` : `${articles} 篇`),
    readInBot: '掃碼讀這一天的報',
  },
  noPage: '版面圖現在發不出來，請先看文字。',
}
