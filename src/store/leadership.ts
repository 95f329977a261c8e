import { PaperboyError } from '../domain/index.ts'

/** That this process, of all bots over one database, takes updates and sends what is due. */
export interface Leadership {
  /** Settles when another process leads; never while this one does. */
  readonly lost: Promise<void>
  /** Lets another process lead, at once. */
  release(): Promise<void>
}

/** Another process has taken over while this one was frozen or out of reach. A restart makes it stand by. */
export class LeadershipLostError extends PaperboyError {
  readonly code = 'LEADERSHIP_LOST'
  constructor() {
    super('another bot over the same database leads now; start this one again, and it stands by')
  }
}
