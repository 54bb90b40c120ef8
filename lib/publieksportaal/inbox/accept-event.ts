import type pg from 'pg'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { groupCommit, type RowStatement } from '#lib/platform/postgres/group-commit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from './live-hint.ts'
import { mailMoment, orderMail, orderPush, pushMoment } from './order-news.ts'

/** The proof of the sender. `kid`: the key or secret. `bodySha256`: over the raw bytes, base64url. */
export type Proof = { credentialtype: string; kid: string; bodySha256: string }

/** The columns of an event in the statement, with their types; `n` is its index. */
const EVENT = {
  n: 'int',
  source: 'text',
  id: 'text',
  type: 'text',
  subject: 'text',
  sequence: 'int',
  body_sha256: 'text',
  credentialtype: 'text',
  kid: 'text',
  inhoud_sha256: 'text',
  trace_id: 'text',
  zaak_id: 'uuid',
  soort: 'text',
  oude: 'text',
  nieuwe: 'text',
  tijdstip_ms: 'float8',
  volledige_versie: 'int',
  nu: 'timestamptz',
  mail_op: 'timestamptz',
  push_op: 'timestamptz',
  notify: 'boolean',
}

/** From milliseconds, because PostgreSQL does not parse the year 0 of RFC 3339. */
const TIJDSTIP = 'to_timestamp(tijdstip_ms / 1000)'

const EVENTS = `
  with event as (
    select * from json_to_recordset($1) as event (${Object.entries(EVENT).map((column) => column.join(' '))})
  )`

/** Runs first and in a fixed order, so that transactions with the same events wait instead of deadlocking. */
const RECEIVE = `
    insert into ontvangen_gebeurtenis
      (source, id, type, subject, sequence, body_sha256, credentialtype, kid, ontvangen_op, inhoud_sha256, trace_id)
    select source, id, type, subject, sequence, body_sha256, credentialtype, kid, nu, inhoud_sha256,
      decode(trace_id, 'hex')
    from event
    order by source, id
    on conflict (source, id) do nothing
    returning source, id`

/**
 * Applies events about different zaken: effects, mails, pushes and notifications; a live bus replaces the
 * notifications. Every step selects from `fresh`, which has no row for a repeated event, so that it is
 * idempotent. Locks burgers in order and a burger before his zaken, as `storeZaak` does, to avoid a deadlock.
 * Both are subqueries, because the planner can turn a join into a full scan while the tables are small.
 */
const apply = (isFresh: string) => `
  fresh as (
    select n, event.id, sequence, zaak_id, soort, oude, nieuwe, tijdstip_ms, volledige_versie, nu, mail_op, push_op, notify,
      (select zaak.burger_id from zaak where zaak.id = event.zaak_id) as burger_id
    from event where ${isFresh}
    order by burger_id, n
  ), current as (
    select fresh.*, burger.live_volgnummer, zaak.versie, zaak.gegevens
    from fresh
    cross join lateral (
      select burger.id, burger.live_volgnummer from burger where burger.id = fresh.burger_id for no key update
    ) burger
    cross join lateral (
      -- applies only a change that follows on the stored zaak; the lock serializes events and rereads the row
      select zaak.versie, zaak.gegevens from zaak
      where zaak.id = fresh.zaak_id and zaak.burger_id = burger.id
        and zaak.statuscode = fresh.oude and zaak.sequence < fresh.sequence
      for no key update
    ) zaak
  ), step as (
    insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, datum_status_gezet,
      einddatum_gepland, uiterlijke_einddatum)
    -- a change of status moves no dates
    select id::uuid, zaak_id, versie + 1, soort, nieuwe, ${TIJDSTIP}, (gegevens ->> 'einddatumGepland')::date,
      (gegevens ->> 'uiterlijkeEinddatumAfdoening')::date
    from current
    on conflict do nothing
    returning zaak_id
  ), applied as (
    select current.*, live_volgnummer + row_number() over (partition by burger_id order by n) as volgnummer
    from current where exists (select from step where step.zaak_id = current.zaak_id)
  ), numbered as (
    update burger set live_volgnummer = last.volgnummer
    from (select burger_id, max(volgnummer) as volgnummer from applied group by burger_id) last
    where burger.id = any (array[last.burger_id])
  ), changed as (
    update zaak
    set statuscode = nieuwe, versie = applied.versie + 1, sequence = applied.sequence, bijgewerkt_op = ${TIJDSTIP},
        live_volgnummer = volgnummer
    from applied
    where zaak.id = any (array[applied.zaak_id])
    returning applied.n, applied.volledige_versie, applied.nu, applied.mail_op, applied.push_op, zaak.id as zaak_id,
      zaak.burger_id, zaak.versie, applied.versie as van, case when applied.notify then ${NOTIFY_LIVE} end
  ), mailed as (${orderMail({ changed: 'select * from changed', due: 'mail_op', now: 'nu' })}
  ), pushed as (${orderPush({ changed: 'select * from changed', due: 'push_op', now: 'nu' })}
  ), ordered as (
    insert into ophaalopdracht (zaak_id, volgende_poging, sinds)
    select zaak_id, nu, nu from fresh
    where zaak_id is not null and (
      -- fetches the zaak for its toelichting or to repair a mismatch, unless the event was complete
      (select true from changed where changed.n = fresh.n and versie = volledige_versie limit 1) is null
      -- renews an existing order even then: a fetch in progress may return the zaak from before this change
      or (select true from ophaalopdracht known where known.zaak_id = fresh.zaak_id limit 1)
    )
    on conflict (zaak_id) do update
      set aanvraag = ophaalopdracht.aanvraag + 1, pogingen = 0, volgende_poging = excluded.volgende_poging
    returning zaak_id
  )
  select n, changed.burger_id as "burgerId", ordered.zaak_id is not null as ordered,
    case when notify and ordered.zaak_id is not null then pg_notify('ophaalopdracht', '') end
  from fresh left join changed using (n) left join ordered on ordered.zaak_id = fresh.zaak_id`

/** `accept` does both, so that an event and its effects commit together. */
const STATEMENTS = {
  receive: { name: 'receive-events', text: `${EVENTS}${RECEIVE}` },
  apply: { name: 'apply-events', text: `${EVENTS}, ${apply('true')}` },
  accept: {
    name: 'accept-event',
    text: `${EVENTS}, inbox as (${RECEIVE}
  ), ${apply('exists (select from inbox where inbox.id = event.id and inbox.source = event.source)')}`,
  },
}

/**
 * Events that are applied by one statement must each be about another zaak.
 *
 * @param options.notify true when the commit notifies the other processes
 */
export function statementFor(
  ctx: PublieksportaalContext,
  step: keyof typeof STATEMENTS,
  { event, proof, notify }: { event: ReceivedEvent; proof: Proof; notify: boolean },
): RowStatement {
  const { change } = event
  const row: Record<Exclude<keyof typeof EVENT, 'n'>, unknown> = {
    source: event.source,
    id: event.id,
    type: event.type,
    subject: event.subject,
    sequence: event.sequence,
    body_sha256: proof.bodySha256,
    credentialtype: proof.credentialtype,
    kid: proof.kid,
    inhoud_sha256: event.inhoudSha256,
    trace_id: event.traceId,
    zaak_id: change?.zaakId,
    soort: change?.soort,
    oude: change?.oudeStatus,
    nieuwe: change?.nieuweStatus,
    tijdstip_ms: change?.tijdstip.getTime(),
    volledige_versie: change?.volledigeVersie,
    nu: sqlNow(ctx.clock),
    mail_op: mailMoment(ctx),
    push_op: pushMoment(ctx),
    notify,
  }
  return { ...STATEMENTS[step], row }
}

/** The result for a new event. `burgerId` is the burger of the changed zaak, if one changed. */
export type Accepted = { n: number; burgerId: string | null; ordered: boolean }

/** Returns the first lock of a transaction that accepts an event: locking in its order avoids a deadlock. */
export function lockOf({ change, id }: ReceivedEvent): string {
  return change?.zaakId ?? id
}

const ANY_DIFFERS = `
  select from unnest($1::text[], $2::text[], $3::text[]) as event (source, id, inhoud)
  join ontvangen_gebeurtenis as known using (source, id)
  where known.inhoud_sha256 <> event.inhoud
  limit 1`

/**
 * True when an event was received before with other content. Rows older than `inhoud_sha256` count as equal.
 */
export async function anyDiffers(client: pg.Pool | pg.ClientBase, events: ReceivedEvent[]): Promise<boolean> {
  const column = (name: 'source' | 'id' | 'inhoudSha256') => events.map((event) => event[name])
  const { rowCount } = await client.query(ANY_DIFFERS, [column('source'), column('id'), column('inhoudSha256')])
  return rowCount !== 0
}

/**
 * `changed`: stored and applied to the zaak. `noted`: stored; a zaak that it names will be fetched.
 * `repeated`: received before with the same content. `different_content`: received before under this (source,
 * id) with other content.
 */
type Acceptance = 'changed' | 'noted' | 'repeated' | 'different_content'

export async function acceptEvent(
  ctx: PublieksportaalContext,
  { event, proof }: { event: ReceivedEvent; proof: Proof },
): Promise<Acceptance> {
  const statement = statementFor(ctx, 'accept', { event, proof, notify: ctx.liveBus === undefined })
  const [accepted] = (await groupCommit(ctx.pool, statement, lockOf(event))) as Accepted[]
  if (!accepted) return (await anyDiffers(ctx.pool, [event])) ? 'different_content' : 'repeated'

  const { burgerId, ordered } = accepted
  ctx.liveBus?.publish({ burgerIds: burgerId ? [burgerId] : [], ordered })
  return burgerId ? 'changed' : 'noted'
}
