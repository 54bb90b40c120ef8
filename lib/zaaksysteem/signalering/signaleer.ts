import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { SignaleringSoort } from '../generated/client.ts'

/**
 * The part of the statement of acts (`actStatement`) that makes a signalering for the behandelaar of each
 * zaak, unless that behandelaar acts. The application form has no actor, and makes none.
 */
export const signaleer = (soort: SignaleringSoort) => `
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select gebeurtenis_id, behandelaar_id, id, '${soort}', versie::text, vastgelegd_op from changed
  where behandelaar_id is distinct from behandelaar and behandelaar_id is not null
    and (behandelaar is not null or client is not null)`

/**
 * Makes one signalering per zaak until it is seen, however many of its bezorgingen end so. Locks the zaken,
 * because removing one meanwhile would fail the recording of all attempts. Locks them in order, so that two
 * workers cannot deadlock.
 */
const SIGNALEER_MISLUKT = `
  with mislukt as materialized (
    select zaak_id, sequence, gebeurtenis_id from bezorging where id = any ($1) and status = 'mislukt'
  ), behandeld as (
    select id, behandelaar_id from zaak
    where id = any (array(select zaak_id from mislukt)) and behandelaar_id is not null
    order by id for key share
  )
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select distinct on (behandeld.id) gen_random_uuid(), behandeld.behandelaar_id, behandeld.id, 'bezorging_mislukt',
    gebeurtenis_id::text, $2::timestamptz
  from mislukt join behandeld on behandeld.id = zaak_id
  where (
    select signalering.id from signalering
    where zaak_id = behandeld.id and behandelaar_id = behandeld.behandelaar_id and soort = 'bezorging_mislukt'
      and gezien_op is null
    order by gegeven limit 1
  ) is null
  order by behandeld.id, sequence
  on conflict do nothing`

/** Tells behandelaars of new dead letters. A separate statement, because dead letters are rare. */
export function signaleerMislukt(bezorgingIds: readonly string[], at: string): Statement {
  return { name: 'signaleer_mislukt', text: SIGNALEER_MISLUKT, values: [`{${bezorgingIds}}`, at] }
}

/**
 * The end of a statement that makes signaleringen, one for each cause. A new one replaces an unseen one of
 * the same soort. Returns the number of signaleringen.
 *
 * @param from has `id` of the zaak, `behandelaar_id`, `soort` and `gegeven`, which is the cause; $2 is now
 */
export const tellOnce = (from: string) => `
  nieuw as (
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select gen_random_uuid(), behandelaar_id, id, soort, gegeven, $2
    from ${from}
    where not exists (
      select from signalering
      where zaak_id = ${from}.id and behandelaar_id = ${from}.behandelaar_id and soort = ${from}.soort
        and gegeven = ${from}.gegeven
    )
    on conflict do nothing
    returning behandelaar_id, zaak_id, soort
  ), vervangen as (
    delete from signalering using nieuw
    where signalering.zaak_id = nieuw.zaak_id and signalering.behandelaar_id = nieuw.behandelaar_id
      and signalering.soort = nieuw.soort and gezien_op is null
  )
  select count(*)::int as count from nieuw`
