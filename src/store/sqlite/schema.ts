import type { Generated } from 'kysely'

/** The tables of migrations.ts, as Kysely sees them. */
export interface Schema {
  files: FilesTable
  articles: ArticlesTable
  changes: ChangesTable
}

export interface FilesTable {
  file: string
  size: number
  modified_ms: number
  taken_ms: number
  hash: string
  reader: string
  pages: number
  problems: string
}

interface ArticlesTable {
  key: Generated<number>
  file: string
  place: number
  id: string
  state: 'shown' | 'copy' | 'joined'
  issue_date: string
  paper: string
  page: string
  page_order: string
  section: string
  continued_from: string | null
  hash: string
  as_cut: string
  as_joined: string | null
}

interface ChangesTable {
  id: string
  arrival: number
  revision: number
}
