import { type Field, fieldByWords } from './record-words.ts'

/** The names that people give to one thing in records of articles, without case and separators; the first that holds something counts. */
const KEYS = {
  paper:
    'paper papername source newspaper publication sitename media 报纸 报名 来源 报纸名称 报刊 报刊名 刊名 媒体 媒体名称 出处 baozhi baoming laiyuan',
  date: 'date paperdate paperdata issuedate publishdate pubdate datepublished published publishedat publishtime pubtime releasedate datepublication contentcreated versioncreated 日期 出版日期 出版时间 发布日期 发布时间 见报日期 出刊日期 刊发日期 刊发时间 刊载日期 刊登日期 发表日期 发表时间 时间 time publishedon datetime riqi chubanriqi fabushijian shijian',
  page: 'page pageno pagenumber papernumber pagenum positionsequence 版号 版次 版面 版 版面号 版序 banci banhao',
  section:
    'section pagename name paperbk column positionsection category categories 版名 版面名称 栏目 栏目名称 频道 banming banmian lanmu',
  headline: 'headline title maintitle hl1 标题 题目 主标题 正题 主题 篇名 题名 heading head biaoti zhubiaoti',
  kicker: 'kicker guidetitle introtitle pretitle 引题 肩题 肩标题 yinti jianti',
  deck: 'deck title2 subtitle subheadline standfirst 副题 副标题 futi fubiaoti',
  author: 'byline author authors creator writer by 作者 作者姓名 记者 署名 撰文 zuozhe jizhe',
  body: 'body content contenthtml contenttext articlebody text paragraphs article fulltext bodyhtml bodytext maintext 正文 内容 全文 内文 正文内容 neirong zhengwen quanwen',
} as const satisfies Record<Field, string>

/** Names of lists that hold pages or articles. */
const LISTS = new Set(
  'issues pages paperinfo articles xylist onepagearticlelist items data list rows news results records entries 版面 文章 稿件'.split(
    ' ',
  ),
)

const NAMES: ReadonlyMap<Field, readonly string[]> = new Map(
  fields().map((field) => [field, KEYS[field].split(' ')]),
)
const FIELDS: ReadonlyMap<string, Field> = new Map(
  [...NAMES].flatMap(([field, names]) => names.map((name) => [name, field])),
)

function fields(): readonly Field[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
  return Object.keys(KEYS) as Field[]
}

/** What programs put before the names of an article's own things: `articleTitle`, 文章标题. */
const OF_ARTICLE = /^(?:article|news|story|post|doc|文章|稿件|新闻)(?=.)/u

/** A record's values by the names of their keys. */
export type Entries = ReadonlyMap<string, unknown>

/** The values of a record by their keys as they are looked up: `publish_time` is `publishtime`. */
export function entriesOf(record: Readonly<Record<string, unknown>>): Entries {
  const entries = new Map<string, unknown>()
  const keys = Object.keys(record).map((key) => [key, plainKey(key)] as const)
  for (const [key, plain] of keys)
    if (isTold(record[key]) && !entries.has(plain)) entries.set(plain, record[key])
  for (const [key, plain] of keys) {
    const own = plain.replace(OF_ARTICLE, '')
    if (isTold(record[key]) && !entries.has(own)) entries.set(own, record[key])
  }
  const named = (field: Field | undefined): field is Field =>
    field !== undefined && firstOf(entries, field) === undefined
  for (const key of Object.keys(record)) {
    const field = isTold(record[key]) && fieldOf(key) === undefined ? fieldByWords(key) : undefined
    if (named(field)) entries.set(field, record[key])
  }
  return entries
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_.:-]+/gu, '')

const isTold = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** The first value that a record has for a thing. */
export const firstOf = (entries: Entries, field: Field): unknown =>
  NAMES.get(field)
    ?.map((name) => entries.get(name))
    .find((it) => it !== undefined)

/** What a key is the name of; undefined if it is none that people use for a thing of an article. */
export function fieldOf(key: string): Field | undefined {
  const plain = plainKey(key)
  return FIELDS.get(plain) ?? FIELDS.get(plain.replace(OF_ARTICLE, ''))
}

/** Whether a key is the name of a list of pages or articles. */
export const isListKey = (key: string): boolean => LISTS.has(plainKey(key).replace(/列表$/u, ''))
