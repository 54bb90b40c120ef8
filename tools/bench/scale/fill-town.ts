import pg from 'pg'
import { type Copy, copyModels, takeModels } from './copy-models.ts'
import * as town from './town.ts'

const MODEL_ZAAK = 'join model_zaak model_row on model_row.id = model.id'
const MODEL_STATUS = 'join model_status on model_status.zaak_id = model.id and model_status.versie = j'
const ofGebeurtenis = (table: string) =>
  `${MODEL_STATUS} join model_${table} model_row on model_row.gebeurtenis_id = model_status.gebeurtenis_id`

const ZAAKSYSTEEM: readonly Copy[] = [
  {
    table: 'zaak',
    rows: MODEL_ZAAK,
    each: 'zaak',
    overrides: {
      id: town.zaakId,
      nummer: 'k + 1',
      identificatie: `'ZAAK-' || extract(year from ${town.startdatum}) || '-' || lpad((k + 1)::text, 10, '0')`,
      omschrijving: town.omschrijving,
      aanvrager_naam: town.aanvragerNaam,
      behandelaar_id: `case when not ${town.isOfNobody} then ${town.behandelaarId} end`,
      behandelaarnaam: `case when ${town.isOfNobody} then '' else ${town.behandelaarnaam} end`,
      startdatum: town.startdatum,
      einddatum_gepland: town.streefdatum,
      uiterlijke_einddatum: `${town.streefdatum} + 28`,
      einddatum: `case when not ${town.isOpen} then ${town.startdatum} + 60 end`,
      opschorting: `case when ${town.isSuspended} then 'opschorting'::opschorting end`,
      opgeschort_op: `case when ${town.isSuspended} then ${town.startdatum} end`,
      gewijzigd_op: town.zaakMoment,
    },
  },
  {
    table: 'lijststatus',
    rows: 'join model_lijststatus model_row on model_row.zaak_id = model.id',
    each: 'zaak',
    overrides: { zaak_id: town.zaakId, einddatum_gepland: town.streefdatum },
  },
  {
    table: 'status',
    rows: 'join model_status model_row on model_row.zaak_id = model.id and model_row.versie = j',
    each: 'event',
    overrides: {
      zaak_id: town.zaakId,
      gebeurtenis_id: town.gebeurtenisId,
      datum_status_gezet: town.eventMoment,
    },
  },
  {
    table: 'gebeurtenis',
    rows: `${MODEL_STATUS} join model_gebeurtenis model_row on model_row.id = model_status.gebeurtenis_id`,
    each: 'event',
    overrides: {
      id: town.gebeurtenisId,
      zaak_id: town.zaakId,
      vastgelegd_op: town.eventMoment,
      sequence: 'e',
      body: `case when ${town.isKept} or ${town.isWaiting} then model_row.body end`,
    },
  },
  {
    table: 'bezorging',
    rows: ofGebeurtenis('bezorging'),
    each: 'event',
    overrides: {
      id: 'e',
      gebeurtenis_id: town.gebeurtenisId,
      zaak_id: town.zaakId,
      sequence: 'e',
      status: `case when ${town.isWaiting} then 'wachtend' else model_row.status end`,
      pogingen: `case when ${town.isWaiting} then 0 else model_row.pogingen end`,
      volgende_poging: `case when ${town.isWaiting} then now() end`,
      afgerond_op: `case when not ${town.isWaiting} then ${town.eventMoment} end`,
    },
  },
  {
    table: 'bezorgpoging',
    rows: `${MODEL_STATUS} join model_bezorging on model_bezorging.gebeurtenis_id = model_status.gebeurtenis_id
      join model_bezorgpoging model_row on model_row.bezorging_id = model_bezorging.id`,
    each: 'event',
    where: `${town.isKept} and not ${town.isWaiting}`,
    overrides: { bezorging_id: 'e', begonnen_op: town.eventMoment },
  },
  {
    table: 'auditregel',
    rows: `${MODEL_STATUS} join model_auditregel model_row on model_row.id = model_status.gebeurtenis_id`,
    each: 'event',
    overrides: {
      id: town.gebeurtenisId,
      tijdstip: town.eventMoment,
      zaak_id: town.zaakId,
      actor: `case model_row.actor_soort when 'behandelaar' then (${town.behandelaarId})::text else model_row.actor end`,
    },
  },
  {
    table: 'notitie',
    rows: 'join model_notitie model_row on model_row.zaak_id = model.id',
    each: 'zaak',
    overrides: { id: town.zaakId, zaak_id: town.zaakId, door_id: town.behandelaarId, aangemaakt_op: town.zaakMoment },
  },
  {
    table: 'besluit',
    rows: 'join model_besluit model_row on model_row.zaak_id = model.id',
    each: 'zaak',
    overrides: { id: town.zaakId, zaak_id: town.zaakId },
  },
  {
    table: 'toewijzing',
    rows: 'join model_toewijzing model_row on model_row.zaak_id = model.id',
    each: 'zaak',
    overrides: {
      id: town.zaakId,
      zaak_id: town.zaakId,
      naar_behandelaar_id: town.behandelaarId,
      door_id: town.behandelaarId,
      op: town.zaakMoment,
    },
  },
  {
    table: 'signalering',
    rows: 'join model_signalering model_row on model_row.zaak_id = model.id',
    each: 'zaak',
    where: `${town.isOpen} and not ${town.isOfNobody}`,
    overrides: {
      id: town.zaakId,
      zaak_id: town.zaakId,
      behandelaar_id: town.behandelaarId,
      aangemaakt_op: town.zaakMoment,
    },
  },
]

const PUBLIEKSPORTAAL: readonly Copy[] = [
  {
    table: 'zaak',
    rows: MODEL_ZAAK,
    each: 'zaak',
    overrides: {
      id: town.zaakId,
      burger_id: town.burgerId,
      gegevens: `gegevens || jsonb_build_object(
        'identificatie', 'ZAAK-' || extract(year from ${town.startdatum}) || '-' || lpad((k + 1)::text, 10, '0'),
        'omschrijving', ${town.omschrijving}, 'startdatum', ${town.startdatum}, 'einddatumGepland', ${town.streefdatum},
        'uiterlijkeEinddatumAfdoening', ${town.streefdatum} + 28,
        'einddatum', case when not ${town.isOpen} then ${town.startdatum} + 60 end)`,
      einddatum: `case when not ${town.isOpen} then ${town.startdatum} + 60 end`,
      bijgewerkt_op: town.zaakMoment,
    },
  },
  {
    table: 'status',
    rows: 'join model_status model_row on model_row.zaak_id = model.id and model_row.versie = j',
    each: 'event',
    overrides: { gebeurtenis_id: town.gebeurtenisId, zaak_id: town.zaakId, datum_status_gezet: town.eventMoment },
  },
  {
    table: 'ontvangen_gebeurtenis',
    rows: '',
    each: 'event',
    overrides: {
      source: "'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'",
      id: town.gebeurtenisId,
      type: "'nl.overheid.zaken.zaakstatus-gewijzigd'",
      subject: town.zaakId,
      sequence: 'e',
      body_sha256: 'md5(e::text) || md5(k::text)',
      inhoud_sha256: 'md5(k::text) || md5(e::text)',
      credentialtype: "'JWT'",
      kid: "'bench'",
      trace_id: "decode(md5(k::text || e::text), 'hex')",
      ontvangen_op: town.eventMoment,
    },
  },
]

const BEHANDELAREN = `
  insert into behandelaar (id, subject, naam, team, rollen)
  select distinct on (${town.behandelaarId}) ${town.behandelaarId}, 'bench-' || k, ${town.behandelaarnaam}, 'Vergunningen', '{}'
  from (select k::bigint, $1::bigint as n from generate_series(0, $1::int - 1) k) town`

const BURGERS = `
  insert into burger (id, bsn_hash)
  select distinct on (${town.burgerId}) ${town.burgerId}, 'bench-' || k % ${town.burgers}
  from (select k::bigint, $1::bigint as n from generate_series(0, $1::int - 1) k) town`

/** Makes later rows get new numbers. */
const SEQUENCES = `
  with distributed as (
    update verspreiding set tot_sequence = $2
  )
  select setval(pg_get_serial_sequence('zaak', 'nummer'), $1),
    setval(pg_get_serial_sequence('bezorging', 'id'), $2)`

type Options = { size: number; progress: (message: string) => void }

/** Copies the models of both systems (`makeModels`) into towns of `size` zaken. */
export async function fillTown({ zaaksysteem, portal }: { zaaksysteem: pg.Pool; portal: pg.Pool }, options: Options) {
  await fill(zaaksysteem, BEHANDELAREN, ZAAKSYSTEEM, options)
  await zaaksysteem.query(SEQUENCES, [options.size, options.size * town.EVENTS_PER_ZAAK])
  await fill(portal, BURGERS, PUBLIEKSPORTAAL, options)
}

async function fill(pool: pg.Pool, people: string, copies: readonly Copy[], options: Options): Promise<void> {
  const client = new pg.Client({ connectionString: pool.options.connectionString as string })
  await client.connect()
  await client.query("set session_replication_role = 'replica'; set synchronous_commit = off")
  await client.query("set maintenance_work_mem = '1GB'")
  await takeModels(
    client,
    copies.map(({ table }) => table),
  )
  await client.query(people, [options.size])
  for (const copy of copies) await copyModels(client, copy, options)
  await client.query('vacuum analyze')
  await client.end()
}
