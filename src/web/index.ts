/** The archive as pages to read: articles, days, printed pages, search; who may read them, and a server for them. */
export type { WebAccess } from './access/gate.ts'
export type { SiteParts } from './pages/site-parts.ts'
export { createSite, type Site } from './site.ts'
export { openSiteServer, type SiteServer, WebPortError } from './site-server.ts'
