/** A form in which a reader may ask, the query, and a text that only the right article of the seed pages holds. */
export type Case = readonly [form: string, query: string, holds: string]

const RECEPTION = '艾瑞克·森超'
const INSURANCE = '残疾人意外伤害保险'
const COUNTRYSIDE = '宜居宜业和美乡村建设'
const TRADE = '“中欧班列（成渝）”稳定运行'
const SAFETY = '有限空间作业'
const BRAZIL = '阿尔克明'
const ENERGY = '无润滑氢气压缩机'
const VOUCHERS = '云购蓉城'
const SCIENCE = '薛其坤'
const DECISION = '数字丝绸之路'
const WELFARE = '张晓玲'
const NINGXIA = '贺兰山'
const BORDER = '胡家梁子'
const PARKING = '3410个泊位'
const EMPLOYMENT = '饿了么'
const LAB = '三叠纪'

/** Sentences, words and numbers of the seed pages in the forms that readers give them. */
export const CASES: readonly Case[] = [
  ['Traditional', '成都大運會博物館', RECEPTION],
  ['Traditional', '國際大體聯秘書長', RECEPTION],
  ['Traditional', '殘疾人意外傷害保險', INSURANCE],
  ['Traditional', '中歐班列', TRADE],
  ['Traditional', '鄉村建設 農業生產', COUNTRYSIDE],
  ['Traditional', '巴西副總統', BRAZIL],
  ['Traditional', '氫氣壓縮機', ENERGY],
  ['Traditional', '消費券', VOUCHERS],
  ['Traditional', '國家科學技術獎勵大會', SCIENCE],
  ['Traditional', '停車場 泊位', PARKING],
  ['Traditional', '寧夏 黃河流域', NINGXIA],
  ['full-width', 'ＧｏＣｈｅｎｇｄｕ', 'GoChengdu'],

  ['pinyin', 'dayunhui bowuguan', RECEPTION],
  ['pinyin', 'canjiren baoxian', INSURANCE],
  ['pinyin', 'zhongoubanlie', TRADE],
  ['pinyin', 'da yun hui', RECEPTION],
  ['pinyin', 'aerkeming', BRAZIL],
  ['pinyin', 'qingqi yasuoji', ENERGY],
  ['pinyin', 'xiaofeiquan', VOUCHERS],
  ['pinyin', 'lideren', SCIENCE],
  ['pinyin', 'hujialiangzi OR helanshan', NINGXIA],
  ['pinyin', 'tingchechang', PARKING],
  ['pinyin', 'sāndiéjì', LAB],
  ['pinyin', 'gaokao zhongkao', SAFETY],
  ['initials', 'dyh', RECEPTION],
  ['initials', 'cjr', INSURANCE],

  ['typo', '中欧搬列', TRADE],
  ['typo', '大运会博物倌', RECEPTION],
  ['typo', '艾瑞可·森超', RECEPTION],
  ['typo', '残急人意外伤害', INSURANCE],
  ['typo', '李得仁', SCIENCE],
  ['typo', '薛其昆', SCIENCE],
  ['typo', '阿尔可明', BRAZIL],
  ['typo', '氢气压索机', ENERGY],
  ['typo', '宜居宜业合美乡村', COUNTRYSIDE],
  ['typo', '消废券', VOUCHERS],
  ['typo', '有限空间做业', SAFETY],
  ['typo', '数字丝稠之路', DECISION],
  ['typo', '三叠记', LAB],
  ['typo', '张小玲', WELFARE],
  ['typo', '贺蓝山', NINGXIA],
  ['typo', '新就业群休', EMPLOYMENT],

  ['reordered', '博物馆 大运会 捐赠', RECEPTION],
  ['reordered', '保险 残疾人 意外', INSURANCE],
  ['reordered', '班列 中欧 线路', TRADE],
  ['reordered', '讲话 陈彦夫 乡村', COUNTRYSIDE],
  ['reordered', '副总统 会见 巴西', BRAZIL],
  ['reordered', '压缩机 无润滑', ENERGY],
  ['reordered', '院士 武汉大学', SCIENCE],
  ['reordered', '泊位 新增 停车场', PARKING],
  ['reordered', '考察 重庆市 代表团 高竹新区', BORDER],
  ['reordered', '秘书长 国际 大体联', RECEPTION],

  ['number', '883.6亿元', TRADE],
  ['number', '18.7%', TRADE],
  ['number', '40万元', INSURANCE],
  ['number', '29件 藏品', RECEPTION],
  ['number', '3000万元', VOUCHERS],
  ['number', '3410', PARKING],
  ['number', '8.5折', VOUCHERS],
  ['number', '400多项 专利', ENERGY],
  ['number', '112个城市', TRADE],
  ['number', '86万', WELFARE],

  ['phrase', '"成都大运会博物馆"', RECEPTION],
  ['phrase', '“杰出贡献奖”', RECEPTION],
  ['phrase', '"持证即买"', INSURANCE],
  ['phrase', '"买全球、卖全球"', '买全球、卖全球'],
  ['phrase', '"清单制+责任制+销号制"', SAFETY],
  ['phrase', '创造出无愧时代、不负人民的新业绩', SCIENCE],
  ['phrase', '"无润滑氢气压缩机"', ENERGY],
  ['phrase', '"弱有所扶"', WELFARE],
  ['phrase', '再向成都大运会博物馆捐藏品', RECEPTION],
  ['phrase', '4年9次“串门”', '结出了哪些硕果'],
]
