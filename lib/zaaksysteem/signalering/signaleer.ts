import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import { type Sql, sql } from '#lib/platform/postgres/sql.ts'
import type { SignaleringSoort } from '../generated/client.ts'

/**
 * A part of the statement of an act on one zaak (`writeChange`): tells its behandelaar, unless that is who acts. The
 * application form, which is nobody, tells nothing.
 */
export function signaleer(act: Record<'id' | 'at' | 'behandelaar' | 'client', Sql>, soort: SignaleringSoort): Sql {
  return sql`
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select ${act.id}, behandelaar_id, id, ${soort}::signalering_soort, versie::text, ${act.at} from changed
    where behandelaar_id is distinct from ${act.behandelaar} and behandelaar_id is not null
      and (${act.behandelaar} is not null or ${act.client} is not null)`
}

/**
 * One for a zaak until it is seen, however many of its bezorgingen end so. Zaken are locked, lest one be removed
 * meanwhile and fail the record of all attempts; and in one order, so that two workers cannot deadlock.
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

/** Tells behandelaars of bezorgingen that just ended as dead letters. A statement of its own, because hardly any do. */
export function signaleerMislukt(bezorgingIds: readonly string[], at: string): Statement {
  return { name: 'signaleer_mislukt', text: SIGNALEER_MISLUKT, values: [`{${bezorgingIds}}`, at] }
}
