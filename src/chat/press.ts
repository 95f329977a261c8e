import { type ArticleId, isArticleId } from '../domain/index.ts'

/** The page of a list that one came from, to go back to. */
export interface Origin {
  readonly list: string
  readonly page: number
}

/** What a button asks for. Pages count from 0. */
export type Press =
  | { readonly kind: 'list'; readonly list: string; readonly page: number }
  | { readonly kind: 'headlines'; readonly page: number }
  | { readonly kind: 'article'; readonly id: ArticleId; readonly page: number; readonly origin?: Origin }
  | { readonly kind: 'summary'; readonly id: ArticleId; readonly origin?: Origin }
  /** The n/m between the arrows. */
  | { readonly kind: 'nothing' }

/** Stands for the headlines where a list's id could stand. */
export const HEADLINES = 'h'

/** Writes a press into a button: letters, digits and dots, well below the 64 bytes that a button holds. */
export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'list':
      return `l.${press.list}.${press.page}`
    case 'headlines':
      return `h.${press.page}`
    case 'article':
      return `a.${press.id}.${press.page}${encodeOrigin(press.origin)}`
    case 'summary':
      return `s.${press.id}${encodeOrigin(press.origin)}`
    case 'nothing':
      return 'n'
  }
}

/** Reads what a button sent; `undefined` where no button of ours could have sent it. */
export function decodePress(data: string): Press | undefined {
  const [kind, ...parts] = data.split('.')
  switch (kind) {
    case 'l': {
      const origin = decodeOrigin(parts)
      return origin && { kind: 'list', ...origin }
    }
    case 'h': {
      const page = decodePage(parts[0])
      return page === undefined || parts.length > 1 ? undefined : { kind: 'headlines', page }
    }
    case 'a': {
      const [id = '', page, ...origin] = parts
      const at = decodePage(page)
      if (!isArticleId(id) || at === undefined) return undefined
      return withOrigin({ kind: 'article', id, page: at }, origin)
    }
    case 's': {
      const [id = '', ...origin] = parts
      return isArticleId(id) ? withOrigin({ kind: 'summary', id }, origin) : undefined
    }
    case 'n':
      return parts.length === 0 ? { kind: 'nothing' } : undefined
    default:
      return undefined
  }
}

const encodeOrigin = (origin?: Origin) => (origin ? `.${origin.list}.${origin.page}` : '')

const decodePage = (text = ''): number | undefined =>
  /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : undefined

function decodeOrigin([list = '', page, ...rest]: readonly string[]): Origin | undefined {
  const at = decodePage(page)
  return /^([a-z2-7]{8}|h)$/.test(list) && at !== undefined && rest.length === 0
    ? { list, page: at }
    : undefined
}

function withOrigin<P extends Press>(
  press: P,
  parts: readonly string[],
): (P & { origin?: Origin }) | undefined {
  if (parts.length === 0) return press
  const origin = decodeOrigin(parts)
  return origin && { ...press, origin }
}
