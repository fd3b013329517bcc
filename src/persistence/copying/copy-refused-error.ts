/** A backup or a move that can not be made; nothing has been changed. The message tells the owner why, and what to do. */
export class CopyRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CopyRefusedError'
  }
}
