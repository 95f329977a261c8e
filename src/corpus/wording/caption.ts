/** A caption ends with the name of who took or gave the picture. */
const CREDIT =
  /(?:[\s（(。]|^)(?:(?:图片?|图据|摄影)[:：/]?|(?:[\p{Script=Han}·/]{0,14}?(?:记者|通讯员|实习生|摄影师)[\s:：]*)?[\p{Script=Han}·、 ]{2,16}\s?(?:摄影?|供图|制图|配图)(?:影报道)?|(?:受访|资料|图片|采访|活动|主办|景区|企业|学校|医院|单位)[\p{Script=Han}]{0,8}(?:供图|提供|图片?)|资料(?:图|照片?)|制图[\s:：]*[\p{Script=Han}]{2,4}|(?:新华社|中新社|视觉中国|[\p{Script=Han}]{1,4}社)(?:发|图)?(?:[（(][^（）()]*[）)])?)[）)]?$/u

/** Or it says in one phrase what people do before a camera; of 23,000 headlines none ends so. */
const POSE = /^[^，。！？：；、\s]{3,20}(?:拍照|合影|留影|合照|自拍|留念)$/u

/** Or it says where the figures of a chart come from. */
const SOURCE = /^[（(]?(?:数据|資料|數據|资料|图表|圖表|图片|圖片)(?:来|來)源[:：]\s?\S{2,40}$/u

const LONGEST = 110

/**
 * Whether a short text ends as captions do: 张三 摄, 受访者供图, 新华社发（李四 摄）, 游客在湖边留影; or is one as a whole:
 * 数据来源：统计局.
 */
export const isCaption = (text: string): boolean =>
  text.length <= LONGEST && (CREDIT.test(text) || POSE.test(text) || SOURCE.test(text))

/**
 * The credit of a picture that tells itself from running text, which may end a line with 拍摄 as well: who took it, apart from 摄 by a blank or
 * behind 记者; who gave it; or that it is from an archive.
 */
const SURE_CREDIT =
  /(?:(?:本报|新华社|中新社|\p{Script=Han}{2,6}(?:报|社|网))?(?:记者|通讯员|摄影师|实习生)[ :：]?[\p{Script=Han}·]{2,4}(?:[ 、][\p{Script=Han}·]{2,4})*[ /]?摄影?|(?<=^|[ 。！？”）)])[\p{Script=Han}·]{2,4}(?:[ 、][\p{Script=Han}·]{2,4})*[ /]摄影?|(?<=^|[ 。！？”）)])(?:受访|资料|图片|采访|活动|主办|景区|企业|学校|医院|单位)[\p{Script=Han}]{0,6}(?:供图|提供)|[（(]资料(?:图片?|照片)[）)])$/u

/** Where the credit of a picture begins that ends a text, in UTF-16 units; `undefined` where none does. */
export function pictureCreditAt(text: string): number | undefined {
  const from = Math.max(0, text.length - LONGEST)
  const found = SURE_CREDIT.exec(text.slice(from))
  return found ? from + found.index : undefined
}

/** An arrow or a word that points to a picture. */
const OPENS_CAPTION = /^(?:[▲△↑↓←→▼▽◀▶◄►] ?\p{Script=Han}|[上下左右]?图[为：:]|[上下左右]图[：:]?)/u

/** Whether a caption begins by its wording: 图为…, ▲…. */
export const opensCaption = (text: string): boolean => OPENS_CAPTION.test(text)
