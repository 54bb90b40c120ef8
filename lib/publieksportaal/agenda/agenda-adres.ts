import { randomBytes } from 'node:crypto'
import { decrypt, type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { burgerActor, type Handelende, recordedPgTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

type Env = Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS' | 'PUBLIEKSPORTAAL_URL'>

const TOKEN_BYTES = 32
const BESTAND = /^[\w-]{43}\.ics$/
const EXTENSION = '.ics'

/** Binds a token to the id of its citizen: copied to another row it does not decrypt. */
export const BOUND_TO = 'agenda:'
const boundTo = (burgerId: string) => BOUND_TO + burgerId

/** Creates a token in its stored form. */
function createToken(env: Env, burgerId: string): Encrypted & { tokenHash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const plaintext = Buffer.from(token)
  return {
    ...encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext, boundTo: boundTo(burgerId) }),
    tokenHash: hashToken(token),
  }
}

/** @param bestand the last part of the path @returns `undefined` when that is no agenda address */
export function tokenHashOf(bestand: string): string | undefined {
  return BESTAND.test(bestand) ? hashToken(bestand.slice(0, -EXTENSION.length)) : undefined
}

/** Returns the address for a calendar program. @throws DecryptionError */
function agendaUrl(
  env: Env,
  { burgerId, versleuteld, sleutelId }: { burgerId: string; versleuteld: Uint8Array; sleutelId: string },
): string {
  const secret = { versleuteld, sleutelId, boundTo: boundTo(burgerId) }
  const token = decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()
  return new URL(`/api/publieksportaal/agenda/${token}${EXTENSION}`, env.PUBLIEKSPORTAAL_URL).href
}

export type AgendaVanBurger = {
  /** for a calendar program; anybody with this URL sees the dates */
  url: string
  taal: 'nl' | 'en'
  /** null until a program has fetched it */
  opgehaaldOp: Date | null
}

/** Returns the agenda of this citizen; `undefined` when there is none. */
export async function findAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId }: { burgerId: string },
): Promise<AgendaVanBurger | undefined> {
  const row = await ctx.db.agenda.findUnique({ where: { burgerId } })
  if (!row) return undefined
  const { taal, aangemaaktOp, opgehaaldOp } = row
  return { url: agendaUrl(ctx.env, row), taal, opgehaaldOp: opgehaaldOp > aangemaaktOp ? opgehaaldOp : null }
}

const MAKE = `
  insert into agenda (burger_id, token_hash, versleuteld, sleutel_id, taal, aangemaakt_op, opgehaald_op)
  values ($1, $2, $3, $4, $5, $6, $6)
  on conflict (burger_id) do nothing`

const SET_TAAL = `
  update agenda set taal = $2, versie = versie + 1, gewijzigd_op = $3 where burger_id = $1 and taal <> $2`

/** Creates an address for a calendar program, or sets the language of the existing one. */
export async function setAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, taal }: Handelende & { taal: 'nl' | 'en' },
): Promise<'made' | 'known'> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const now = ctx.clock()
    const { tokenHash, versleuteld, sleutelId } = createToken(ctx.env, burgerId)
    const made = await client.query(MAKE, [burgerId, tokenHash, versleuteld, sleutelId, taal, now])
    const actor = burgerActor({ burgerId, gemachtigdeId })
    if (made.rowCount === 0) {
      const { rowCount } = await client.query(SET_TAAL, [burgerId, taal, now])
      if (rowCount) await record({ actor, handeling: 'voorkeuren_wijzigen' })
      return 'known'
    }
    await record({ actor, handeling: 'agenda_maken' })
    return 'made'
  })
}

const RENEW = `
  update agenda set token_hash = $2, versleuteld = $3, sleutel_id = $4, aangemaakt_op = $5, opgehaald_op = $5
  where burger_id = $1`

/** Replaces the address; the former one stops at once. @returns false when there was no agenda */
export async function renewAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const { tokenHash, versleuteld, sleutelId } = createToken(ctx.env, burgerId)
    const { rowCount } = await client.query(RENEW, [burgerId, tokenHash, versleuteld, sleutelId, ctx.clock()])
    if (!rowCount) return false
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_vernieuwen' })
    return true
  })
}

/** Deletes the agenda: its address stops at once. */
export async function stopAgenda(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query('delete from agenda where burger_id = $1', [burgerId])
    if (rowCount) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_stoppen' })
  })
}
