import { DAY_MS } from '#lib/platform/durations.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findZakenPage } from './api/resource/find-zaken-page.ts'
import { countTeVernietigen, findTeVernietigen } from './bewaren/find-te-vernietigen.ts'
import { findZaakStand } from './detail/find-zaak-stand.ts'

const NOW = new Date('2036-11-25T09:00:00Z')
const MANY_ZAKEN = 2500
const FEW_ZAKEN = 20
/** A page, or a hundred zaken with all their rows. Reading every zaak would be 2,500. */
const LIMIT = 1000
/** Reads 500 changes, each with its zaak. All changes would be five times as many. */
const WALK_LIMIT = 3500

/**
 * Zaken of APV-STAND, with five of APV-EVEN in the middle. Half of them are closed and kept; the last three
 * are past their bewaartermijn. Uuids are in the order of registration.
 */
const ZAKEN = `
  insert into zaak (id, identificatie, zaaktype, zaaktypenaam, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
    einddatum_gepland, uiterlijke_einddatum, einddatum, statustype, statuscode, resultaat, team, gewijzigd_op)
  select ($4 || lpad(to_hex(n), 7, '0') || '-0000-7000-8000-000000000000')::uuid, 'ZAAK-' || $4 || n, identificatie,
    gegevens #>> '{omschrijving,nl}', '', '', '999990342', $2, $2, $2,
    case when n > $1::int - 3 then $2::date - 4000 when n % 2 = 0 or $3 then $2::date - 300 end,
    'ontvangen', case when n > $1::int - 3 then 'verleend' else 'ontvangen' end, 'geweigerd', '', $2
  from generate_series(1, $1::int) n
  join zaaktypeversie on identificatie = case when n % ($1::int / 5) = $1::int / 10 then 'APV-EVEN' else 'APV-STAND' end`

/** Adds two rows of each to the newest zaken. */
const ABOUT_THEM = `
  with nieuw as (
    select id, n from (select id from zaak order by nummer desc limit $2) newest, generate_series(1, 2) n
  ), toegewezen as (
    insert into toewijzing (id, zaak_id, versie, van_team, naar_team, door_client, op)
    select gen_random_uuid(), id, 1, '', '', 'portaal', $1 from nieuw
  ), afgeschermd as (
    insert into vertrouwelijkheid (id, zaak_id, vertrouwelijk, reden, door_client, op)
    select gen_random_uuid(), id, false, 'x', 'portaal', $1 from nieuw
  ), genoteerd as (
    insert into notitie (id, zaak_id, tekst, door_id, aangemaakt_op)
    select gen_random_uuid(), nieuw.id, 'x', behandelaar.id, $1 from nieuw, behandelaar where subject = 'lezer'
  ), gevraagd as (
    insert into aanvulling (id, zaak_id, versie, volgnummer, naam)
    select gen_random_uuid(), id, 1, n, 'Tekening' from nieuw
  ), geregistreerd as (
    insert into status (zaak_id, versie, soort, statustype, statuscode, einddatum_gepland, uiterlijke_einddatum,
      datum_status_gezet, gebeurtenis_id)
    select id, 1, 'registratie', 'ontvangen', 'ontvangen', $1, $1, $1, id from nieuw where n = 1
  )
  insert into inzending (id, zaak_id, client, kenmerk, soort, aanvulling_ids, tijdstip, ontvangen_op)
  select gen_random_uuid(), id, 'portaal', id || '-' || n, 'aanvulling', '{}', $1, $1 from nieuw`

async function fill({ db, pool }: TestZaaksysteem, { few, idle }: Filling) {
  const lezer = { subject: 'lezer', naam: 'A', team: '', rollen: ['lezer'] }
  await db.behandelaar.upsert({ where: { subject: 'lezer' }, create: lezer, update: {} })
  const zaken = few ? FEW_ZAKEN : MANY_ZAKEN
  await pool.query(ZAKEN, [zaken, new Date(NOW.getTime() - DAY_MS), idle, few ? 'a' : idle ? 'b' : 'c'])
  await pool.query(ABOUT_THEM, [NOW, zaken])
}

async function askHowFar(ctx: TestZaaksysteem) {
  const { id: zaakId } = await ctx.db.zaak.findFirstOrThrow({ orderBy: { nummer: 'desc' } })
  const { id: behandelaarId } = await ctx.db.behandelaar.findUniqueOrThrow({ where: { subject: 'lezer' } })
  await findZaakStand(ctx, { zaakId, behandelaarId })
}

type Page = Omit<Parameters<typeof findZakenPage>[1], 'limiet'>

const readPages = (page: Page) => async (ctx: TestZaaksysteem) => {
  const { volgende } = await findZakenPage(ctx, { ...page, limiet: 20 })
  if (volgende) await findZakenPage(ctx, { ...page, na: volgende, limiet: 20 })
}
const gewijzigdSinds = new Date(NOW.getTime() - DAY_MS)

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  fill,
  useCases: {
    'pages of all zaken': readPages({}),
    'pages of a rare zaaktype': readPages({ zaaktypen: ['APV-EVEN'] }),
    'pages of a zaaktype that no zaak has': readPages({ zaaktypen: ['OMG-KAP'] }),
    'pages of a rare zaaktype and a common one': readPages({ zaaktypen: ['APV-EVEN', 'APV-STAND'] }),
    'the end of the zaken of a rare zaaktype': readPages({
      zaaktypen: ['APV-EVEN'],
      na: 'c0000800-0000-7000-8000-000000000000',
    }),
    'pages of a common status': readPages({ status: 'ontvangen' }),
    'pages of a common status and a rare zaaktype': readPages({ status: 'ontvangen', zaaktypen: ['APV-EVEN'] }),
    'pages of a rare status': readPages({ status: 'verleend' }),
    'pages of a status that no zaak has': readPages({ status: 'ingetrokken' }),
    'changed zaken': readPages({ gewijzigdSinds }),
    'changed zaken of a rare zaaktype and status': readPages({
      gewijzigdSinds,
      status: 'verleend',
      zaaktypen: ['APV-EVEN'],
    }),
    'a zaak by its number': readPages({ identificatie: 'ZAAK-c7', status: 'ontvangen', gewijzigdSinds }),
    'the stand of a zaak': askHowFar,
    'zaken whose bewaartermijn is over': (ctx) => findTeVernietigen(ctx, { most: 1000 }),
    'their number': (ctx) => countTeVernietigen(ctx, { most: 100 }),
  },
  limit: LIMIT,
  limits: { 'changed zaken': WALK_LIMIT, 'changed zaken of a rare zaaktype and status': WALK_LIMIT },
})
