import { IDEMPOTENCY_SEED } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'

type Answer = { httpStatus: number; antwoord: Prisma.JsonObject }

/** `key_reused`: the key belongs to another request. `in_progress`: its first request has not been answered yet. */
export type AnswerOnce = ({ ok: true } & Answer) | { ok: false; reason: 'key_reused' | 'in_progress' }

/**
 * Idempotency of a request with an `Idempotency-Key`: `run` takes effect once, in one transaction with the record of
 * its answer, and a repeat gets that answer. A refusal is not recorded: it changed nothing, so a repeat runs again.
 */
export async function answerOnce(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { client, sleutel, requestHash }: { client: string; sleutel: string; requestHash: string },
  run: (tx: Prisma.TransactionClient) => Promise<Answer>,
): Promise<AnswerOnce> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<[{ isMine: boolean }]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${client} ${sleutel}`}, ${IDEMPOTENCY_SEED})) as "isMine"`
    if (!lock.isMine) return { ok: false, reason: 'in_progress' }

    const first = await tx.idempotentie.findUnique({ where: { client_sleutel: { client, sleutel } } })
    if (first && first.requestHash !== requestHash) return { ok: false, reason: 'key_reused' }
    if (first) return { ok: true, httpStatus: first.httpStatus, antwoord: first.antwoord as Prisma.JsonObject }

    const answer = await run(tx)
    if (answer.httpStatus < 300) {
      await tx.idempotentie.create({ data: { client, sleutel, requestHash, ...answer, aangemaaktOp: clock() } })
    }
    return { ok: true, ...answer }
  })
}
