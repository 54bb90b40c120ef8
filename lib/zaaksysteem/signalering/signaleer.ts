import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { SignaleringSoort } from '../generated/client.ts'

/**
 * A part of the statement of an act on one zaak (`changeStatement`): tells its behandelaar, unless that is who acts. The
 * application form, which is nobody, tells nothing.
 */
export function signaleer(soort: SignaleringSoort): string {
  return `
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select $1::uuid, behandelaar_id, id, '${soort}', versie::text, $2::timestamptz from changed
    where behandelaar_id is distinct from $7::uuid and behandelaar_id is not null
      and ($7::uuid is not null or $8::text is not null)`
}

/**
 * One for a zaak until it is seen, however many of its deliveries end so. Zaken are locked, lest one be removed meanwhile
 * and fail the record of all attempts; and in one order, so that two workers cannot deadlock.
 */
const SIGNALEER_MISLUKT = `
  with mislukt as (
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
  where not exists (
    select from signalering
    where zaak_id = behandeld.id and behandelaar_id = behandeld.behandelaar_id and soort = 'bezorging_mislukt'
      and gezien_op is null
  )
  order by behandeld.id, sequence
  on conflict do nothing`

/** Tells behandelaars of deliveries that just ended as dead letters. A statement of its own, because hardly any do. */
export function signaleerMislukt(bezorgingIds: readonly string[], at: string): Statement {
  return { name: 'signaleer_mislukt', text: SIGNALEER_MISLUKT, values: [`{${bezorgingIds}}`, at] }
}
