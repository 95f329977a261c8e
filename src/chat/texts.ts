import { html, joinHtml, type SafeHtml } from './html.ts'

/** Everything that readers see, in one place. Plain strings are for buttons, toasts and menus. */
export const texts = {
  // commands, as the menu and /help show them
  startDescription: '开始',
  searchDescription: '搜索报道，例如 /search 中欧班列',
  headlinesDescription: '浏览各期标题，最新一期在前',
  articleDescription: '按编号打开一篇报道',
  summaryDescription: '一篇报道的要点',
  helpDescription: '怎么用',

  welcome: (pages: number, articles: number, examples: readonly string[]): SafeHtml =>
    joinHtml([
      html`<b>报童</b>：把报纸送到聊天里。`,
      articles === 0 ? '现在还没有可以读的报道。' : html`手上有 ${pages} 个版面、${articles} 篇报道。`,
      '',
      ...(examples.length > 0
        ? ['直接发几个词就能搜，比如：', ...examples.map((it) => html`　<code>${it}</code>`), '']
        : []),
      '/headlines 看标题　/help 看用法',
    ]),
  help: (commands: readonly { readonly name: string; readonly describe: string }[]): SafeHtml =>
    joinHtml([
      html`<b>怎么用</b>`,
      '私聊里直接发词就是搜索；群里请用 /search。',
      '',
      ...commands.map(({ name, describe }) => html`/${name} ${describe}`),
      '',
      '点报道下面的数字打开全文，‹ › 翻页；“摘要”给出原文里最要紧的几句。',
    ]),
  unknownCommand: (name: string): SafeHtml => html`没有 /${name} 这个命令。/help 列出了所有命令。`,

  // search
  searchUsage: html`想找什么？在 /search 后面写上词，例如 <code>/search 中欧班列</code>`,
  nothingSearchable: '这里面没有可以搜的词。请写几个汉字、字母或数字。',
  found: (query: string, total: number): SafeHtml => html`“<b>${query}</b>”：${total} 篇`,
  foundNothing: (query: string): SafeHtml =>
    joinHtml([
      html`没有找到与“<b>${query}</b>”有关的报道。`,
      '换个说法，或少写几个词再试。/headlines 可以浏览标题。',
    ]),
  didYouMean: '你是不是要找：',
  listExpired: '这份结果已经过期，请重新搜索。',

  // headlines
  headlines: (total: number): SafeHtml => html`<b>标题</b>（共 ${total} 篇）`,
  noHeadlines: '还没有报道。请运营者检查 CORPUS_DIR 里有没有版面文本。',
  undated: '日期不详',

  // article
  articleUsage: html`要打开哪一篇？点搜索结果下面的数字，或发 <code>/article 编号</code>。`,
  summaryUsage: html`要看哪一篇的要点？打开报道后点“摘要”，或发 <code>/summary 编号</code>。`,
  noSuchArticle: '没有这篇报道。可能编号有误，或它已不在库中。',
  by: (names: readonly string[]): string => `记者 ${names.join(' ')}`,
  caption: (text: string): string => `图：${text}`,
  continuedFrom: (page: string): string => `（上接第${page}版）`,
  summaryTitle: '要点',

  // buttons
  fullText: '全文',
  summary: '摘要',
  back: '返回',

  // failures
  failed: '出了点问题，这次没办成。请稍后再试。',
  staleButton: '这个按钮已经失效，请重新搜索。',
  notYourList: '这是别人的搜索结果；请自己搜一次。',
  samePage: '就是这一页',
} as const
