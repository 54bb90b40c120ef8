import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { burgerActor, type Handelende, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { mailServer } from '../../env.ts'
import { decryptAdres, encryptAdres } from './emailadres.ts'
import { orderAdresmail } from './order-adresmail.ts'

/** The lifetime of the link in the mail. */
export const BEVESTIGING_VALID_MS = DAY_MS
/** The links that a citizen may request in a day, for any address: it may be somebody else's. */
const MAX_VERZOEKEN = 5
const VERZOEKEN_PERIOD_MS = DAY_MS
const TOKEN_BYTES = 32
const AFMELDCODE_BYTES = 16

/** The limit of SMTP (RFC 5321, 4.5.3.1.3). */
const emailadres = z.email().max(254)

type Known = {
  versleuteld: Buffer | null
  sleutelId: string | null
  bevestigdOp: Date | null
  geweigerdOp: Date | null
  verzoeken: number
  verzoekenSinds: Date
}

const FIND = `
  select versleuteld, sleutel_id as "sleutelId", bevestigd_op as "bevestigdOp", geweigerd_op as "geweigerdOp",
    verzoeken, verzoeken_sinds as "verzoekenSinds"
  from emailadres where burger_id = $1`

/** $10: true for the same address, so that the code in earlier mails keeps working. */
const STORE = `
  insert into emailadres (burger_id, versleuteld, sleutel_id, taal, bevestiging_hash, bevestiging_verloopt_op, afmeldcode,
    verzoeken, verzoeken_sinds)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (burger_id) do update set versleuteld = excluded.versleuteld, sleutel_id = excluded.sleutel_id,
    taal = excluded.taal, bevestigd_op = null, geweigerd_op = null, geweigerd_code = null,
    bevestiging_hash = excluded.bevestiging_hash, bevestiging_verloopt_op = excluded.bevestiging_verloopt_op,
    afmeldcode = case when $10 then emailadres.afmeldcode else excluded.afmeldcode end, retourcode = excluded.retourcode, verzoeken = excluded.verzoeken, verzoeken_sinds = excluded.verzoeken_sinds`

const FIND_NIEUW = 'select versleuteld, sleutel_id as "sleutelId" from nieuw_emailadres where burger_id = $1'
const STORE_NIEUW = `
  insert into nieuw_emailadres (burger_id, versleuteld, sleutel_id, bevestiging_hash, bevestiging_verloopt_op, gevraagd_op)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (burger_id) do update set versleuteld = excluded.versleuteld, sleutel_id = excluded.sleutel_id,
    bevestiging_hash = excluded.bevestiging_hash, bevestiging_verloopt_op = excluded.bevestiging_verloopt_op,
    retourcode = excluded.retourcode, geweigerd_op = null, gevraagd_op = excluded.gevraagd_op`
const COUNT = 'update emailadres set verzoeken = $2, verzoeken_sinds = $3 where burger_id = $1'
/** Drops a new address that waits for confirmation. */
const FORGET_NIEUW = `
  with forgotten as (
    delete from uitgaande_mail where burger_id = $1 and soort in ('bevestiging', 'adreswijziging')
  )
  delete from nieuw_emailadres where burger_id = $1`

/** Failures of the previous address say nothing about this one. */
const BEGIN_ANEW = 'update uitgaande_mail set mislukt_sinds = null where burger_id = $1'

type Gevraagd = { ok: true } | { ok: false; reason: 'not_offered' | 'invalid' | 'too_many' }

/**
 * Stores the address of the citizen and mails a link to it. A working address stays until the link is opened,
 * so that a typo stops nothing, and is notified of the new one. Without one, all other mail waits while the
 * link is valid. Giving the working address again sets its language and drops a new one.
 */
export async function setEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, adres, taal }: Handelende & { adres: string; taal: 'nl' | 'en' },
): Promise<Gevraagd> {
  if (!mailServer(ctx.env)) return { ok: false, reason: 'not_offered' }
  if (!emailadres.safeParse(adres).success) return { ok: false, reason: 'invalid' }
  return recordedPgTransaction(ctx, async (client, record): Promise<Gevraagd> => {
    // serialized for each citizen, also while there is no row yet
    await client.query('select from burger where id = $1 for no key update', [burgerId])
    const [known] = (await client.query<Known>(FIND, [burgerId])).rows
    const knownAdres = adresOf(ctx, burgerId, known)
    const works = known?.bevestigdOp && !known.geweigerdOp ? knownAdres : undefined
    const recordIt = () => record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'emailadres_opgeven' })
    if (works) await client.query('update emailadres set taal = $2 where burger_id = $1', [burgerId, taal])
    if (works === adres) {
      if ((await client.query(FORGET_NIEUW, [burgerId])).rowCount) await recordIt()
      return { ok: true }
    }

    const now = ctx.clock()
    const isNewPeriod =
      !known || isOver(known.verzoekenSinds.getTime() + VERZOEKEN_PERIOD_MS, { now, atMostMs: VERZOEKEN_PERIOD_MS })
    const verzoeken = isNewPeriod ? 1 : known.verzoeken + 1
    if (verzoeken > MAX_VERZOEKEN) return { ok: false, reason: 'too_many' }
    const verzoekenSinds = isNewPeriod ? now : known.verzoekenSinds
    const request = { burgerId, adres, taal, verzoeken, verzoekenSinds }
    if (works) await storeBeside(client, ctx, { ...request, works })
    else await store(client, ctx, { ...request, isSame: knownAdres === adres })
    await recordIt()
    return { ok: true }
  })
}

function adresOf(
  ctx: Pick<PublieksportaalContext, 'env'>,
  burgerId: string,
  row: Pick<Known, 'versleuteld' | 'sleutelId'> | undefined,
): string | undefined {
  if (!row?.versleuteld || !row.sleutelId) return undefined
  const { versleuteld, sleutelId } = row
  return decryptAdres(ctx, { burgerId, versleuteld, sleutelId })
}

type Request = { burgerId: string; adres: string; taal: string; verzoeken: number; verzoekenSinds: Date }

async function store(
  client: pg.PoolClient,
  ctx: Pick<PublieksportaalContext, 'env' | 'clock'>,
  request: Request & { isSame: boolean },
): Promise<void> {
  const { burgerId, isSame, taal, verzoeken, verzoekenSinds } = request
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { versleuteld, sleutelId } = encryptAdres(ctx, request)
  await client.query(FORGET_NIEUW, [burgerId])
  await client.query(STORE, [
    burgerId,
    versleuteld,
    sleutelId,
    taal,
    hashToken(token),
    new Date(ctx.clock().getTime() + BEVESTIGING_VALID_MS),
    makeAfmeldcode(),
    verzoeken,
    verzoekenSinds,
    isSame,
  ])
  await client.query(BEGIN_ANEW, [burgerId])
  await orderAdresmail(client, ctx, { soort: 'bevestiging', burgerId, geheim: token })
}

/**
 * @param request.works the address that stays until this one is confirmed; notified once of each new one
 */
async function storeBeside(
  client: pg.PoolClient,
  ctx: Pick<PublieksportaalContext, 'env' | 'clock'>,
  request: Request & { works: string },
): Promise<void> {
  const { burgerId, adres, works, verzoeken, verzoekenSinds } = request
  const [nieuw] = (await client.query<Known>(FIND_NIEUW, [burgerId])).rows
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { versleuteld, sleutelId } = encryptAdres(ctx, request)
  const now = ctx.clock()
  const verlooptOp = new Date(now.getTime() + BEVESTIGING_VALID_MS)
  await client.query(COUNT, [burgerId, verzoeken, verzoekenSinds])
  await client.query(STORE_NIEUW, [burgerId, versleuteld, sleutelId, hashToken(token), verlooptOp, now])
  await client.query(`delete from uitgaande_mail where burger_id = $1 and soort = 'bevestiging'`, [burgerId])
  await orderAdresmail(client, ctx, { soort: 'bevestiging', burgerId, geheim: token })
  if (adresOf(ctx, burgerId, nieuw) === adres) return
  await orderAdresmail(client, ctx, { soort: 'adreswijziging', burgerId, geheim: works })
}

export function makeAfmeldcode(): string {
  return randomBytes(AFMELDCODE_BYTES).toString('base64url')
}
