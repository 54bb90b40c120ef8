import type pg from 'pg'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from './live-hint.ts'
import { mailMoment, orderMail, orderPush, pushMoment } from './order-news.ts'

/** How the sender was proven. `kid`: with which key or secret. `bodySha256`: over the raw bytes, base64url. */
export type Proof = { credentialtype: string; kid: string; bodySha256: string }

/** From milliseconds, because PostgreSQL does not read the year 0 of RFC 3339. */
const TIJDSTIP = 'to_timestamp($14::float8 / 1000)'

/**
 * One statement, so that the event, its effect, the mail and pushes about it and the two notifications commit together, and with those
 * of other events that came at the same moment; with a live bus there are no notifications. Every step selects from `inbox`, where a
 * repeated event inserts no row, so that it has no effect.
 *
 * The change is applied only when it follows on the stored zaak: its sequence is newer, and its `oudeStatus` is the
 * current status. `for no key update` makes concurrent events of one zaak wait for each other and then read the row as
 * it has become. It locks the burger before the zaak, as `storeZaak` does, so that the two cannot deadlock. Both are looked
 * up by themselves, because a join can be planned, while there are few, as a pass over all.
 *
 * A change of status moves no dates, so its row has those that the zaak had.
 *
 * The zaak is fetched afterwards, which brings the toelichting, or repairs a zaak that the event did not fit. Not so when
 * the event said all of the change and the zaak has become that versie. An order that is there already is renewed even
 * then: it may be for the toelichting of an earlier versie, and the fetch under way may bring the zaak as it was before
 * this change, which is not stored any more.
 */
const ACCEPT = `
  with inbox as (
    insert into ontvangen_gebeurtenis
      (source, id, type, subject, sequence, body_sha256, credentialtype, kid, ontvangen_op, inhoud_sha256, trace_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $16, decode($20, 'hex'))
    on conflict (source, id) do nothing
    returning id
  ), current as (
    select zaak.id, zaak.burger_id, zaak.versie, zaak.einddatum_gepland, zaak.uiterlijke_einddatum
    from inbox
    cross join lateral (
      select id from burger where id = (select burger_id from zaak where id = $10::uuid) and inbox.id is not null
      for no key update
    ) burger
    cross join lateral (
      select id, burger_id, versie, einddatum_gepland, uiterlijke_einddatum from zaak
      where id = $10::uuid and burger_id = burger.id and statuscode = $12 and sequence < $5
      for no key update
    ) zaak
  ), step as (
    insert into status
      (gebeurtenis_id, zaak_id, versie, soort, statuscode, tijdstip, einddatum_gepland, uiterlijke_einddatum)
    select $15::uuid, current.id, current.versie + 1, $11::text, $13, ${TIJDSTIP}, einddatum_gepland,
      uiterlijke_einddatum from current
    on conflict do nothing
    returning zaak_id, versie
  ), numbered as (
    update burger set live_volgnummer = live_volgnummer + 1
    where id = (select burger_id from current, step)
    returning burger.live_volgnummer
  ), changed as (
    update zaak
    set statuscode = $13, versie = step.versie, sequence = $5, bijgewerkt_op = ${TIJDSTIP},
        live_volgnummer = numbered.live_volgnummer
    from step, numbered
    where zaak.id = $10::uuid
    returning zaak.versie, zaak.burger_id, case when $18::boolean then ${NOTIFY_LIVE} end
  ), mailed as (${orderMail({
    changed: 'select $10::uuid as zaak_id, burger_id, versie - 1 as van from changed',
    due: '$19',
    now: '$9',
  })}
  ), pushed as (${orderPush({
    changed: 'select $10::uuid as zaak_id, burger_id, versie - 1 as van from changed',
    due: '$21',
    now: '$9',
  })}
  ), ordered as (
    insert into ophaalopdracht (zaak_id, volgende_poging)
    select $10::uuid, $9 from inbox
    where $10::uuid is not null and (
      not exists (select from changed where versie = $17::int)
      or exists (select from ophaalopdracht where zaak_id = $10::uuid)
    )
    on conflict (zaak_id) do update
      set aanvraag = ophaalopdracht.aanvraag + 1, pogingen = 0, volgende_poging = excluded.volgende_poging
    returning case when $18::boolean then pg_notify('ophaalopdracht', '') end
  )
  select exists (select from inbox) as accepted, array(select burger_id from changed) as "burgerIds",
    exists (select from ordered) as ordered`

/**
 * @param options.notify whether it tells the other processes when it commits
 */
export function acceptStatement(
  ctx: PublieksportaalContext,
  { event, proof, notify }: { event: ReceivedEvent; proof: Proof; notify: boolean },
): Statement {
  const { change } = event
  const values = [
    event.source,
    event.id,
    event.type,
    event.subject,
    event.sequence,
    proof.bodySha256,
    proof.credentialtype,
    proof.kid,
    sqlNow(ctx.clock),
    change?.zaakId,
    change?.soort,
    change?.oudeStatus,
    change?.nieuweStatus,
    change?.tijdstip.getTime(),
    change && event.id,
    event.inhoudSha256,
    change?.volledigeVersie,
    notify,
    mailMoment(ctx),
    event.traceId,
    pushMoment(ctx),
  ].map((value) => value?.toString() ?? null)
  return { name: 'accept-event', text: ACCEPT, values }
}

/** What `acceptStatement` gives; `burgerIds`: whose zaak was changed, if one was. */
export type Accepted = { accepted: boolean; burgerIds: string[]; ordered: boolean }

/** What a transaction that accepts an event locks first: those that lock in the order of this cannot deadlock. */
export function lockOf({ change, id }: ReceivedEvent): string {
  return change?.zaakId ?? id
}

const ANY_DIFFERS = `
  select from unnest($1::text[], $2::text[], $3::text[]) as event (source, id, inhoud)
  join ontvangen_gebeurtenis as known using (source, id)
  where known.inhoud_sha256 <> event.inhoud
  limit 1`

/** Whether one was received before with other content. A row from before `inhoud_sha256` counts as the same. */
export async function anyDiffers(client: pg.Pool | pg.ClientBase, events: ReceivedEvent[]): Promise<boolean> {
  const column = (name: 'source' | 'id' | 'inhoudSha256') => events.map((event) => event[name])
  const { rowCount } = await client.query(ANY_DIFFERS, [column('source'), column('id'), column('inhoudSha256')])
  return rowCount !== 0
}

/**
 * `changed`: stored and applied to the zaak. `noted`: stored; if it is about a zaak, that will be fetched. `repeated`:
 * received before with the same content. `different_content`: received before under this (source, id) with other
 * content.
 */
type Acceptance = 'changed' | 'noted' | 'repeated' | 'different_content'

export async function acceptEvent(
  ctx: PublieksportaalContext,
  { event, proof }: { event: ReceivedEvent; proof: Proof },
): Promise<Acceptance> {
  const statement = acceptStatement(ctx, { event, proof, notify: ctx.liveBus === undefined })
  const [outcome] = (await groupCommit(ctx.pool, statement, lockOf(event))) as Accepted[]
  if (!outcome?.accepted) return (await anyDiffers(ctx.pool, [event])) ? 'different_content' : 'repeated'

  const { burgerIds, ordered } = outcome
  ctx.liveBus?.publish({ burgerIds, ordered })
  return burgerIds.length > 0 ? 'changed' : 'noted'
}
