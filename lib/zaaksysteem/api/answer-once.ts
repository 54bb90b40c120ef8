import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'

/** A request with an `Idempotency-Key`. Its effect and the record of its response are one statement. */
export type KeyedRequest = {
  client: string
  sleutel: string
  requestHash: string
  /** the status of the response when it takes effect */
  httpStatus: number
}

export type Answer = { ok: true; httpStatus: number; antwoord: Prisma.JsonObject }

type KeyReused = { ok: false; reason: 'key_reused' }

/**
 * Answers a request with an `Idempotency-Key`: a repeat gets the response to the first request with its key.
 * Nothing is looked up before `run`, because a repeat cannot take effect again: the first one changed the
 * version that the request names. A concurrent repeat waits until the first one is committed. A refusal is
 * not recorded: it changed nothing, so a repeat runs again.
 */
export async function answerOnce<Refused extends { ok: false }>(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { client, sleutel, requestHash }: KeyedRequest,
  run: () => Promise<Answer | Refused>,
): Promise<Answer | Refused | KeyReused> {
  const answer = await run().catch(keyReused)
  if (answer.ok) return answer
  const first = await db.idempotentie.findUnique({ where: { client_sleutel: { client, sleutel } } })
  if (!first) return answer
  if (first.requestHash !== requestHash) return { ok: false, reason: 'key_reused' }
  return { ok: true, httpStatus: first.httpStatus, antwoord: first.antwoord as Prisma.JsonObject }
}

/**
 * A violated primary key: a different request took effect with this key at the same moment. A repeat of the
 * same request would have been refused.
 */
function keyReused(error: { constraint?: unknown }): KeyReused {
  if (error.constraint !== 'idempotentie_pkey') throw error
  return { ok: false, reason: 'key_reused' }
}
