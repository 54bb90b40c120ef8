import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { hashBsn } from '../burger/hash-bsn.ts'
import { identiteitOf } from '../burger/identiteit.ts'
import { keepBurgerOf } from '../burger/keep-burger-of.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from '../inbox/live-hint.ts'
import { mailMoment, orderMail } from '../inbox/mail-order.ts'
import { orderPush, pushMoment } from '../inbox/push-order.ts'
import { isRemoved, LOCK_ZAAK } from './remove-zaken.ts'
import { byVersie, FIND_KNOWN, type KnownZaak, newestMoment, toVisible, type VisibleZaak } from './visible-zaak.ts'

/**
 * `changed`: the citizen sees something new. `unchanged`: no difference. `outdated`: the stored versie is newer, or the
 * zaak was removed.
 */
export type Storage = 'changed' | 'unchanged' | 'outdated'

/**
 * Makes the read model of one zaak equal to the zaaksysteem. Sends a live event only when a citizen can see the
 * difference, such as a new versie, or the toelichting, which an event does not hold.
 *
 * @param options.alreadySeen marks a new zaak as seen, because it is older than the portal, unless it turns out to be one that
 * the portal missed
 */
export async function storeZaak(
  ctx: PublieksportaalContext,
  zaak: ZaakResource,
  { alreadySeen = false }: { alreadySeen?: boolean } = {},
): Promise<Storage> {
  const visible = toVisible(zaak, hashBsn(ctx.env, identiteitOf(zaak.initiator)))
  // Without a change one query suffices, without a lock.
  const [known] = (await ctx.pool.query<KnownZaak>({ name: 'find-known', text: FIND_KNOWN, values: [[zaak.uuid]] }))
    .rows
  if (isDeepStrictEqual(known?.visible, visible) && isDeepStrictEqual(known?.zaaktype, zaak.zaaktype))
    return 'unchanged'

  const { id: burgerId } = await keepBurgerOf(ctx, zaak.initiator)
  const notify = ctx.liveBus === undefined
  const due = { mail: mailMoment(ctx), push: pushMoment(ctx), now: ctx.clock() }
  const bron = ctx.env.PUBLIEKSPORTAAL_BRON
  const replacement = { bron, zaak, visible, burgerId, alreadySeen, notify, due }
  const storage = await inTransaction(ctx.pool, (client) => replaceZaak(client, replacement))
  if (storage === 'changed') ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
  return storage
}

type Replacement = {
  bron: string
  zaak: ZaakResource
  visible: VisibleZaak
  burgerId: string
  alreadySeen: boolean
  notify: boolean
  due: { mail: string | null; push: string | null; now: Date }
}

/** Locks the burger before the row of the zaak, as `acceptEvent` does, so that the two cannot deadlock. */
async function replaceZaak(client: pg.PoolClient, replacement: Replacement): Promise<Storage> {
  const { bron, zaak, visible, burgerId, alreadySeen, notify, due } = replacement
  await client.query(LOCK_ZAAK, [zaak.uuid])
  const { rowCount } = await client.query('select 1 from burger where id = $1 for no key update', [burgerId])
  // the zaak is fetched again, and finds a new one
  if (rowCount === 0) throw new Error('The burger was purged at this moment')
  const [known] = (await client.query<KnownZaak>(`${FIND_KNOWN} for no key update of zaak`, [[zaak.uuid]])).rows
  if (known && known.versie > zaak.versie) return 'outdated'
  if (!known && (await isRemoved(client, zaak.uuid))) return 'outdated'

  const isSeen = alreadySeen && !known && !(await wasMissed(client, { bron, zaak }))
  const { zaaktype } = zaak
  await client.query(UPSERT_ZAAKTYPE, [zaaktype.identificatie, zaaktype.versie, JSON.stringify(zaaktype)])
  if (known && isDeepStrictEqual(known.visible, visible)) return 'unchanged'

  await client.query(UPSERT_ZAAK, [
    zaak.uuid,
    burgerId,
    zaaktype.identificatie,
    zaak.identificatie,
    zaak.omschrijving,
    zaak.behandelendTeam,
    zaak.startdatum,
    zaak.einddatumGepland,
    zaak.uiterlijkeEinddatumAfdoening,
    zaak.einddatum,
    zaak.status,
    zaak.versie,
    isSeen ? zaak.versie : 0,
    newestMoment(zaak),
    notify,
    ...visible.termijn,
    JSON.stringify(visible.aanvullingen),
    ...visible.besluit,
    zaaktype.versie,
  ])
  await client.query('delete from status where zaak_id = $1', [zaak.uuid])
  await client.query(INSERT_STATUSSEN, [zaak.uuid, JSON.stringify(zaak.statussen)])
  const isNews = known ? known.versie < zaak.versie : !isSeen
  if (isNews) {
    const changed = [zaak.uuid, burgerId, known?.versie ?? 0]
    await client.query(ORDER_MAIL, [...changed, due.mail, due.now])
    await client.query(ORDER_PUSH, [...changed, due.push, due.now])
  }
  return 'changed'
}

/** Whether an unknown zaak was registered since all zaken were loaded, and nothing of it was told yet. */
async function wasMissed(client: pg.PoolClient, { bron, zaak }: { bron: string; zaak: ZaakResource }) {
  const [registratie] = byVersie(zaak)
  const values = [bron, registratie?.gebeurtenisId, registratie?.datumStatusGezet, zaak.uuid]
  return (await client.query(WAS_MISSED, values)).rowCount === 1
}

/**
 * Events are never purged here, and the first one came when the zaken were loaded. Of a zaak whose registration came and that does
 * not wait to be fetched, the citizen was told before it was lost, or never was to be told.
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

const UPSERT_ZAAK = `
  with numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = $2 returning live_volgnummer
  ), written as (
    insert into zaak (id, burger_id, zaaktype, identificatie, omschrijving, team, startdatum, einddatum_gepland,
      uiterlijke_einddatum, einddatum, statuscode, versie, gezien_versie, bijgewerkt_op, opschorting, opgeschort_op,
      opgeschort_tot, aanvullingen, besluitdatum, bekendmakingsdatum, uiterlijke_reactiedatum, zaaktype_versie, live_volgnummer)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $16, $17, $18, $19, $20, $21, $22, $23,
      live_volgnummer from numbered
    on conflict (id) do update set burger_id = excluded.burger_id, zaaktype = excluded.zaaktype,
      zaaktype_versie = excluded.zaaktype_versie,
      identificatie = excluded.identificatie, omschrijving = excluded.omschrijving, team = excluded.team,
      startdatum = excluded.startdatum, einddatum_gepland = excluded.einddatum_gepland,
      uiterlijke_einddatum = excluded.uiterlijke_einddatum, einddatum = excluded.einddatum,
      statuscode = excluded.statuscode, versie = excluded.versie, bijgewerkt_op = excluded.bijgewerkt_op,
      opschorting = excluded.opschorting, opgeschort_op = excluded.opgeschort_op,
      opgeschort_tot = excluded.opgeschort_tot, aanvullingen = excluded.aanvullingen,
      besluitdatum = excluded.besluitdatum, bekendmakingsdatum = excluded.bekendmakingsdatum,
      uiterlijke_reactiedatum = excluded.uiterlijke_reactiedatum, live_volgnummer = excluded.live_volgnummer
    returning case when $15 then ${NOTIFY_LIVE} end
  )
  select from written`

const INSERT_STATUSSEN = `
  insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, tijdstip, toelichting, reden,
    einddatum_gepland, uiterlijke_einddatum)
  select "gebeurtenisId", $1, versie, soort, statuscode, "datumStatusGezet", statustoelichting, reden,
    "einddatumGepland", "uiterlijkeEinddatumAfdoening"
  from jsonb_to_recordset($2::jsonb) as status (
    "gebeurtenisId" uuid, versie integer, soort status_soort, statuscode text, "datumStatusGezet" timestamptz,
    statustoelichting text, reden text, "einddatumGepland" date, "uiterlijkeEinddatumAfdoening" date
  )`

const ORDER = {
  changed: 'select $1::uuid as zaak_id, $2::uuid as burger_id, $3::int as van',
  due: '$4',
  now: '$5',
}
const ORDER_MAIL = orderMail(ORDER)
const ORDER_PUSH = orderPush(ORDER)
