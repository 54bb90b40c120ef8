import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { withoutOverrides } from '#lib/platform/json/without-overrides.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { pipelineOf } from '#lib/platform/postgres/run-pipeline.ts'
import { hashBsn } from '../burger/bsn-keys.ts'
import { identiteitOf } from '../burger/identiteit.ts'
import { keepBurgerOf } from '../burger/keep-burger-of.ts'
import type { PublieksportaalContext } from '../context.ts'
import { isRemoved, LOCK_ZAAK, leaveStatement } from './remove-zaken.ts'
import { byVersie, FIND_KNOWN, type KnownZaak, toRow, writeStatement, type ZaakRow } from './zaak-row.ts'

/** `changed`: the citizen sees a difference. `outdated`: a newer versie is stored or the zaak removed. */
type Storage = 'changed' | 'unchanged' | 'outdated'

/**
 * Makes the read model of one zaak equal to the zaaksysteem. Sends a live event only when the citizen can see
 * a difference, such as a new versie or the toelichting, which events lack.
 *
 * @param options.alreadySeen marks a new zaak as seen, because it is older than the portal, unless the portal
 * missed its registration
 */
export async function storeZaak(
  ctx: PublieksportaalContext,
  given: ZaakResource,
  { alreadySeen = false }: { alreadySeen?: boolean } = {},
): Promise<Storage> {
  const zaak = withoutOverrides(given)
  const row = toRow(zaak, hashBsn(ctx.env, identiteitOf(zaak.initiator)))
  // When the fetched zaak changes nothing, one query without a lock is enough.
  const [known] = (await ctx.pool.query<KnownZaak>({ name: 'find-known', text: FIND_KNOWN, values: [[zaak.uuid]] }))
    .rows
  if (isDeepStrictEqual(known?.row, row) && isDeepStrictEqual(known?.zaaktype, zaak.zaaktype)) return 'unchanged'

  const { id: burgerId } = await keepBurgerOf(ctx, zaak.initiator)
  // the previous burger too, when the initiator changed
  const burgerIds = [...new Set([burgerId, known?.burgerId ?? burgerId])]
  const replacement = { zaak, row, burgerId, burgerIds, alreadySeen }
  const storage = await inTransaction(ctx.pool, (client) => replaceZaak(client, ctx, replacement))
  if (storage === 'changed') ctx.liveBus?.publish({ burgerIds, ordered: false })
  return storage
}

/** Locks the burgers before the zaak, as `acceptEvent` does, and in a fixed order, to avoid a deadlock. */
async function replaceZaak(
  client: pg.PoolClient,
  ctx: PublieksportaalContext,
  replacement: { zaak: ZaakResource; row: ZaakRow; burgerId: string; burgerIds: string[]; alreadySeen: boolean },
): Promise<Storage> {
  const { zaak, row, burgerId, burgerIds, alreadySeen } = replacement
  const [, burgers, [known]] = (await pipelineOf(client, [
    { name: 'lock-zaak', text: LOCK_ZAAK, values: [zaak.uuid] },
    { name: 'lock-burgers-of-zaak', text: LOCK_BURGERS, values: [`{${burgerIds}}`] },
    { name: 'find-known-locked', text: `${FIND_KNOWN} for no key update of zaak`, values: [`{${zaak.uuid}}`] },
  ])) as [unknown, unknown[], [KnownZaak?]]
  // the fetch is retried and makes a new burger
  if (burgers.length < burgerIds.length) throw new Error('The burger was purged during this transaction')
  if (known && !burgerIds.includes(known.burgerId))
    throw new Error('The zaak moved to another burger during this transaction')
  if (known && known.versie > zaak.versie) return 'outdated'
  if (!known && (await isRemoved(client, zaak.uuid))) return 'outdated'

  const isSeen = alreadySeen && !known && !(await wasMissed(client, { bron: ctx.env.PUBLIEKSPORTAAL_BRON, zaak }))
  const { zaaktype } = zaak
  const keepZaaktype = {
    name: 'keep-zaaktype',
    text: UPSERT_ZAAKTYPE,
    values: [zaaktype.identificatie, String(zaaktype.versie), JSON.stringify(zaaktype)],
  }
  if (known && isDeepStrictEqual(known.row, row)) {
    await pipelineOf(client, [keepZaaktype])
    return 'unchanged'
  }
  const leaves = known && known.burgerId !== burgerId
  await pipelineOf(client, [
    keepZaaktype,
    ...(leaves ? [leaveStatement(ctx, { zaakId: zaak.uuid, burgerId: known.burgerId, versie: zaak.versie })] : []),
    { name: 'forget-statussen', text: 'delete from status where zaak_id = $1', values: [zaak.uuid] },
    writeStatement(ctx, { zaak, row, burgerId, known, isSeen }),
  ])
  return 'changed'
}

const LOCK_BURGERS = 'select id from burger where id = any ($1::uuid[]) order by id for no key update'

/** True when the zaak was registered after the first load and its citizen was not notified of it yet. */
async function wasMissed(client: pg.PoolClient, { bron, zaak }: { bron: string; zaak: ZaakResource }) {
  const [registratie] = byVersie(zaak)
  const values = [bron, registratie?.gebeurtenisId, registratie?.datumStatusGezet, zaak.uuid]
  return (await client.query(WAS_MISSED, values)).rowCount === 1
}

/**
 * Received events are never purged, and the first one arrived when the zaken were loaded. When the
 * registration was received and no fetch is pending, the citizen was notified, or never had to be.
 */
const WAS_MISSED = `
  select from bron
  where source = $1 and bij_tot_sequence is not null
    and coalesce($3::timestamptz > (select min(ontvangen_op) from ontvangen_gebeurtenis where source = $1), true)
    and (
      not exists (select from ontvangen_gebeurtenis where source = $1 and id = $2)
      or exists (select from ophaalopdracht where zaak_id = $4)
    )`

const UPSERT_ZAAKTYPE = `
  insert into zaaktype (identificatie, versie, gegevens) values ($1, $2, $3::jsonb)
  on conflict (identificatie, versie) do update set gegevens = excluded.gegevens
  where zaaktype.gegevens <> excluded.gegevens`
