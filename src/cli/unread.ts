import type { UnreadFiles } from '../intake/index.ts'

/** Reasons that are named one by one; the rest is counted together. */
const MOST_REASONS = 8

/** What of a folder was not read, one reason a line, the most frequent first. No lines if all was. */
export function tellUnread({ reasons, passedOver }: UnreadFiles): readonly string[] {
  const endings = [...passedOver].map(([reason, count]): readonly [string, number] => [
    /^[a-z0-9]{1,8}$/u.test(reason) ? `*.${reason}: no form that is read${wayOut(reason)}` : reason,
    count,
  ])
  const all = [...reasons, ...endings].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const rest = all.slice(MOST_REASONS)
  const lines = all.slice(0, MOST_REASONS).map(([reason, count]) => tell(count, reason))
  return rest.length === 0
    ? lines
    : [
        ...lines,
        tell(
          rest.reduce((sum, [, count]) => sum + count, 0),
          `${rest.length} other reasons`,
        ),
      ]
}

/** What to do with files that hold articles in a form that is not read, by their endings. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  doc: 'save as HTML',
  docx: 'save as HTML',
  eml: 'save the message as HTML',
  epub: 'unpack it: the *.xhtml in it are read',
  rar: 'unpack it',
  rtf: 'save as HTML',
  wps: 'save as HTML',
  xls: 'save as CSV',
  xlsx: 'save as CSV',
  zip: 'unpack it',
}

const wayOut = (ending: string): string => (WAYS_OUT[ending] === undefined ? '' : `; ${WAYS_OUT[ending]}`)

const tell = (count: number, reason: string): string =>
  `${count} ${count === 1 ? 'file' : 'files'}: ${reason}`
