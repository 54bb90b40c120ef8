import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { burgerActor, type Handelende } from '../../audit/burger-actor.ts'
import { recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { mailServer } from '../../env.ts'
import { decryptAdres, encryptAdres } from './adres.ts'

/** How long the link in the mail works. */
export const BEVESTIGING_VALID_MS = DAY_MS
/** Links that one citizen can have mailed in a day, to whatever address: it may be somebody else's. */
const MAX_VERZOEKEN = 5
const VERZOEKEN_PERIOD_MS = DAY_MS
const TOKEN_BYTES = 32
const AFMELDCODE_BYTES = 16

/** What SMTP takes (RFC 5321, 4.5.3.1.3). */
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

/** $10: it is the same address, so the code in mails that went there keeps working. */
const STORE = `
  insert into emailadres (burger_id, versleuteld, sleutel_id, taal, bevestiging_hash, bevestiging_verloopt_op, afmeldcode,
    verzoeken, verzoeken_sinds)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (burger_id) do update set versleuteld = excluded.versleuteld, sleutel_id = excluded.sleutel_id,
    taal = excluded.taal, bevestigd_op = null, geweigerd_op = null, geweigerd_code = null,
    bevestiging_hash = excluded.bevestiging_hash, bevestiging_verloopt_op = excluded.bevestiging_verloopt_op,
    afmeldcode = case when $10 then emailadres.afmeldcode else excluded.afmeldcode end, retourcode = excluded.retourcode, verzoeken = excluded.verzoeken, verzoeken_sinds = excluded.verzoeken_sinds`

const ORDER_BEVESTIGING = `
  insert into uitgaande_mail (id, soort, burger_id, versleuteld, sleutel_id, volgende_poging, aangemaakt_op)
  values ($1, 'bevestiging', $2, $3, $4, $5, $5)`

/** What failed for the address before says nothing of this one. */
const BEGIN_ANEW = 'update uitgaande_mail set mislukt_sinds = null, uitgesteld_sinds = null where burger_id = $1'

type Gevraagd = { ok: true } | { ok: false; reason: 'not_offered' | 'invalid' | 'too_many' }

/**
 * Stores the address at which the citizen wants mail, and has a link mailed to it. Until that is opened nothing else goes
 * there: what happens meanwhile waits for as long as the link works. An address that works already only gets the language.
 */
export async function setEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, adres, taal }: Handelende & { adres: string; taal: 'nl' | 'en' },
): Promise<Gevraagd> {
  if (!mailServer(ctx.env)) return { ok: false, reason: 'not_offered' }
  if (!emailadres.safeParse(adres).success) return { ok: false, reason: 'invalid' }
  return recordedPgTransaction(ctx, async (client, record): Promise<Gevraagd> => {
    // one at a time for a citizen, also while there is no row yet
    await client.query('select from burger where id = $1 for no key update', [burgerId])
    const [known] = (await client.query<Known>(FIND, [burgerId])).rows
    const isSame = known !== undefined && isAdresOf(ctx, { known, burgerId, adres })
    if (isSame && known.bevestigdOp && !known.geweigerdOp) {
      await client.query('update emailadres set taal = $2 where burger_id = $1', [burgerId, taal])
      return { ok: true }
    }

    const now = ctx.clock()
    const isNewPeriod =
      !known || isOver(known.verzoekenSinds.getTime() + VERZOEKEN_PERIOD_MS, { now, atMostMs: VERZOEKEN_PERIOD_MS })
    const verzoeken = isNewPeriod ? 1 : known.verzoeken + 1
    if (verzoeken > MAX_VERZOEKEN) return { ok: false, reason: 'too_many' }
    const request = {
      burgerId,
      adres,
      isSame,
      taal,
      verzoeken,
      verzoekenSinds: isNewPeriod ? now : known.verzoekenSinds,
    }
    await store(client, ctx, request)
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'emailadres_opgeven' })
    return { ok: true }
  })
}

function isAdresOf(
  ctx: Pick<PublieksportaalContext, 'env'>,
  { known, burgerId, adres }: { known: Known; burgerId: string; adres: string },
): boolean {
  const { versleuteld, sleutelId } = known
  if (!versleuteld || !sleutelId) return false
  return decryptAdres(ctx, { burgerId, versleuteld, sleutelId }) === adres
}

async function store(
  client: pg.PoolClient,
  ctx: Pick<PublieksportaalContext, 'env' | 'clock'>,
  request: { burgerId: string; adres: string; isSame: boolean; taal: string; verzoeken: number; verzoekenSinds: Date },
): Promise<void> {
  const { burgerId, isSame, taal, verzoeken, verzoekenSinds } = request
  const now = ctx.clock()
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { versleuteld, sleutelId } = encryptAdres(ctx, request)
  await client.query(STORE, [
    burgerId,
    versleuteld,
    sleutelId,
    taal,
    hashToken(token),
    new Date(now.getTime() + BEVESTIGING_VALID_MS),
    randomBytes(AFMELDCODE_BYTES).toString('base64url'),
    verzoeken,
    verzoekenSinds,
    isSame,
  ])
  await client.query(`delete from uitgaande_mail where burger_id = $1 and soort = 'bevestiging'`, [burgerId])
  await client.query(BEGIN_ANEW, [burgerId])
  const id = uuidv7()
  const link = encrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext: Buffer.from(token), boundTo: id })
  await client.query(ORDER_BEVESTIGING, [id, burgerId, link.versleuteld, link.sleutelId, now])
}
