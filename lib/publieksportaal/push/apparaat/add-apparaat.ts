import Bowser from 'bowser'
import { v7 as uuidv7 } from 'uuid'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { burgerActor, type Handelende } from '../../audit/burger-actor.ts'
import { recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { vapid } from '../../env.ts'
import { MAX_APPARATEN } from '../../inbox/order-news.ts'
import { isPushService } from './is-push-service.ts'
import { encryptSubscription, type PushSubscription } from './push-subscription.ts'

/** Locks both owners of the browser in a fixed order; a change of their zaken waits for this. */
const LOCK = `
  select from burger
  where id = any (array[$1::uuid] || array(select burger_id from apparaat where endpoint_hash = $2))
  order by id for no key update`

const FIND = `
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
    await client.query(LOCK, [burgerId, endpointHash])
    const found = await client.query<{ known: string | null; others: number }>(FIND, [burgerId, endpointHash])
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
