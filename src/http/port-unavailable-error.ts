const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another process listens there already: stop that one, or write another number.',
  EACCES: 'the system does not let this user have it: write a number above 1023.',
}

/** The settings' port can't be had; the message is for the owner. */
export class PortUnavailableError extends Error {
  constructor(port: number, cause: NodeJS.ErrnoException) {
    const reason = REASONS[cause.code ?? ''] ?? `the system answers ${cause.code ?? cause.message}.`
    super(`PORT ${port} can't be opened: ${reason}`, { cause })
    this.name = 'PortUnavailableError'
  }
}
