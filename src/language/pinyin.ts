/** How characters are read aloud. */
export interface Pinyin {
  /** All readings of a character, without tones (`ü` as `v`), the common one first; none for what is no Han character. */
  readingsOf(character: string): readonly string[]
}

let loading: Promise<Pinyin> | undefined

/** Loads the readings at the first call: few processes ever need them, and the package takes its time. */
export function loadPinyin(): Promise<Pinyin> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>()
    return {
      readingsOf: (character) => {
        let readings = known.get(character)
        if (readings === undefined) {
          const read = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
          readings = [...new Set(read)].filter((it) => /^[a-z]+$/.test(it) && it !== character)
          known.set(character, readings)
        }
        return readings
      },
    }
  })
  return loading
}
