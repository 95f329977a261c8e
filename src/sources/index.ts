/** Saved files in, articles that their source has already cut out: e-paper sites, web pages, JSON, Markdown, tables, feeds, text with its facts above. Printed pages: PDF, ALTO, hOCR. */

export { readHtml } from './html/read-html.ts'
export { readMhtml } from './html/read-mhtml.ts'
export { readIndexRegions } from './page-index.ts'
export { findPageFile, type PageFile } from './page-picture.ts'
export { pathFacts } from './path-facts.ts'
export { openPdf } from './pdf/open-pdf.ts'
export {
  openRendering,
  type PageView,
  type PdfRendering,
  type PlacedText,
} from './pdf/open-rendering.ts'
export { PdfError } from './pdf/pdf-error.ts'
export type { Box, Glyph, PrintedFile, PrintedPage, Rect } from './printed-page.ts'
export { readJson, readRecords } from './read-json.ts'
export { readLabelled } from './read-labelled.ts'
export { readMarkdown } from './read-markdown.ts'
export { readTable } from './read-table.ts'
export { readXml } from './read-xml.ts'
export { openAlto } from './scan/open-alto.ts'
export { isHocr, openHocr } from './scan/open-hocr.ts'
export type {
  BodyPart,
  EmptyReason,
  IssueFacts,
  Polygon,
  SourceArticle,
  SourceFile,
  SourceForm,
} from './source-article.ts'
