import { type NewAuditregel, recordedTransactions } from '#lib/platform/audit/with-auditregels.ts'
import type { Prisma } from '../generated/client.ts'
import type { Auditnaam } from './auditnamen.ts'

/** The actor. `id`: of the row of a behandelaar, or the configured name of an API client. */
export type Actor = {
  soort: 'behandelaar' | 'api_client' | 'opdrachtregel'
  id: string
  /** of the request; without one the auditregel gets a trace of its own */
  traceparent?: string
}

export type TracedActor = Actor & { traceparent: string }

/** Anybody who may run commands where the zaaksysteem runs. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

export const { recordedTransaction, recordedPgTransaction } = recordedTransactions<
  Prisma.TransactionClient,
  NewAuditregel<Actor['soort'], Auditnaam>
>()
