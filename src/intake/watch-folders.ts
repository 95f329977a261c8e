import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** Watches that are held at most: systems have few, and the regular pass sees everything anyway. */
const MAX_WATCHES = 500

/** Watches folders for changes. */
export interface FolderWatch {
  /** Watches the corpus folder and these below it from now on, and no others. */
  follow(folders: readonly string[]): void
  close(): void
}

/**
 * Calls `onChange` when something in the folders may have changed. Only a hint: on network drives, and if the
 * system has no watches left, it never comes.
 */
export function createFolderWatch(root: string, onChange: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const forget = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const add = (folder: string) => {
    try {
      const watcher = watch(join(root, folder), { persistent: false }, onChange)
      // A folder that is removed, or a system that runs out of watches.
      watcher.on('error', () => forget(folder))
      watchers.set(folder, watcher)
    } catch {
      // As above; the regular pass will do.
    }
  }
  return {
    follow: (folders) => {
      // The root, where new folders appear, and the last by name: folders are named after days more often than not.
      const wanted = new Set(['', ...folders.slice(1 - MAX_WATCHES)])
      for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder)
      for (const folder of wanted) if (!watchers.has(folder)) add(folder)
    },
    close: () => {
      for (const folder of watchers.keys()) forget(folder)
    },
  }
}
