/**
 * The part of a statement that writes events with the next sequences: contiguous from 1, in commit order. So
 * "all events after N" is exact. A database sequence would number before the commit, and a lower number could
 * appear after a higher one.
 *
 * From here to the commit other transactions wait to number theirs. The last number is therefore read only
 * when `source` is complete, so that nobody waits while an act waits for its zaak. Only the commit comes
 * after this statement.
 *
 * @param source part with a row for each event: `n`, `gebeurtenis_id`, `vastgelegd_op`, `zaak_id`, `type` and
 * `event`
 */
export const insertGebeurtenissen = (source: string) => `
  insert into gebeurtenis (id, vastgelegd_op, zaak_id, type, sequence, body)
  select gebeurtenis_id, vastgelegd_op, zaak_id, type, sequence,
    left(event, -1) || ',"sequence":"' || sequence || '","sequencetype":"Integer"}'
  from (
    select *, (
      (select laatste_sequence() where (select count(*) from ${source}) > 0) + row_number() over (order by n)
    )::int as sequence
    from ${source}
  ) as numbered`
