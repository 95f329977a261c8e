import { normalise } from '../../language/index.ts'
import { valueOf } from './number-forms.ts'

const PAGE_NAME = /^第?(?:([a-z]?\d{1,3})|([一二三四五六七八九十]{1,3}))版?面?$/u

/**
 * Reads a page as people name it: 3, A03, 第3版, 三, 第十二版.
 * @returns the page as it is printed; undefined for what names no page
 */
export function readPageName(text: string): string | undefined {
  const [, printed, han] = PAGE_NAME.exec(normalise(text).trim()) ?? []
  return printed?.toUpperCase() ?? (han === undefined ? undefined : valueOf(han)?.toString())
}
