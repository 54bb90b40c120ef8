/** The part that our tests use. The published types depend on those of nodemailer, and so on the AWS SDK. */
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Callback = (error?: Error) => void
  type Session = { envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] } }

  export class SMTPServer {
    constructor(options: {
      disabledCommands?: string[]
      hideENHANCEDSTATUSCODES?: boolean
      onRcptTo?(recipient: { address: string }, session: Session, callback: Callback): void
      onData?(stream: Readable, session: Session, callback: Callback): void
    })
    readonly server: Server
    on(event: 'error', listener: (error: Error) => void): this
    listen(port: number, host: string): void
    close(callback: () => void): void
  }
}
