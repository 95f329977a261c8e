import { WordGroups } from '../search/index.ts'

/**
 * Words that news writes for what readers ask by: a line for each group, each of which may stand for the others.
 * Collected by hand from how questions are put, and from 《同义词词林》 for the verbs.
 */
const RELATED = new WordGroups(`死 死因 死亡 遇难 身亡 丧生 罹难
去世 逝世 病逝 辞世 与世长辞 因病逝世
受伤 伤者 伤
举行 举办 召开 开幕 召集
闭幕 落幕 闭会
获得 夺得 荣获 摘得 赢得 拿 拿到 拿了 斩获
冠军 夺冠 金牌
得主 获得者 授予 颁发 获奖
签 签署 签订 签约
建成 竣工 完工 落成
开工 动工 奠基
开通 通车 开行 投入运营 开通运营
启用 投用 投入使用 投产
发射 升空
带回 采集 取回 携带
出土 发现 发掘 提取
存 存有 储存 存储
排放 排海
增长 上升 增加 提高
下降 减少 回落 降低
超过 突破 逾
打死 击毙
枪击 遇刺 刺杀
开始 启动
飞到 飞往 执飞 飞抵
逮捕 抓获 拘捕
当选 选举 胜选
上任 就任 就职 出任 履新
辞职 辞去 卸任
访问 来访 到访 国事访问
降价 下调 调降
涨价 上调
首次 第一次 首个
总量 总数 总额 总计
一共 总共 共 共计 累计
全国 我国 中国
设立 成立 建立
起火 火灾 着火
爆炸 爆燃
地震 强震
淹 被淹 洪涝
人口 总人口
老人 老年人
小学生 学生
车祸 交通事故
飞机失事 坠机 坠毁
工资 收入 薪资
赚 利润 盈利
粮食产量 总产量
公布 发布
播出 开播 首播
上映 公映
航天员 宇航员 乘组
票价 价格
房价 住宅价格
油价 汽柴油价格 成品油价格
免费 免收
国内生产总值 gdp
出席 参加
参加 参赛 参展
电站 发电站
大桥 桥
撞 冲撞 碰撞
高 高度 高达
长 全长 长度
重 重达 重量
停火 停战
放假 假期
总理 首相
巴勒斯坦 巴
以色列 以军
台风 登陆
原因 因为 由于
怎么死 身亡 遇难
首发 首航 首飞`)

/** What news may write in the place of a word of a question, in normal form; often nothing. */
export const relatedWordsOf = (word: string): readonly string[] => RELATED.othersOf(word)
