/**
 * Text layers hold radicals in place of the ordinary ideographs (U+2F00–2FDF Kangxi, U+2E80–2EFF supplement).
 * NFKC folds the first block and the compatibility ideographs, but not the supplement: this table does.
 * Pairs of radical and ideograph, after Unicode's EquivalentUnifiedIdeograph.txt.
 */
const SUPPLEMENT =
  '⺀冫⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const ordinary = new Map<string, string>()
for (let at = 0; at < SUPPLEMENT.length; at += 2)
  ordinary.set(SUPPLEMENT.charAt(at), SUPPLEMENT.charAt(at + 1))

// NFKC gives the Traditional form of this one.
ordinary.set('\u2f3e', '户')

const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/gu

/** Puts the ordinary ideograph in place of each radical and compatibility ideograph; all else stays. */
export const foldLookAlikes = (text: string): string =>
  text.replace(LOOK_ALIKE, (sign) => ordinary.get(sign) ?? sign.normalize('NFKC'))
