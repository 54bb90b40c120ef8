import { randomBytes, randomUUID } from 'node:crypto'
import { type Bestandsfout, Bestandsweigering } from '#lib/platform/bestand/bestandsfouten.ts'
import {
  type ForeignFile,
  STALLED_MS,
  type TakenBestand,
  takeInBestand,
} from '#lib/platform/bestand/take-in-bestand.ts'
import { type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LIMITS_SEED } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { bestandStore } from './bestand-store.ts'

const MB = 1024 * 1024
/** The limit of concurrent uploads of one sender. A web process of the API takes half as many. */
const MOST_UNDER_WAY = 32

type Ctx = Pick<ZaaksysteemContext, 'env' | 'once' | 'pool' | 'clock' | 'log'>

/**
 * @property zaakId a zaak that the caller may write to
 * @property afzender id of the behandelaar or name of the API client that sends the
 * bytes; absent: the desk itself
 * @property inzender the API client that sends it for an aanvrager; no other client can make a document of it
 */
type NewBestand = ForeignFile & { zaakId: string; afzender?: string; inzender?: string }

type Bestand = TakenBestand & { id: string }

type Outcome = { ok: true; bestand: Bestand } | { ok: false; reason: Bestandsfout }

/**
 * Streams foreign bytes into a bestand of a zaak. The row comes first, so that the sweep finds the leftovers
 * of a killed process. The status is `opgeslagen` only once the bytes are durable. An act must make it the
 * bestand of a document within a day, before the sweep.
 */
export async function storeBestand(ctx: Ctx, given: NewBestand): Promise<Outcome> {
  const id = randomUUID()
  const key = randomBytes(32)
  const sealed = encrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { plaintext: key, boundTo: id })
  const room = await begin(ctx, { ...given, id, ...sealed })
  if (room === undefined) return { ok: false, reason: 'too_many_under_way' }
  try {
    const report = (at: Date) => ctx.pool.query('update bestand set laatste_byte_op = $2 where id = $1', [id, at])
    const place = { store: bestandStore(ctx), id, key, clock: ctx.clock, report }
    const bestand = { id, ...(await takeInBestand(place, { ...given, ...limitOf(ctx, room) })) }
    const kept = await finish(ctx, { ...bestand, zaakId: given.zaakId, mayBeAgain: given.naam !== '' })
    if (kept !== id) await discard(ctx, id)
    return { ok: true, bestand: { ...bestand, id: kept } }
  } catch (error) {
    await discard(ctx, id)
    if (error instanceof Bestandsweigering) return { ok: false, reason: error.code }
    throw error
  }
}

const INSERT = `
  insert into bestand (id, zaak_id, naam, versleuteld, sleutel_id, aangemaakt_op, laatste_byte_op, inzender, afzender)
  select $1, $2, '', $3, $4, $5, $5, $6, $7
  where (
    select count(*) from bestand where afzender = $7 and status = 'onderweg' and laatste_byte_op > $8::timestamptz
  ) < ${MOST_UNDER_WAY}
  returning (select coalesce(sum(grootte), 0)::float from bestand where zaak_id = $2) as size`

/**
 * Serializes the uploads of a sender, so that the count holds.
 *
 * @returns the number of bytes left for the zaak; `undefined` when the sender has too many concurrent uploads
 */
async function begin(ctx: Ctx, bestand: Omit<NewBestand, 'bytes' | 'naam'> & Encrypted & { id: string }) {
  const { id, zaakId, inzender, afzender = null, versleuteld, sleutelId } = bestand
  const now = ctx.clock()
  const alive = new Date(now.getTime() - STALLED_MS)
  const { rows } = await inTransaction(ctx.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [afzender ?? id, LIMITS_SEED])
    const values = [id, zaakId, versleuteld, sleutelId, now, inzender, afzender, alive]
    return client.query<{ size: number }>(INSERT, values)
  })
  return rows[0] && ctx.env.ZAAKSYSTEEM_ZAAK_MAX_MB * MB - rows[0].size
}

function limitOf({ env }: Ctx, room: number): { maxBytes: number; tooMany: Bestandsfout } {
  const maxBytes = env.ZAAKSYSTEEM_BESTAND_MAX_MB * MB
  return room < maxBytes ? { maxBytes: room, tooMany: 'zaak_full' } : { maxBytes, tooMany: 'bestand_too_large' }
}

/**
 * Finds the bestand of an upload that is repeated because its response was lost. Without a name two equal
 * uploads may be meant as two documents.
 */
const SAME = `
  select id from bestand where zaak_id = $1 and status = 'opgeslagen' and naam = $2 and sha256 = $3 and inzender is null`

/**
 * Serialized per zaak, because concurrent uploads count against the same limit.
 *
 * @returns the id of the bestand that is kept: an earlier one when this is a repeat
 */
async function finish(ctx: Ctx, bestand: Bestand & { zaakId: string; mayBeAgain: boolean }): Promise<string> {
  const { id, zaakId, naam, formaat, grootte, sha256, mayBeAgain } = bestand
  const kept = await inTransaction(ctx.pool, async (client) => {
    await client.query('select from zaak where id = $1 for no key update', [zaakId])
    const { rows } = mayBeAgain ? await client.query<{ id: string }>(SAME, [zaakId, naam, sha256]) : { rows: [] }
    if (rows[0]) return rows[0].id
    const { rowCount } = await client.query(
      `update bestand set status = 'opgeslagen', naam = $2, formaat = $3, grootte = $4, sha256 = $5, scannen_op = $6,
         afzender = null, laatste_byte_op = null
       where id = $1 and status = 'onderweg'
         and (select coalesce(sum(grootte), 0) from bestand other where other.zaak_id = bestand.zaak_id) + $4 <= $7::bigint`,
      [id, naam, formaat, grootte, sha256, ctx.clock(), ctx.env.ZAAKSYSTEEM_ZAAK_MAX_MB * MB],
    )
    return rowCount === 1 ? id : undefined
  })
  if (!kept) throw new Bestandsweigering('zaak_full')
  return kept
}

/** A failure is only logged: the sweep removes the rest later. */
async function discard(ctx: Ctx, id: string): Promise<void> {
  try {
    await bestandStore(ctx).remove(id)
    await ctx.pool.query('delete from bestand where id = $1', [id])
  } catch (err) {
    ctx.log.warn({ err, objectSoort: 'bestand', objectId: id }, 'The rest of a bestand is removed later')
  }
}
