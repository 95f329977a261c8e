import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB, on Linux; 0 elsewhere. */
export function memoryOf(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kb ?? 0) / 1024)
  } catch {
    return 0
  }
}
