import { randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { type Bestandsfout, Bestandsweigering } from '#lib/platform/bestand/bestandsfouten.ts'
import { cleanNaam } from '#lib/platform/bestand/clean-naam.ts'
import type { Formaat } from '#lib/platform/bestand/formaten.ts'
import { type Inspection, inspectBytes } from '#lib/platform/bestand/inspect-bytes.ts'
import { inspectZip, TAIL_BYTES } from '#lib/platform/bestand/inspect-zip.ts'
import { type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import { seal } from '#lib/platform/objects/seal.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { bestandStore, type OpgeslagenBestand, openBestand } from './bestand-store.ts'

const MB = 1024 * 1024

type Ctx = Pick<ZaaksysteemContext, 'env' | 'once' | 'pool' | 'clock' | 'log'>

type NewBestand = {
  /** what who calls may write to */
  zaakId: string
  /** as it came */
  naam: string
  bytes: AsyncIterable<Uint8Array>
  /** how many bytes were announced, when that is known */
  grootte?: number
}

type Bestand = { id: string; naam: string; formaat: Formaat; grootte: number; sha256: string }

type Outcome = { ok: true; bestand: Bestand } | { ok: false; reason: Bestandsfout }

/**
 * Takes in foreign bytes for a zaak, as they come. The row is first: what a process that is killed leaves is found by it, and it is only
 * `opgeslagen` once the bytes are durable. An act then makes it the bestand of a document, within the day in which it is not swept.
 */
export async function storeBestand(ctx: Ctx, given: NewBestand): Promise<Outcome> {
  const id = randomUUID()
  const key = randomBytes(32)
  const sealed = encrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { plaintext: key, boundTo: id })
  const room = await begin(ctx, { id, zaakId: given.zaakId, ...sealed })
  try {
    const limit = limitOf(ctx, room)
    if ((given.grootte ?? 1) > limit.maxBytes) throw new Bestandsweigering(limit.tooMany)
    let seen: Inspection | undefined
    const bytes = inspectBytes(given.bytes, {
      ...limit,
      seen(inspection) {
        seen = inspection
      },
    })
    await bestandStore(ctx).write(id, seal(key, bytes))
    const { grootte, sha256, soort } = seen as unknown as Inspection
    if (grootte !== (given.grootte ?? grootte)) throw new Bestandsweigering('size_differs')
    const formaat = soort.isZip ? await formaatOfZip(ctx, { ...sealed, id, grootte, ...soort }) : soort.formaat
    const bestand = {
      id,
      naam: cleanNaam(given.naam, formaat as Formaat),
      formaat: formaat as Formaat,
      grootte,
      sha256,
    }
    await finish(ctx, given.zaakId, bestand)
    return { ok: true, bestand }
  } catch (error) {
    await discard(ctx, id)
    if (error instanceof Bestandsweigering) return { ok: false, reason: error.code }
    throw error
  }
}

/** @returns how many bytes the bestanden of the zaak may still be together */
async function begin(ctx: Ctx, { id, zaakId, versleuteld, sleutelId }: Encrypted & { id: string; zaakId: string }) {
  const { rows } = await ctx.pool.query<{ size: number }>(
    `insert into bestand (id, zaak_id, naam, versleuteld, sleutel_id, aangemaakt_op) values ($1, $2, '', $3, $4, $5)
     returning (select coalesce(sum(grootte), 0)::float from bestand where zaak_id = $2) as size`,
    [id, zaakId, versleuteld, sleutelId, ctx.clock()],
  )
  return ctx.env.ZAAKSYSTEEM_ZAAK_MAX_MB * MB - (rows[0]?.size ?? 0)
}

function limitOf({ env }: Ctx, room: number): { maxBytes: number; tooMany: Bestandsfout } {
  const maxBytes = env.ZAAKSYSTEEM_BESTAND_MAX_MB * MB
  return room < maxBytes ? { maxBytes: room, tooMany: 'zaak_full' } : { maxBytes, tooMany: 'bestand_too_large' }
}

async function formaatOfZip(ctx: Ctx, bestand: OpgeslagenBestand & { formaat: Formaat | undefined }) {
  const { grootte, formaat } = bestand
  const range = { start: Math.max(0, grootte - TAIL_BYTES), end: grootte }
  const tail = await buffer(openBestand(ctx, bestand, range))
  return inspectZip({ formaat, grootte, tail })
}

/** One at a time for each zaak: others may have come meanwhile. */
async function finish(ctx: Ctx, zaakId: string, { id, naam, formaat, grootte, sha256 }: Bestand): Promise<void> {
  const isFinished = await inTransaction(ctx.pool, async (client) => {
    await client.query('select from zaak where id = $1 for no key update', [zaakId])
    const { rowCount } = await client.query(
      `update bestand set status = 'opgeslagen', naam = $2, formaat = $3, grootte = $4, sha256 = $5, scannen_op = $6
       where id = $1 and status = 'onderweg'
         and (select coalesce(sum(grootte), 0) from bestand other where other.zaak_id = bestand.zaak_id) + $4 <= $7::bigint`,
      [id, naam, formaat, grootte, sha256, ctx.clock(), ctx.env.ZAAKSYSTEEM_ZAAK_MAX_MB * MB],
    )
    return rowCount === 1
  })
  if (!isFinished) throw new Bestandsweigering('zaak_full')
}

/** What cannot be taken away now, the sweep does later. */
async function discard(ctx: Ctx, id: string): Promise<void> {
  try {
    await bestandStore(ctx).remove(id)
    await ctx.pool.query('delete from bestand where id = $1', [id])
  } catch (err) {
    ctx.log.warn({ err, objectSoort: 'bestand', objectId: id }, 'What is left of a bestand is removed later')
  }
}
