import type { Socket } from 'node:net'
import type { buildConnector } from 'undici'

const CONTINUE = 100
const PROCESSING = 102

/** The part of undici's parser of answers that is told each status. */
type Parser = { onHeadersComplete(status: number, ...rest: boolean[]): number }

/**
 * Passes over a `100 Continue` that nobody asked for, as every client must (RFC 9110 section 15.2). undici breaks the
 * connection at it, and has no setting for that, but passes over all other interim answers: its parser is told 102.
 */
export function acceptContinue(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      // undici gives the connection its parser within this call.
      callback(...result)
      const parser = result[1] && parserOf(result[1])
      if (!parser) return
      const { onHeadersComplete } = parser
      parser.onHeadersComplete = (status, ...rest) =>
        onHeadersComplete.call(parser, status === CONTINUE ? PROCESSING : status, ...rest)
    })
}

function parserOf(socket: Socket): Parser | undefined {
  const key = Object.getOwnPropertySymbols(socket).find(({ description }) => description === 'parser')
  return key && (socket as unknown as Record<symbol, Parser | undefined>)[key]
}
