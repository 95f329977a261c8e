import type { TalkTexts } from './texts.ts'

/** What is said back to what is no search, in Traditional Chinese. */
export const zhHantTalk: TalkTexts = {
  greeting: '你好！我是報童，傳一個詞給我，我就去報紙裡找。',
  thanks: '不客氣！想看什麼，傳一個詞就行。',
  farewell: '再見！想看報的時候再來找我。',
  textSize:
    '字的大小要在 Telegram 裡調。Android：設定 → 聊天設定 → 訊息文字大小；iPhone：設定 → 外觀 → 文字大小。',
  tooLong: '長報導下面有「重點」，點了只看最重要的幾句。精選嫌長，傳送 /subscribe 短，每次最多 5 篇。',
  turnPage: '翻頁請點清單下面的 ‹ ›，點中間的頁碼可以跳頁；還沒有清單，就傳一個詞給我。',
  pressNumber: '想看哪一篇，點那份清單下面的數字就能打開。',
  articleButtons:
    '請點那篇報導下面的按鈕：「重點」看重點，「☆ 收藏」留著看，「更多 ▾」裡有原版面、圖片和分享。',
  picture: '圖片我還看不懂。想找什麼，傳幾個字給我。',
  voice: '語音我還聽不懂。想找什麼，打幾個字給我。',
  sticker: '😊 想看什麼，傳一個詞就行。',
  location: '我還不會按位置查找。傳地名給我，我就去報紙裡找。',
  file: '檔案我還讀不了。想找什麼，傳幾個字給我。',
  other: '這個我還看不懂。想找什麼，傳幾個字給我。',
  acknowledged: '好。還想看什麼，傳一個詞就行。',
  wrong:
    '抱歉，沒找對。換個說法，或加上地名、人名、時間再試。報導本身有錯，請打開它，點「更多 ▾」裡的「這篇有誤」。',
  unclear: '哪裡沒看懂？嫌報導難讀，打開後點「重點」，只看最重要的幾句。不知道怎麼用，請傳送 /help。',
  smallTalk: '閒聊我不在行，報紙上的事可以問我。想看什麼，傳一個詞就行。',
  cannot: '我只會原樣摘錄報紙上的話，不會翻譯、改寫或朗讀。只想看重點，打開報導後點「重點」。',
  endOfList: '這份清單到底了。想找別的，換個詞再搜。',
  startOfList: '這已經是第一頁了。',
  noSuchPlace: '這一頁沒有這一則。請說「第一則」「第二則」，或點清單下面的數字；要看後面的，請說「下一頁」。',
}
