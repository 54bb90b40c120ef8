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
 * One for a zaak until it is seen, however many of its deliveries end so. Ordered, so that two workers wait for one
 * another in one direction only.
 */
const SIGNALEER_MISLUKT = `
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select distinct on (zaak.id) gen_random_uuid(), zaak.behandelaar_id, zaak.id, 'bezorging_mislukt',
    gebeurtenis_id::text, $2::timestamptz
  from bezorging join zaak on zaak.id = bezorging.zaak_id
  where bezorging.id = any ($1) and bezorging.status = 'mislukt' and zaak.behandelaar_id is not null
    and not exists (
      select from signalering
      where zaak_id = zaak.id and behandelaar_id = zaak.behandelaar_id and soort = 'bezorging_mislukt'
        and gezien_op is null
    )
  order by zaak.id, sequence
  on conflict do nothing`

/** Tells behandelaars of deliveries that just ended as dead letters. A statement of its own, because hardly any do. */
export function signaleerMislukt(bezorgingIds: readonly string[], at: string): Statement {
  return { name: 'signaleer_mislukt', text: SIGNALEER_MISLUKT, values: [`{${bezorgingIds}}`, at] }
}
