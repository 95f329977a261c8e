/** An update as it was given to a replica. */
export interface GivenUpdate {
  readonly updateId: number
  /** Updates of one line are worked on one after another, and by one replica: `chat 7`. */
  readonly line: string
  /** JSON. */
  readonly body: unknown
}

/** An update that is to be worked on now. */
export interface BegunUpdate {
  readonly updateId: number
  readonly body: unknown
  /** How often it was begun, with this time: more than once where a replica died over it. */
  readonly times: number
  /** An answer to it may have been sent already. */
  readonly mayBeAnswered: boolean
}

/**
 * The updates that replicas behind one webhook have been given, until they are answered. What is added is answered once,
 * by whichever replica lives; in the order of the ids within a line. A replica works on a line for as long as it has its
 * turn. If it dies, its turns are free two seconds later.
 */
export interface UpdateQueue {
  /** @returns the ids that had not been given to any replica in 48 hours; what is returned outlives all processes */
  add(updates: readonly GivenUpdate[]): Promise<ReadonlySet<number>>
  /** @returns whether this replica has the turn of the line now: it had it already, nobody had it, or who had it is dead */
  takeTurn(line: string): Promise<boolean>
  /**
   * The next updates of a line whose turn this replica has, in order, and notes that they are begun.
   * @param except ids that this replica has in hand
   */
  begin(line: string, except: readonly number[]): Promise<readonly BegunUpdate[]>
  /** Notes that an answer is on its way. @returns false if another replica has taken the update over: send nothing */
  noteCall(updateId: number): Promise<boolean>
  /** The update is answered. */
  finish(updateId: number): Promise<void>
  /** Gives the turn of a line back. @returns whether more of the line waits: then take the turn again */
  leaveTurn(line: string): Promise<boolean>
  /** Lines in which updates wait that no living replica works on, or this one alone; to be asked twice a second. */
  left(): Promise<readonly string[]>
}
