/**
 * The part of a statement that writes events, with the next sequences: contiguous from 1, in commit order. So "all events
 * after N" is exact; numbers of a database sequence are given before the commit, and a lower one can appear after a higher
 * one. From here to the commit others wait to give theirs, so it asks for the last one when `source` is complete: no act
 * waits for a zaak meanwhile. Nothing but the commit comes after this statement.
 *
 * @param source part with a row for each event: `n`, `gebeurtenis_id`, `vastgelegd_op`, `zaak_id`, `type` and `event`
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
