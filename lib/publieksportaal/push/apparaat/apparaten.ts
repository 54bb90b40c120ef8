import Bowser from 'bowser'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import {
  burgerActor,
  type Handelende,
  recordedPgTransaction,
  recordedTransaction,
} from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { vapid } from '#lib/publieksportaal/env.ts'
import { MAX_APPARATEN } from '#lib/publieksportaal/inbox/order-news.ts'
import { encryptSubscription, isPushService, type PushSubscription } from './push-subscription.ts'

/** The optional kinds of changes that are pushed. */
type Pushvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type ApparaatVanBurger = {
  id: string
  /** SHA-256 of its endpoint in hex, by which a browser recognizes itself */
  endpointHash: string
  naam: string | null
  toegevoegdOp: Date
}

/** Returns the devices of this citizen, newest first, and the choice of pushes. */
export async function findApparaten(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId }: { burgerId: string },
): Promise<{ apparaten: ApparaatVanBurger[]; voorkeuren: Pushvoorkeuren }> {
  const { apparaten, pushVoortgang, pushTermijnen } = await db.burger.findUniqueOrThrow({
    where: { id: burgerId },
    select: {
      pushVoortgang: true,
      pushTermijnen: true,
      apparaten: {
        select: { id: true, endpointHash: true, naam: true, toegevoegdOp: true },
        orderBy: [{ toegevoegdOp: 'desc' }, { id: 'desc' }],
      },
    },
  })
  return { apparaten, voorkeuren: { voortgang: pushVoortgang, termijnen: pushTermijnen } }
}

/** Locks both owners of the browser in a fixed order; a change of their zaken waits for this. */
const LOCK_OWNERS = `
  select from burger
  where id = any (array[$1::uuid] || array(select burger_id from apparaat where endpoint_hash = $2))
  order by id for no key update`

const FIND_OWN = `
  select (select id from apparaat where burger_id = $1 and endpoint_hash = $2) as known,
    (select count(*)::int from apparaat where burger_id = $1 and endpoint_hash <> $2) as others`

const STORE = `
  insert into apparaat (id, burger_id, endpoint_hash, versleuteld, sleutel_id, naam, taal, toegevoegd_op)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (endpoint_hash) do update set id = excluded.id, burger_id = excluded.burger_id,
    versleuteld = excluded.versleuteld, sleutel_id = excluded.sleutel_id, naam = excluded.naam, taal = excluded.taal`

type Toegevoegd = { ok: true } | { ok: false; reason: 'not_offered' | 'not_push_service' | 'too_many' }

/** Subscribes this browser to pushes. A browser of another citizen moves to this one, who now holds it. */
export async function addApparaat(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  options: Handelende & { subscription: PushSubscription; userAgent: string | null; taal: 'nl' | 'en' },
): Promise<Toegevoegd> {
  const { burgerId, gemachtigdeId, subscription, userAgent, taal } = options
  if (!vapid(ctx.env)) return { ok: false, reason: 'not_offered' }
  if (!isPushService(ctx.env, subscription.endpoint)) return { ok: false, reason: 'not_push_service' }
  const endpointHash = hashToken(subscription.endpoint)
  return recordedPgTransaction(ctx, async (client, record): Promise<Toegevoegd> => {
    await client.query(LOCK_OWNERS, [burgerId, endpointHash])
    const found = await client.query<{ known: string | null; others: number }>(FIND_OWN, [burgerId, endpointHash])
    const { known, others } = found.rows[0] as (typeof found.rows)[number]
    if (!known && others >= MAX_APPARATEN) return { ok: false, reason: 'too_many' }

    await client.query('delete from apparaat where endpoint_hash = $1 and burger_id <> $2', [endpointHash, burgerId])
    const id = known ?? uuidv7()
    const { versleuteld, sleutelId } = encryptSubscription(ctx, { apparaatId: id, subscription })
    const naam = nameOfBrowser(userAgent)
    await client.query(STORE, [id, burgerId, endpointHash, versleuteld, sleutelId, naam, taal, ctx.clock()])
    if (!known) {
      const object = { soort: 'apparaat', id }
      await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'apparaat_toevoegen', object })
    }
    return { ok: true }
  })
}

/** Longer than the user agent of any browser. */
const MAX_LENGTH = 500
const MAX_NAME_LENGTH = 60

/** Returns a device name for the citizen, such as `Chrome (Android)`; null when the browser is unknown. */
export function nameOfBrowser(userAgent: string | null): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_LENGTH))
  if (!browser.name) return null
  return (os.name ? `${browser.name} (${os.name})` : browser.name).slice(0, MAX_NAME_LENGTH)
}

const FIND_BY_ENDPOINT = 'select id from apparaat where endpoint_hash = $1 for update'
const REPLACE = `
  update apparaat set endpoint_hash = $2, versleuteld = $3, sleutel_id = $4
  where id = $1 and not exists (select from apparaat where endpoint_hash = $2)`

/**
 * Replaces the subscription of a browser. The service worker calls this, also when nobody is signed in: the
 * former endpoint, which nobody can guess, is its proof. Does not reveal whether that endpoint was known.
 */
export async function replaceSubscription(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool'>,
  { endpoint, subscription }: { endpoint: string; subscription: PushSubscription },
): Promise<void> {
  if (!isPushService(ctx.env, subscription.endpoint)) return
  await inTransaction(ctx.pool, async (client) => {
    const [apparaat] = (await client.query<{ id: string }>(FIND_BY_ENDPOINT, [hashToken(endpoint)])).rows
    if (!apparaat) return
    const { versleuteld, sleutelId } = encryptSubscription(ctx, { apparaatId: apparaat.id, subscription })
    await client.query(REPLACE, [apparaat.id, hashToken(subscription.endpoint), versleuteld, sleutelId])
  })
}

/** Locks the burger first, as a change of a zaak does before it queues pushes. */
const LOCK_BURGER = 'select from burger where id = $1 for no key update'
const REMOVE = 'delete from apparaat where id = $1 and burger_id = $2'

/**
 * Removes a device and its waiting pushes.
 *
 * @returns false when it is not a device of this citizen
 */
export async function removeApparaat(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, apparaatId }: Handelende & { apparaatId: string },
): Promise<boolean> {
  if (!isUuid(apparaatId)) return false
  return recordedPgTransaction(ctx, async (client, record) => {
    await client.query(LOCK_BURGER, [burgerId])
    const { rowCount } = await client.query(REMOVE, [apparaatId, burgerId])
    if (rowCount === 0) return false
    const object = { soort: 'apparaat', id: apparaatId }
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'apparaat_verwijderen', object })
    return true
  })
}

/** Sets the kinds of changes to push, on all devices; waiting pushes obey the new choice too. */
export async function setPushvoorkeuren(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, voorkeuren }: Handelende & { voorkeuren: Pushvoorkeuren },
): Promise<void> {
  const chosen = { pushVoortgang: voorkeuren.voortgang, pushTermijnen: voorkeuren.termijnen }
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.burger.updateMany({ where: { id: burgerId, NOT: chosen }, data: chosen })
    if (count > 0) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'voorkeuren_wijzigen' })
  })
}
