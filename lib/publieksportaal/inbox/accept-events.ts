import type pg from 'pg'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from './live-hint.ts'
import { mailMoment, orderMail } from './mail-order.ts'
import { orderPush, pushMoment } from './push-order.ts'
import type { Proof, ReceivedEvent } from './received-event.ts'

/**
 * Does what `acceptEvent` does, for all events of a batch in one statement. A statement does not see its own changes,
 * so `chain` computes the state of each zaak: it goes through the new events of a zaak in order and carries the state
 * after each of them. An event that does not follow on that state changes nothing. Rows are locked in a fixed order
 * (events by id, then burgers with their zaken, then mails, pushes and ophaalopdrachten), so that overlapping batches wait for each other
 * but cannot deadlock.
 *
 * Each changed zaak takes one number of its burger, and so gives one live event.
 */
const ACCEPT = `
  with recursive event as (
    select * from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[], $11::uuid[],
      $12::status_soort[], $13::text[], $14::text[], $15::timestamptz[], $16::int[], $19::text[]) with ordinality
      as event(source, id, type, subject, sequence, inhoud, zaak_id, soort, oude, nieuwe, tijdstip, volledige_versie,
        trace, n)
  ), inbox as (
    insert into ontvangen_gebeurtenis
      (source, id, type, subject, sequence, body_sha256, credentialtype, kid, ontvangen_op, inhoud_sha256, trace_id)
    select source, id, type, subject, sequence, $1, $2, $3, $4::timestamptz, inhoud, decode(trace, 'hex')
    from event order by source, id
    on conflict (source, id) do nothing
    returning source, id
  ), fresh as (
    select event.*, row_number() over (partition by zaak_id order by n) as step
    from event join inbox using (source, id)
    where zaak_id is not null
  ), current as (
    select zaak.id, zaak.burger_id, zaak.versie, zaak.sequence, zaak.statuscode, zaak.einddatum_gepland,
      zaak.uiterlijke_einddatum
    from burger join zaak on zaak.burger_id = burger.id
    where zaak.id in (select zaak_id from fresh)
    order by burger.id, zaak.id
    for no key update of burger, zaak
  ), chain as (
    select id as zaak_id, burger_id, 0::bigint as step, false as follows, versie, sequence, statuscode,
      null::text as event_id, null::status_soort as soort, null::timestamptz as tijdstip
    from current
    union all
    select chain.zaak_id, chain.burger_id, fresh.step, fits.follows,
      chain.versie + fits.follows::int,
      case when fits.follows then fresh.sequence else chain.sequence end,
      case when fits.follows then fresh.nieuwe else chain.statuscode end,
      fresh.id, fresh.soort, fresh.tijdstip
    from chain join fresh on fresh.zaak_id = chain.zaak_id and fresh.step = chain.step + 1
    cross join lateral (
      select coalesce(fresh.oude = chain.statuscode and fresh.sequence > chain.sequence, false)
        and not exists (select 1 from status where gebeurtenis_id = fresh.id::uuid) as follows
    ) as fits
  ), applied as (
    select * from chain where follows
  ), steps as (
    insert into status
      (gebeurtenis_id, zaak_id, versie, soort, statuscode, tijdstip, einddatum_gepland, uiterlijke_einddatum)
    select event_id::uuid, zaak_id, applied.versie, soort, applied.statuscode, tijdstip, einddatum_gepland,
      uiterlijke_einddatum
    from applied join current on current.id = zaak_id
    on conflict do nothing
    returning 1
  ), outcome as (
    select *, row_number() over (partition by burger_id order by zaak_id) as nummer
    from (select distinct on (zaak_id) * from applied order by zaak_id, step desc) as newest
  ), numbered as (
    update burger set live_volgnummer = live_volgnummer + counted.zaken
    from (select burger_id, count(*)::int as zaken from outcome group by burger_id) as counted
    where burger.id = counted.burger_id
    returning burger.id, burger.live_volgnummer - counted.zaken as before
  ), changed as (
    update zaak
    set statuscode = outcome.statuscode, versie = outcome.versie, sequence = outcome.sequence,
        bijgewerkt_op = outcome.tijdstip, live_volgnummer = numbered.before + outcome.nummer
    from outcome join numbered on numbered.id = outcome.burger_id
    where zaak.id = outcome.zaak_id
    returning zaak.burger_id, case when $17 then ${NOTIFY_LIVE} end
  ), mailed as (${orderMail({
    changed: 'select id as zaak_id, current.burger_id, current.versie as van from current join outcome on zaak_id = id',
    due: '$18',
    now: '$4',
  })}
  ), pushed as (${orderPush({
    changed: 'select id as zaak_id, current.burger_id, current.versie as van from current join outcome on zaak_id = id',
    due: '$20',
    now: '$4',
  })}
  ), ordered as (
    insert into ophaalopdracht (zaak_id, volgende_poging)
    select distinct zaak_id, $4::timestamptz
    from fresh left join applied using (zaak_id, step)
    where (applied.versie = volledige_versie) is not true
      or exists (select from ophaalopdracht where ophaalopdracht.zaak_id = fresh.zaak_id)
    order by zaak_id
    on conflict (zaak_id) do update
      set aanvraag = ophaalopdracht.aanvraag + 1, pogingen = 0, volgende_poging = excluded.volgende_poging
    returning case when $17 then pg_notify('ophaalopdracht', '') end
  )
  select (select count(*)::int from inbox) as accepted, array(select burger_id from changed) as "burgerIds",
    exists (select from ordered) as ordered,
    (select count(*)::int from applied) = (select count(*)::int from steps) as consistent`

const ANY_DIFFERS = `
  select 1
  from unnest($1::text[], $2::text[], $3::text[]) as event(source, id, inhoud)
  join ontvangen_gebeurtenis as known using (source, id)
  where known.inhoud_sha256 <> event.inhoud
  limit 1`

type Hint = { burgerIds: string[]; ordered: boolean }

/** `accepted`: how many events were new; `changed`: to how many zaken a change was applied. */
export type BatchAcceptance =
  | { ok: true; accepted: number; changed: number }
  | { ok: false; reason: 'different_content' }

/** Accepts all events, or none when one was received before under its (source, id) with other content. */
export async function acceptEvents(
  ctx: PublieksportaalContext,
  { events, proof }: { events: ReceivedEvent[]; proof: Proof },
): Promise<BatchAcceptance> {
  const acceptance = await inTransaction(ctx.pool, (client) => accept(client, { ctx, events, proof }))
  if (!acceptance.ok) return acceptance
  const { hint, accepted } = acceptance
  ctx.liveBus?.publish(hint)
  return { ok: true, accepted, changed: hint.burgerIds.length }
}

async function accept(
  client: pg.PoolClient,
  { ctx, events, proof }: { ctx: PublieksportaalContext; events: ReceivedEvent[]; proof: Proof },
): Promise<{ ok: true; accepted: number; hint: Hint } | Extract<BatchAcceptance, { ok: false }>> {
  const column = <T>(read: (event: ReceivedEvent) => T) => events.map(read)
  const sources = column(({ source }) => source)
  const ids = column(({ id }) => id)
  const contents = column(({ inhoudSha256 }) => inhoudSha256)
  await client.query(LOOK_UP_IN_INDEXES)
  const { rows } = await client.query<Hint & { accepted: number; consistent: boolean }>({
    name: 'accept-events',
    text: ACCEPT,
    values: [
      proof.bodySha256,
      proof.credentialtype,
      proof.kid,
      ctx.clock(),
      sources,
      ids,
      column(({ type }) => type),
      column(({ subject }) => subject),
      column(({ sequence }) => sequence),
      contents,
      column(({ change }) => change?.zaakId ?? null),
      column(({ change }) => change?.soort ?? null),
      column(({ change }) => change?.oudeStatus ?? null),
      column(({ change }) => change?.nieuweStatus ?? null),
      column(({ change }) => change?.tijdstip ?? null),
      column(({ change }) => change?.volledigeVersie ?? null),
      ctx.liveBus === undefined,
      mailMoment(ctx),
      column(({ traceId }) => traceId),
      pushMoment(ctx),
    ],
  })
  const [outcome] = rows
  // Storing a fetched zaak inserted one of these statuses after this statement began; the next attempt will see it.
  if (!outcome?.consistent) throw new Error('A status was stored by somebody else meanwhile')
  const { accepted, burgerIds, ordered } = outcome
  if (accepted < events.length) {
    const differs = await client.query(ANY_DIFFERS, [sources, ids, contents])
    if (differs.rowCount) return { ok: false, reason: 'different_content' }
  }
  return { ok: true, accepted, hint: { burgerIds, ordered } }
}
