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
