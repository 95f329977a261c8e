import { arch, cpus, loadavg, platform, totalmem } from 'node:os'

/** Where figures come from, in a sentence: no names of machines and no paths. Call it before there is work. */
export function describeMachine(): string {
  const [load = 0] = loadavg()
  return (
    `Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB; load of the machine before the bench ${load.toFixed(1)}`
  )
}
