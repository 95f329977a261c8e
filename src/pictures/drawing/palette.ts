/** The colours of a picture. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  /** Of what stands back: the source, the hours of a chart. */
  readonly faint: string
  readonly rule: string
  readonly accent: string
  readonly mark: string
  /** Of up to four lines in a chart. */
  readonly lines: readonly string[]
}

/** Dark ink on warm paper. */
export const LIGHT: Palette = {
  paper: '#fbf8f1',
  ink: '#1d1b18',
  faint: '#6b655b',
  rule: '#d9d2c3',
  accent: '#b3261e',
  mark: '#ffe49a',
  lines: ['#b3261e', '#1f5fa8', '#2e7d4f', '#8a5a00'],
}

/** For the night. */
export const DARK: Palette = {
  paper: '#17181b',
  ink: '#ece7dc',
  faint: '#a39d91',
  rule: '#3a3b40',
  accent: '#ff7b6e',
  mark: '#5c4a12',
  lines: ['#ff7b6e', '#7db7ff', '#7fd6a4', '#f0bf5a'],
}

/** Colours that are readable on a phone by day, or by night. @param isDark for the night */
export const paletteOf = (isDark: boolean): Palette => (isDark ? DARK : LIGHT)
