/** What the codes of the operating system mean that people meet with files. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'another program holds it',
  EEXIST: 'a file of this name is in the way',
  EIO: 'the disk fails',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'what should be a folder is a file',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ESTALE: 'the network drive has gone',
}

/** Why the operating system did not do something with a file: in words where they are known, with the code to look up. */
export function systemReasonOf(error: unknown): string {
  const code = systemCodeOf(error)
  const meaning = MEANINGS[code]
  return meaning === undefined ? `the system says ${code}` : `${meaning} (${code})`
}

/** The code of an error of the operating system: `ENOENT`. */
export const systemCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
