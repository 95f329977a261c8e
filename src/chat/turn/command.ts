import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** Answers one command. @param text what stands behind it, trimmed; often empty */
export type Command = (text: string, turn: Turn) => Promise<Reply>
