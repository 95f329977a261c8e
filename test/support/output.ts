import type { Output } from '../../src/cli/command.ts'

/** Records what a command writes. */
export function recordOutput(): Output & { readonly said: { out: string; err: string } } {
  const said = { out: '', err: '' }
  return {
    said,
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  }
}
