import type { Printed } from '../../test/support/epaper-sites.ts'
import type { SavedFile } from './forms.ts'

const paragraphs = (it: Printed) => it.paragraphs.map((text) => `<p>${text}</p>`).join('\n')
const figureOf = (it: Printed) =>
  it.caption === '' ? '' : `<figure><img src="/img/a.jpg"><figcaption>${it.caption}</figcaption></figure>`
const NAV =
  '<nav><a href="/">首页</a><a href="/news">新闻</a></nav><div class="cookie-banner">本网站使用饼干以改善体验，继续浏览即表示同意。</div>'
const AROUND =
  '<aside class="related"><h3>相关阅读</h3><ul><li><a href="/1">另一条毫不相干的新闻标题</a></li><li><a href="/2">还有一条别的新闻标题</a></li></ul></aside><footer>版权所有 未经许可不得转载</footer>'

/** A site that describes its articles to search engines: JSON-LD, Open Graph, one `<article>`. */
export const schema = (it: Printed): SavedFile => ({
  file: 'news/article.html',
  text: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${it.headline}_${it.paper}网</title><meta property="og:title" content="${it.headline}"><meta property="og:site_name" content="${it.paper}">
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: it.headline, datePublished: `${it.date}T08:00:00+08:00`, author: { '@type': 'Person', name: it.author }, publisher: { '@type': 'Organization', name: it.paper } })}</script></head>
<body>${NAV}<main><article><header><h1>${it.headline}</h1><time datetime="${it.date}">${it.date}</time></header>${figureOf(it)}${paragraphs(it)}<div class="share">分享到微信</div></article></main><section class="comments"><p>读者评论：写得很好，支持一下。</p></section>${AROUND}</body></html>`,
})

/** A blog as WordPress writes it. */
export const blog = (it: Printed): SavedFile => ({
  file: `${it.date.replaceAll('-', '/')}/post.html`,
  text: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${it.headline} – ${it.paper}</title></head><body>${NAV}<div class="hentry"><h1 class="entry-title">${it.headline}</h1><div class="entry-meta"><span class="posted-on"><time datetime="${it.date}">${it.date}</time></span> <span class="byline">${it.author}</span></div><div class="entry-content">${it.caption === '' ? '' : `<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">${it.caption}</p></div>`}${paragraphs(it)}<div class="sharedaddy share">分享：<a href="#">微博</a> <a href="#">微信</a></div></div></div><div id="comments" class="comments"><ol><li><p>这是一条评论，与文章无关。</p></li></ol></div><aside><h2>近期文章</h2><ul><li><a href="/a">一篇别的文章</a></li></ul></aside>${AROUND}</body></html>`,
})

/** A page of nothing but blocks: only its metadata tells what it is, and Readability finds the text. */
export const bare = (it: Printed): SavedFile => ({
  file: 'a/view.html',
  text: `<html><head><meta charset="utf-8"><title>${it.headline}</title><meta property="og:type" content="article"><meta property="og:title" content="${it.headline}"><meta property="article:published_time" content="${it.date}T00:00:00+08:00"></head><body><div class="top">${NAV}</div><div class="wrap"><div class="main"><h2>${it.headline}</h2><div class="body-x">${paragraphs(it)}</div></div><div class="side"><ul><li><a href="/1">另一条毫不相干的新闻标题</a></li></ul></div></div>${AROUND}</body></html>`,
})
