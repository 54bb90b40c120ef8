import { pino } from 'pino'
import { platformEnv } from './env.ts'

/**
 * The only fields that reach a log line. Deny by default: a name, BSN, e-mail address or secret cannot be
 * logged by accident, because no field for it exists. Messages are constants; variable parts go into a field.
 */
const FIELDS = [
  'abonnementId',
  'actor',
  'actorSoort',
  'poging',
  'bezorgingId',
  'code',
  'count',
  'durationMs',
  'err',
  'eventId',
  'handeling',
  'httpStatus',
  'method',
  'namens',
  'objectId',
  'objectSoort',
  'path',
  'port',
  'process',
  'reason',
  'sequence',
  'signal',
  'source',
  'systems',
  'traceId',
  'type',
  'uitkomst',
  'untrusted',
  'zaakId',
] as const

export type LogFields = Partial<Record<(typeof FIELDS)[number], unknown>>

/**
 * Logs one line of JSON. The first argument holds fields of the list above, the second a constant sentence.
 */
export type Logger = Record<'debug' | 'info' | 'warn' | 'error', (fields: LogFields, message: string) => void>

const FRAME = /^\s+at .*:\d+:\d+\)?$/

/** Keeps what locates an error and drops its message, which may quote data. */
function withoutMessage(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .filter((line) => FRAME.test(line))
  // fetch puts the actual error, such as CERT_HAS_EXPIRED, in `cause`
  const code = codeOf(error) ?? codeOf(error.cause)
  // `Error` is the inherited name of a class that sets none
  const name = error.name === 'Error' ? error.constructor.name : error.name
  return { name, ...(code && { code }), stack: frames?.join('\n') }
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

function onlyKnownFields(fields: Record<string, unknown>) {
  const kept: Record<string, unknown> = {}
  for (const field of FIELDS) {
    const value = fields[field]
    if (value === undefined) continue
    if (field === 'err') kept.err = withoutMessage(value)
    else if (Array.isArray(value)) kept[field] = value.map(String)
    else kept[field] = typeof value === 'number' ? value : String(value)
  }
  return kept
}

/** @param destination standard output by default */
export function createLogger(
  name: string,
  destination?: { write(line: string): void },
  level = platformEnv().LOG_LEVEL,
): Logger {
  const options = {
    name,
    level,
    base: { name },
    serializers: {},
    formatters: { log: onlyKnownFields },
  }
  return destination ? pino(options, destination) : pino(options)
}
