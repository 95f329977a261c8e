import type { PictureTexts } from './texts.ts'

/** Texts about pictures in Simplified Chinese. */
export const zhHansPictures: PictureTexts = {
  buttons: {
    card: '图片',
    light: '浅色',
    dark: '深色',
    square: '方图',
    tall: '长图',
    script: '简/繁',
    clipping: '剪报',
    outlined: '整版',
    dimmed: '只亮这篇',
    part: (part, parts) => `第 ${part}/${parts} 处`,
    open: '打开报道',
  },
  pieces: (pages) => `这篇报道登在 ${pages} 个版上。`,
  readOn: '扫码读全文',
  front: {
    masthead: '报童',
    size: (pages, articles) => (pages > 0 ? `${pages} 版 · ${articles} 篇` : `${articles} 篇`),
    readInBot: '扫码读这一天的报',
  },
  noPage: '版面图现在发不出来，请先看文字。',
}
