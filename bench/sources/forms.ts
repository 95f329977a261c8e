import { type Printed, sites } from '../../test/support/epaper-sites.ts'
import { bare, blog, schema } from './web-pages.ts'

/** A file as somebody would have saved it. */
export interface SavedFile {
  readonly file: string
  readonly text: string
}

/** What a form can tell: a web page has no page of a paper, and some forms have no place for captions. */
export interface Told {
  readonly page: boolean
  readonly caption: boolean
}

/** A form of files, and how articles are set into it. */
export interface SavedForm {
  readonly name: string
  readonly tells: Told
  readonly save: (articles: readonly Printed[]) => readonly SavedFile[]
}

const ALL: Told = { page: true, caption: true }
const NO_CAPTION: Told = { page: true, caption: false }

/** One file an article, each in a folder of its own day and paper: names repeat from day to day. */
const each = (name: string, tells: Told, save: (it: Printed) => SavedFile): SavedForm => ({
  name,
  tells,
  save: (articles) =>
    articles.map((it, at) => {
      const { file, text } = save(it)
      return { file: `site${at}/${file}`, text }
    }),
})

const digits = (date: string): string => date.replaceAll('-', '')
const paragraphHtml = (it: Printed) => it.paragraphs.map((text) => `<p>　　${text}</p>`).join('')

const JSONS: readonly SavedForm[] = [
  {
    name: 'JSON: an issue with pages',
    tells: NO_CAPTION,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `${at}/${it.date}.json`,
        text: JSON.stringify({
          source: it.paper,
          date: it.date,
          pages: [
            {
              page: it.page.padStart(3, '0'),
              page_name: it.section,
              articles: [
                { seq: 1, title: it.headline, author: it.author, content: it.paragraphs.join('\n\n') },
              ],
            },
          ],
        }),
      })),
  },
  {
    name: 'JSON: paperInfo with HTML',
    tells: NO_CAPTION,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `_szb/CODE${at}/${it.date.replaceAll('-', '/')}/index.json`,
        text: JSON.stringify({
          paperInfo: [
            {
              paperName: it.paper,
              paperData: it.date,
              paperNumber: it.page,
              paperBk: it.section,
              xyList: [
                {
                  id: 1,
                  title: it.headline,
                  title2: it.deck,
                  guideTitle: it.kicker,
                  author: it.author,
                  type: '文字',
                  content: paragraphHtml(it),
                },
              ],
            },
          ],
        }),
      })),
  },
  {
    name: 'JSON: Chinese keys, a list',
    tells: NO_CAPTION,
    save: (articles) => [
      {
        file: 'all.json',
        text: JSON.stringify(
          articles.map((it) => ({
            报纸: it.paper,
            日期: it.date,
            版次: `第${it.page}版`,
            版名: it.section,
            标题: it.headline,
            作者: it.author,
            正文: it.paragraphs.join('\n'),
          })),
        ),
      },
    ],
  },
  {
    name: 'JSON Lines',
    tells: NO_CAPTION,
    save: (articles) => [
      {
        file: 'all.jsonl',
        text: articles
          .map(({ paper, date, page, section, headline, paragraphs }) =>
            JSON.stringify({ paper, date, page, section, headline, body: paragraphs.join('\n') }),
          )
          .join('\n'),
      },
    ],
  },
]

const MARKDOWNS: readonly SavedForm[] = [
  {
    name: 'Markdown: by lines',
    tells: NO_CAPTION,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `${it.paper}/${digits(it.date)}/${digits(it.date)}-${it.page}-${String(at).padStart(2, '0')}.md`,
        text: [it.kicker, it.headline, it.deck, ...it.paragraphs].join('\n'),
      })),
  },
  {
    name: 'Markdown: front matter',
    tells: ALL,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `notes/${at}.md`,
        text: `---\ntitle: "${it.headline}"\ndate: ${it.date}\npaper: ${it.paper}\npage: ${it.page}\nsection: ${it.section}\nauthor: ${it.author}\n---\n\n# ${it.headline}\n\n${it.caption === '' ? '' : `![${it.caption}](a.jpg)\n\n`}${it.paragraphs.join('\n\n')}\n`,
      })),
  },
  {
    name: 'Markdown: by path',
    tells: NO_CAPTION,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `${it.date.slice(0, 4)}/${it.date.slice(5, 7)}/${it.date}/${it.page}-${it.section}/${at}.md`,
        text: `# ${it.headline}\n\n${it.paragraphs.join('\n\n')}\n`,
      })),
  },
  {
    name: 'Markdown: a day',
    tells: NO_CAPTION,
    save: (articles) =>
      articles.map((it, at) => ({
        file: `days/${at}.md`,
        text: `# ${it.paper} ${Number(it.date.slice(0, 4))}年${it.date.slice(5, 7)}月${it.date.slice(8)}日\n\n## 第${it.page}版：${it.section}\n\n### ${it.headline}\n\n${it.author === '' ? '' : `*${it.author}*\n\n`}${it.paragraphs.join('\n\n')}\n\n---\n`,
      })),
  },
]

/** Every form in which articles come that their source has cut already. */
export const FORMS: readonly SavedForm[] = [
  ...sites.map(({ name, article }) =>
    each(name, ALL, (it) => {
      const { file, html } = article(it)
      return { file, text: html }
    }),
  ),
  each('web page: JSON-LD', { page: false, caption: true }, schema),
  each('web page: a blog', { page: false, caption: true }, blog),
  each('web page: Open Graph alone', { page: false, caption: false }, bare),
  ...JSONS,
  ...MARKDOWNS,
]
