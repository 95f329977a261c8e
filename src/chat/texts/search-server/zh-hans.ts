import type { SearchServerTexts } from './texts.ts'

/** Texts about the search server in Simplified Chinese. */
export const zhHansSearchServer: SearchServerTexts = {
  unavailable: '搜索暂时用不了，请过几分钟再试；看当天的报纸、收藏和订阅都不受影响。',
  unavailableBriefly: '搜索暂时用不了，请稍后再试',
  noPast: '搜索暂时用不了，查不到以前有没有符合的报道；有新的照样提醒。',
  partial: '部分结果：有一部分报道暂时查不到，可能还有遗漏。',
  partialBriefly: '部分结果，可能还有遗漏',
  cutTerms: (kept) => `文字较长，结果按其中最关键的 ${kept} 个词排序。`,
}
