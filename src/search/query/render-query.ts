import type { ParsedQuery, Phrase, QueryField } from './query.ts'

const FIELD_NAME: Readonly<Record<QueryField, string>> = { title: '标题', byline: '记者' }

/** Writes a query in the query language, so that it can be asked again. */
export function renderQuery({ wanted, excluded, filter }: ParsedQuery): string {
  const { section, paper, page, from, to } = filter
  const days = from === to ? from : `${from ?? '1000-01-01'}..${to ?? '9999-12-31'}`
  return [
    ...wanted.map((alternatives) => alternatives.map(renderPhrase).join(' OR ')),
    ...excluded.map((it) => `-${renderPhrase(it)}`),
    ...(section === undefined ? [] : [`栏目:${quotedIfSpaced(section)}`]),
    ...(paper === undefined ? [] : [`报:${quotedIfSpaced(paper)}`]),
    ...(page === undefined ? [] : [`版:${page}`]),
    ...(days === undefined || (from === undefined && to === undefined) ? [] : [`日期:${days}`]),
  ].join(' ')
}

function renderPhrase({ text, exact, field }: Phrase): string {
  const value = exact ? `"${text}"` : quotedIfSpaced(text)
  return field === undefined ? value : `${FIELD_NAME[field]}:${value}`
}

/** A blank would end the value. */
const quotedIfSpaced = (text: string): string => (/\s/u.test(text) ? `"${text}"` : text)
