import type { SearchServerTexts } from './texts.ts'

/** Texts about the search server in Traditional Chinese. */
export const zhHantSearchServer: SearchServerTexts = {
  unavailable: '搜尋暫時無法使用，請過幾分鐘再試；看當天的報紙、收藏和訂閱都不受影響。',
  unavailableBriefly: '搜尋暫時無法使用，請稍後再試',
  noPast: '搜尋暫時無法使用，查不到以前有沒有符合的報導；有新的照樣提醒。',
  partial: '部分結果：有一部分報導暫時查不到，可能還有遺漏。',
  partialBriefly: '部分結果，可能還有遺漏',
  cutTerms: (kept) => `文字較長，結果按其中最關鍵的 ${kept} 個詞排序。`,
}
