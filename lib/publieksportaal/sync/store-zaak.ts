import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { withoutOverrides } from '#lib/platform/json/parse-json.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { pipelineOf, runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import { hashBsn } from '#lib/publieksportaal/burger/bsn-keys.ts'
import { keepBurgerOf } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { identiteitOf } from '#lib/publieksportaal/burger/identiteit.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
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

/**
 * Updates the zaken that the portal knows, as `storeZaak` does: reads all of them in one query, and writes
 * each in one statement of a group commit. Leaves to `storeZaak` every other case, such as a new citizen or
 * zaaktype, a corrected history or a concurrent change.
 *
 * @returns the uuids of those that are up to date now
 */
export async function updateKnownZaken(ctx: PublieksportaalContext, zaken: ZaakResource[]): Promise<Set<string>> {
  const find = { name: 'find-known-zaken', text: FIND_KNOWN, values: [`{${zaken.map(({ uuid }) => uuid)}}`] }
  const [rows] = (await runPipeline(ctx.pool, [find])) as [KnownZaak[]]
  const known = new Map(rows.map((row) => [row.id, row]))
  const upToDate = new Set<string>()
  async function update(given: ZaakResource) {
    const zaak = withoutOverrides(given)
    const row = toRow(zaak, hashBsn(ctx.env, identiteitOf(zaak.initiator)))
    const one = known.get(zaak.uuid)
    if (!one || !isDeepStrictEqual(one.zaaktype, zaak.zaaktype)) return
    if (!isDeepStrictEqual(one.row, row)) {
      if (!goesOn(one.row, row)) return
      const { burgerId } = one
      const statement = writeStatement(ctx, { zaak, row, burgerId, known: one, isSeen: false })
      const written = await groupCommit(ctx.pool, statement, `${burgerId} ${zaak.uuid}`)
      if (written.length === 0) return
      ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
    }
    upToDate.add(zaak.uuid)
  }
  await Promise.allSettled(zaken.map(update))
  return upToDate
}

/** True when the citizen is the same, the versie not older, and each known status is still at its versie. */
function goesOn(known: ZaakRow, fetched: ZaakRow): boolean {
  if (known.bsnHash !== fetched.bsnHash || known.versie > fetched.versie) return false
  const place = ([gebeurtenisId, versie]: ZaakRow['statussen'][number]) => `${gebeurtenisId} ${versie}`
  const places = new Set(fetched.statussen.map(place))
  return known.statussen.every((status) => places.has(place(status)))
}
