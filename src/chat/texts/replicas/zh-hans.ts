import type { ReplicaTexts } from './texts.ts'

/** Texts of several bots in simplified Chinese. */
export const zhHansReplicas: ReplicaTexts = {
  pressInterrupted: '刚才中断了，不知这一下有没有生效。请看一眼，没有的话再按一次。',
  sourceElsewhere: '原版面的文件不在这台服务器上，请稍后再试',
}
