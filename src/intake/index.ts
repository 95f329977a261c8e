/** Corpus folder → archive → index, as the folder changes. */
export { claimCorpusFolder, OtherCorpusFolderError } from './corpus-folder.ts'
export { findMissing } from './find-missing.ts'
export { createIndexFollower, type IndexFollower } from './index-follower.ts'
export { createIndexSnapshot, type IndexSnapshot, indexFileIn } from './index-snapshot.ts'
export { createIntake, type Intake, type IntakeOptions, type UnreadFiles } from './intake.ts'
export { joinPieces } from './join-pieces.ts'
export type { MissingFiles } from './missing-files.ts'
export type { IntakeProgress, PassReport } from './pass-options.ts'
