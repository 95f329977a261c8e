import type { ReplicaTexts } from './texts.ts'

/** Texts of several bots in traditional Chinese. */
export const zhHantReplicas: ReplicaTexts = {
  pressInterrupted: '剛才中斷了，不知這一下有沒有生效。請看一眼，沒有的話再按一次。',
  sourceElsewhere: '原版面的檔案不在這臺伺服器上，請稍後再試',
}
