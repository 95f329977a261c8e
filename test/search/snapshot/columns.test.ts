import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SNAPSHOT_COLUMNS, type SnapshotColumns } from '../../../src/search/snapshot/snapshot-columns.ts'
import { readSnapshot, writeSnapshot } from '../../../src/search/snapshot/snapshot-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a column that is a part of a larger one is kept as it is, byte for byte', async () => {
  const file = join(temporaryFolder(), 'index.snapshot')
  const part = Object.fromEntries(
    Object.entries(SNAPSHOT_COLUMNS).map(([name, Kind], at) => [
      name,
      new Kind([1, 2, 3, 4, 5, 6, 7, 8, at]).subarray(2, 2 + (at % 8)),
    ]),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made name by name
  const columns = part as unknown as SnapshotColumns
  const origin = { rules: 'r', archive: 'a', revision: 7 }
  await writeSnapshot(file, origin, columns)
  expect(await readSnapshot(file, { ...origin, revision: 8 })).toEqual({ revision: 7, columns })
})
