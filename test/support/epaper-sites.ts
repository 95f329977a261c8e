import type { SourceArticle } from '../../src/sources/index.ts'

/** An article to be set into a saved page of an e-paper site. */
export interface Printed {
  readonly paper: string
  readonly date: string
  readonly page: string
  readonly section: string
  readonly kicker: string
  readonly headline: string
  readonly deck: string
  readonly author: string
  readonly paragraphs: readonly string[]
  readonly caption: string
}

export interface SavedPage {
  readonly file: string
  readonly html: string
}

/** A family of e-paper sites: how one of its article pages and its index page are written. */
export interface Site {
  readonly name: string
  readonly article: (it: Printed) => SavedPage
  readonly index: (it: Printed) => SavedPage
}

const spelt = (date: string) => `${date.slice(0, 4)}年${date.slice(5, 7)}月${date.slice(8)}日`
const digits = (date: string) => date.replaceAll('-', '')
const monthDay = (date: string) => `${date.slice(0, 4)}${date.slice(5, 7)}/${date.slice(8)}`
const indented = (paragraphs: readonly string[], tag = 'P', end = '') =>
  paragraphs.map((it) => `<${tag}>&nbsp;&nbsp;&nbsp;&nbsp;${it}${end}`).join('\r\n')

const otherPages = [
  ['01', '头版'],
  ['02', '时政'],
  ['03', '要闻'],
  ['A12', '副刊'],
] as const

const founderFrame = (it: Printed, links: string, main: string) => `<HTML><HEAD>
<META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${it.paper}-电子报平台</TITLE>
<SCRIPT>var pages = "第09版：脚本"; document.write('<p>点击量</p>')</SCRIPT></HEAD><BODY>
<TABLE><TR><TD class=default>${spelt(it.date)} 星期六</TD><TD>第${it.page}版：<STRONG>${it.section}</STRONG></TD></TR></TABLE>
<IMG src="../../../res/1/b.jpg" USEMAP=#PagePicMap><MAP NAME="pagepicmap">${links}</MAP>
<UL>${otherPages.map(([no, name], at) => `<LI><a id=pageLink href=node_${at + 2}.htm>第${no}版：${name}</a> <a href=../1.pdf>pdf</a>`).join('')}
<LI>&middot;<a href=content_77.htm><div style=display:inline id=mp77>别处的一条标题</div></a></UL>
${main}
<TABLE><TR><TD>责任编辑：某某某</TD></TR><TR><TD><a href=content_77.htm>下一篇</a></TD></TR></TABLE></BODY></HTML>`

const founderClassic: Site = {
  name: 'Founder classic, tables',
  article: (it) => ({
    file: `epaper/html/${it.date.slice(0, 7)}/${it.date.slice(8)}/content_1001.htm`,
    html: founderFrame(
      it,
      '<Area coords="0,0,9,0,9,9,0,9" shape="polygon" href="content_1001.htm?div=-1"><Area coords="9,9,20,20" href="content_77.htm">',
      `<TABLE><TR><TD><TABLE><TR><TD class=font02>${it.kicker}<TR><TD class=font01>${it.headline}</TD></TR><TR><TD class=font02>${it.deck}<TR><TD class=font02>${it.author}</TD></TR></TABLE></TD></TR>
<TR><TD><TABLE><TR><TD><IMG src="../../../res/1/res01_attpic_brief.jpg"></TD></TR><TR><TD>${it.caption}</TD></TR></TABLE>
<div id=ozoom><founder-content><!--<npm:P>-->${indented(it.paragraphs)}</founder-content></div></TD></TR></TABLE>`,
    ),
  }),
  index: (it) => ({
    file: `epaper/html/${it.date.slice(0, 7)}/${it.date.slice(8)}/node_2.htm`,
    html: founderFrame(
      it,
      '<Area coords="0,0,9,9" href="content_1001.htm">',
      `<div id=ozoom><UL><LI><a href=content_1001.htm>${it.headline}</a></UL></div>`,
    ),
  }),
}

const enpproperty = (it: Printed) =>
  `<!--enpproperty <articleid>30107421</articleid><date>${it.date} 00:00:00:000</date><author>${it.author}</author><title><p>${it.headline}</p></title><keyword>甲,乙</keyword><subtitle>${it.deck}</subtitle><introtitle>${it.kicker}</introtitle><siteid>2</siteid><nodename>${it.section}</nodename>/enpproperty-->`

const founderNew: Site = {
  name: 'Founder new',
  article: (it) => ({
    file: `pc/content/${monthDay(it.date)}/content_30107421.html`,
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${it.headline}</title></head><body>
<div class="swiper-slide"><a id="pageLink" href="node_01.html">01版：头版</a></div><p class="left ban">${it.page}版：${it.section}</p>
<ul class="news-list"><li><a href="content_30107421.html">${it.headline}</a></li><li><a href="content_30107422.html">别处的一条标题</a></li></ul>
<div class="article"><h3>${it.kicker}</h3><h1>${it.headline}</h1><h2>${it.deck}</h2>
<p class="sec">${it.author}　<span class="date">《${it.paper}》（${spelt(it.date)}　第 ${it.page} 版）</span></p>
<div id="ozoom">${enpproperty(it)}<table class="pci_c"><tr><td><img src="../../../res/a.jpg"></td></tr><tr><td>${it.caption}</td></tr></table>
<!--enpcontent-->${indented(it.paragraphs, 'p', '</p>')}<!--/enpcontent--></div></div><p>责编：某某</p></body></html>`,
  }),
  index: (it) => ({
    file: `pc/layout/${monthDay(it.date)}/node_03.html`,
    html: `<html><head><title>${it.paper}</title></head><body><p class="left ban">${it.page}版：${it.section}</p><map>
<area coords="1,1,2,2" href="../../content/content_30107421.html" data-title="${it.headline}"></map><ul class="news-list"><li><a href="../../content/content_30107421.html">${it.headline}</a></li></ul></body></html>`,
  }),
}

const nbs: Site = {
  name: 'nbs/nw',
  article: (it) => ({
    file: `html/${it.date.slice(0, 7)}/${it.date.slice(8)}/nw.D110000abc_${digits(it.date)}_3-${it.page}.htm`,
    html: `<html><head><title>${it.headline}</title></head><body><div id="riqi_">${it.paper}
 ${spelt(it.date)} 星期六</div><div id="pageList"><ul><li><a id=pageLink href=nbs.D110000abc_01.htm>01版：头版</a></li></ul></div>
<div class="ban_t"><ul><li>${it.page}版：${it.section}</li></ul></div><div id="titleList"><ul><li><a href=nw.D110000abc_20260718_1-01.htm><script>document.write(view("别处  "))</script></a></li></ul></div>
<div class="text_c"><h3>${it.kicker}</h3><h1>${it.headline}</h1><h2>${it.deck}</h2><h4>${it.author}</h4>
<div id="ozoom"><!--enpcontent--><table class="pci_c"><tr><td><img src=a.jpg><tr><td>${it.caption}</table>${indented(it.paragraphs)}<!--/enpcontent--></div>
<div style="display:none"><!--enpcontent-->${indented(it.paragraphs)}<!--/enpcontent--></div></div></body></html>`,
  }),
  index: (it) => ({
    file: `html/${it.date.slice(0, 7)}/${it.date.slice(8)}/nbs.D110000abc_03.htm`,
    html: `<html><body><div class="l_t">${it.page}版：${it.section}</div><map><area coords="1,1,2,2" href="nw.D110000abc_20260718_3-03.htm"></map><div id=ozoom><ul><li><a href="nw.D110000abc_20260718_3-03.htm">标题一条</a></li></ul></div></body></html>`,
  }),
}

const paperIndex: Site = {
  name: 'PaperIndex',
  article: (it) => ({
    file: `content/${digits(it.date)}/Articel${it.page}002DK.htm`,
    html: `<html><head><title>${it.paper} - ${it.page}版:${it.section}-${spelt(it.date)}</title></head><body>
<div class="listdaohang"><h4><a href="Page01DK.htm">01版：头版</a></h4><ul><li><a daoxiang="Articel01001DK.htm">别处的一条标题</a></li><li><a daoxiang="Articel01003DK.htm">另一条</a></li></ul></div>
<div class="bggray"><div class="margin15"><h4>${it.kicker}</h4><h2>${it.headline}</h2><h3>${it.deck}</h3><div class="shijian">${it.author}　　　　　${it.date}</div>
<div class="contenttext"><table><tr><td><img src="../a.jpg"></td></tr><tr><td>${it.caption}</td></tr></table>${indented(it.paragraphs, 'p', '</p>')}</div></div></div></body></html>`,
  }),
  index: (it) => ({
    file: `content/${digits(it.date)}/Page${it.page}DK.htm`,
    html: `<html><head><title>${it.paper}</title></head><body><div class="listdaohang"><h4><a href="Page01DK.htm">01版：头版</a></h4><ul><li><a daoxiang="Articel01001DK.htm">别处的一条标题</a></li><li><a daoxiang="Articel01002DK.htm">二</a></li><li><a daoxiang="Articel01003DK.htm">三</a></li></ul></div></body></html>`,
  }),
}

const l01: Site = {
  name: 'l01/c123',
  article: (it) => ({
    file: `epaper/CODEpc/${monthDay(it.date)}/c12345.html`,
    html: `<html><head><title>${it.paper}</title></head><body><div class="nav-list"><ul><li><a href="l01.html">第01版：头版</a></li></ul></div><div class="tabs"><h3>第${it.page}版：${it.section}</h3></div>
<div class="news-list"><ul><li><a href="c12345.html">${it.headline}</a></li><li><a href="c12346.html">别处</a></li></ul></div>
<div class="totalTitle"><h3>${it.kicker}</h3><h1 id="Title">${it.headline}</h1><h2>${it.deck}</h2></div><div class="author">${it.author}</div>
<div id="ozoom"><div><img src="p.jpg"><div class="tushuo">${it.caption}</div></div>${indented(it.paragraphs, 'p', '</p>')}</div></body></html>`,
  }),
  index: (it) => ({
    file: `epaper/CODEpc/${monthDay(it.date)}/l03.html`,
    html: `<html><body><div class="tabs"><h3>第${it.page}版：${it.section}</h3></div><map><area coords="0,0,1,1" href="c12345.html"></map><div class="news-list"><ul><li><a href="c12345.html">${it.headline}</a></li></ul></div></body></html>`,
  }),
}

const svgAreas: Site = {
  name: 'SVG areas',
  article: (it) => ({
    file: `${monthDay(it.date)}/con-746458.html`,
    html: `<html><head><title>${it.headline}-${it.paper}</title></head><body><div class="top_bar">${it.page}版：${it.section}</div><h5>${it.kicker}</h5><h1>${it.headline}</h1><h2>${it.deck}</h2><div class="author">${it.author}</div><div class="content"><figure><img src="x.jpg"><figcaption>${it.caption}</figcaption></figure>${indented(it.paragraphs, 'p', '</p>')}</div></body></html>`,
  }),
  index: (it) => ({
    file: `${monthDay(it.date)}/index.html`,
    html: `<html><body><svg><polygon class="area" points="1,1 2,2" title="${it.headline}" data-contentid="746458"></polygon></svg><a href="con-746458.html">x</a><div class="top_bar">${it.page}版：${it.section}</div></body></html>`,
  }),
}

export const sites: readonly Site[] = [founderClassic, founderNew, nbs, paperIndex, l01, svgAreas]

/** What a reader of the page sees, without what only the layout says. */
export const textOf = (article: SourceArticle | undefined) => ({
  headline: article?.headline,
  kicker: article?.kicker,
  deck: article?.deck.filter((it) => !/记者/u.test(it)),
  author: [...(article?.author ?? []), ...(article?.deck.filter((it) => /记者/u.test(it)) ?? [])],
  body: article?.body.filter(({ kind }) => kind !== 'caption').map(({ text }) => text),
  captions: article?.body.filter(({ kind }) => kind === 'caption').map(({ text }) => text),
  paper: article?.paper,
  date: article?.date,
  page: article?.page,
  section: article?.section,
})
