declare module 'opencc-js/dict/TSCharacters' {
  /** `傳統 传统`-like pairs, parted by `|`: one character and what it becomes, parted by a blank. */
  const pairs: string
  export default pairs
}
