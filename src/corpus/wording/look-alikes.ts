import { IDEOGRAPH_OF_RADICAL } from '../../language/index.ts'

/** Radicals, compatibility ideographs, and marks as they stand in lines that run downwards (︻, ﹁). */
const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe31\ufe32\ufe35-\ufe44\ufe47\ufe48]/gu

/** The one Kangxi radical that NFKC turns into the Traditional form. */
const KANGXI_DOOR = '\u2f3e'

/** Puts the ordinary ideograph in place of each radical and compatibility ideograph, and the ordinary mark in place of a vertical one; all else stays. */
export const foldLookAlikes = (text: string): string =>
  text.replace(LOOK_ALIKE, (sign) =>
    sign === KANGXI_DOOR ? '户' : (IDEOGRAPH_OF_RADICAL.get(sign) ?? sign.normalize('NFKC')),
  )
