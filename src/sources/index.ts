/** Saved files in, articles that their source has already cut out: e-paper sites, web pages, JSON, Markdown. */
export { readHtml } from './html/read-html.ts'
export { readJson } from './read-json.ts'
export { readMarkdown } from './read-markdown.ts'
export type {
  BodyPart,
  EmptyReason,
  IssueFacts,
  Polygon,
  SourceArticle,
  SourceFile,
  SourceForm,
} from './source-article.ts'
