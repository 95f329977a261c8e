import { PaperboyError } from '../domain/index.ts'

/** The playground cannot listen where it was told to. */
export class PlaygroundPortError extends PaperboyError {
  readonly code = 'PLAYGROUND_PORT'
  readonly port: number
  constructor(port: number, reason: string, options?: ErrorOptions) {
    super(
      `cannot open the playground on port ${port}: ${reason}; set PLAYGROUND_PORT to another port, or to 0 for any free one`,
      options,
    )
    this.port = port
  }
}
