/**
 * Words that begin a sentence and point to the one before it, verbs without their subject included (审议了…); behind them
 * the sentence says little by itself.
 */
const POINTS_BACK =
  /^(?:这|那(?:么|时|里|些|天|年|样|个)|[他她它](?!乡|山|日|人|国|杀|信)|其(?!实)|该|此(?!致|地无银)|上述|前者|后者|两者|二者|双方|对此|为此|因此|因而|由此|据此|就此|于是|从而|所以|可见|总之|同时|与此同时|在此|除此|当(?:时|天|日|晚)|同(?:日|天|年)|随后|随即|接着|接下来|然后|之后|此后|后来|最后|最终|另(?!类|册)|还(?!款|贷|建|原|乡|珠)|也(?!门|许)|又|则|却|但|不过|然而|可是|只是|而|并(?!购|轨|网|蒂|州)|并且|况且|何况|反之|相反|否则|不仅如此|例如|比如|譬如|换言之|也就是说|一方面|另一方面|正因|正是|记者在此|在这|(?:审议|听取|通报|研究|讨论|传达|通过|安排|部署|印发|观看|参观|签署)了)/u
/** An item of a list that was announced before. */
const ITEM =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|、|来)|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十\d]{1,2}[，、,]|首先|其次|再次|再者|[①-⑳■●◆▲])/u
/** Announces what is to come: 具体如下。 包括以下三项。 */
const ANNOUNCES =
  /(?:如下|(?:以下|下列|下面|如下)[^，。；]{0,10}|(?:分别|依次|主要|具体)(?:是|为|有|包括)[：:]?)[。：:]?[”’」』）)]*$/u
const ENDED = /[。！？!?…][”’」』）)】]*$|[A-Za-z\d%)]\.["'”’)]*$/u
const QUOTE = /^[“‘「『（(《\s]+/u

/** Whether a sentence ends as one; sub-headlines, captions and lines of a list do not. */
export const hasEnded = (text: string): boolean => ENDED.test(text)

/** Whether a sentence says what it says without the sentence before it, and without a list behind it. */
export const standsAlone = (text: string): boolean =>
  !POINTS_BACK.test(text.replace(QUOTE, '')) && !isItem(text)

/** Whether a sentence announces a list that stands behind it. */
export const announcesList = (text: string): boolean => ANNOUNCES.test(text)

/** Whether a sentence is an item of a list. */
export const isItem = (text: string): boolean => ITEM.test(text) || ITEM.test(text.replace(QUOTE, ''))
