import { arch, cpus, platform, totalmem } from 'node:os'

/** Where figures come from, in a sentence: no names of machines and no paths. */
export const describeMachine = (): string =>
  `Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
