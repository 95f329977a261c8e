import { type ExecFileOptions, execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment } from './bot-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

/** Lets a project use the packages that are installed here, with a cache of its own. */
export function linkPackages(modules: string): void {
  mkdirSync(modules, { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name))
}

/** A copy of the project whose sources may be changed, without a bundle. @returns its folder */
export function copyProject(): string {
  const folder = temporaryFolder()
  for (const part of ['src', 'seeds', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true })
  linkPackages(join(folder, 'node_modules'))
  return folder
}

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `paperboy` of a project in a process of its own, with no settings but those given. */
export function runPaperboy(
  project: string,
  args: readonly string[],
  {
    cwd = project,
    env = {},
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Said> {
  const options: ExecFileOptions = { cwd, env: cleanEnvironment(env) }
  return new Promise((resolve) => {
    const script = join(project, 'src', 'cli', 'paperboy.js')
    execFile(process.execPath, [script, ...args], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out: String(out), err: String(err) }),
    )
  })
}
