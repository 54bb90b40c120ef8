import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { MOST_BESTANDEN } from '#lib/contract/inzendingen.ts'
import { type Bestandsfout, Bestandsweigering } from '#lib/platform/bestand/bestandsfouten.ts'
import {
  type ForeignFile,
  STALLED_MS,
  type TakenBestand,
  takeInBestand,
} from '#lib/platform/bestand/take-in-bestand.ts'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bestandStore } from './bestand-store.ts'

const MB = 1024 * 1024
/** A burger with several zaken may store this many times the limit of one zaak. */
const ZAKEN_AT_ONCE = 4

type Ctx = Pick<PublieksportaalContext, 'env' | 'once' | 'pool' | 'clock' | 'log'>
type Of = { burgerId: string; zaakId: string; aanvulling: string }

/** `too_many`: too many files are ready for this zaak; `burger_full`: the burger has reached his limit */
type Opslagfout = Bestandsfout | 'too_many' | 'burger_full'
export type Opgeslagen = { ok: true; bestand: TakenBestand } | { ok: false; reason: Opslagfout | 'not_found' }

/**
 * Streams a file of a citizen into the store, for one of the things that were asked. Its row comes first, so
 * that the sweep finds the bytes of a killed process. Nothing leaves this system before the citizen sends it.
 */
export async function storeBestand(ctx: Ctx, of: Of, file: ForeignFile): Promise<Opgeslagen> {
  const id = v7({ msecs: ctx.clock().getTime() })
  const key = randomBytes(32)
  const begun = await begin(ctx, { ...of, id, key })
  if ('reason' in begun) return { ok: false, ...begun }
  try {
    const report = (at: Date) => ctx.pool.query('update bestand set laatste_byte_op = $2 where id = $1', [id, at])
    const place = { store: bestandStore(ctx), id, key, clock: ctx.clock, report }
    const bestand = await takeInBestand(place, { ...file, ...begun })
    const isKept = await finish(ctx, { ...of, ...bestand, id })
    if (!isKept) await discard(ctx, id)
    return { ok: true, bestand }
  } catch (error) {
    await discard(ctx, id)
    if (error instanceof Bestandsweigering) return { ok: false, reason: error.code }
    throw error
  }
}

type Room = { zaak: number; burger: number; ready: number }

/**
 * An upload in progress counts for the burger at its maximum size, so that many at once do not fill the disk.
 * An upload without a byte for `STALLED_MS` does not count.
 */
const ROOM = `
  select coalesce(sum(grootte) filter (where zaak_id = $2), 0)::float as zaak, coalesce(sum(coalesce(grootte, $3)), 0)::float as burger,
    count(*) filter (where zaak_id = $2 and inzending_id is null)::int as ready
  from bestand
  where burger_id = $1 and (status = 'opgeslagen' or status = 'onderweg' and laatste_byte_op > $4::timestamptz)`

const INSERT = `
  insert into bestand (id, burger_id, zaak_id, aanvulling, naam, versleuteld, sleutel_id, aangemaakt_op, laatste_byte_op)
  select $1, burger_id, id, $4, '', $5, $6, $7, $7 from zaak where id = $2 and burger_id = $3`

/** Adds the row, unless a limit is reached. Calls for one burger are serialized. */
async function begin(
  ctx: Ctx,
  { id, key, burgerId, zaakId, aanvulling }: Of & { id: string; key: Uint8Array },
): Promise<{ maxBytes: number; tooMany: Bestandsfout } | { reason: 'too_many' | 'burger_full' | 'not_found' }> {
  const { versleuteld, sleutelId } = encrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext: key, boundTo: id })
  const most = ctx.env.PUBLIEKSPORTAAL_BESTAND_MAX_MB * MB
  const mostOfZaak = ctx.env.PUBLIEKSPORTAAL_ZAAK_MAX_MB * MB
  return inTransaction(ctx.pool, async (client) => {
    await lockBurger(client, burgerId)
    const now = ctx.clock()
    const alive = new Date(now.getTime() - STALLED_MS)
    const { rows } = await client.query<Room>(ROOM, [burgerId, zaakId, most, alive])
    const { zaak, burger, ready } = rows[0] as Room
    if (ready >= MOST_BESTANDEN) return { reason: 'too_many' }
    if (burger + most > mostOfZaak * ZAKEN_AT_ONCE) return { reason: 'burger_full' }
    const values = [id, zaakId, burgerId, aanvulling, versleuteld, sleutelId, now]
    const { rowCount } = await client.query(INSERT, values)
    if (rowCount === 0) return { reason: 'not_found' }
    const room = mostOfZaak - zaak
    return room < most ? { maxBytes: room, tooMany: 'zaak_full' } : { maxBytes: most, tooMany: 'bestand_too_large' }
  })
}

const FINISH = `
  update bestand set status = 'opgeslagen', naam = $2, formaat = $3, grootte = $4, sha256 = $5
  where id = $1 and status = 'onderweg'
    and (select coalesce(sum(grootte), 0) from bestand other where other.zaak_id = bestand.zaak_id) + $4 <= $6::bigint`

/** The same file, uploaded again because its response was lost. */
const SAME = `
  select from bestand
  where burger_id = $1 and zaak_id = $2 and aanvulling = $3 and status = 'opgeslagen' and inzending_id is null and naam = $4
    and sha256 = $5`

/**
 * Checks the limits again, because other uploads may have finished meanwhile.
 *
 * @returns false when the same file is stored already
 */
async function finish(ctx: Ctx, bestand: Of & TakenBestand & { id: string }): Promise<boolean> {
  const { id, burgerId, zaakId, aanvulling, naam, formaat, grootte, sha256 } = bestand
  return inTransaction(ctx.pool, async (client) => {
    await lockBurger(client, burgerId)
    if ((await client.query(SAME, [burgerId, zaakId, aanvulling, naam, sha256])).rowCount !== 0) return false
    const values = [id, naam, formaat, grootte, sha256, ctx.env.PUBLIEKSPORTAAL_ZAAK_MAX_MB * MB]
    if ((await client.query(FINISH, values)).rowCount === 0) throw new Bestandsweigering('zaak_full')
    return true
  })
}

/** Takes the lock that every change to a zaak of the burger takes first. */
async function lockBurger(client: { query(text: string, values: unknown[]): Promise<unknown> }, burgerId: string) {
  await client.query('select from burger where id = $1 for no key update', [burgerId])
}

/** The sweep removes later what cannot be removed now. */
async function discard(ctx: Ctx, id: string): Promise<void> {
  try {
    await bestandStore(ctx).remove(id)
    await ctx.pool.query('delete from bestand where id = $1', [id])
  } catch (err) {
    ctx.log.warn({ err, objectSoort: 'bestand', objectId: id }, 'The sweep removes this bestand later')
  }
}
