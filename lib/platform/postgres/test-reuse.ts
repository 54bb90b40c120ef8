/** A larger table is not reused: pages of deleted rows stay, and a scan of the whole table reads them. */
const MOST_BYTES = 1_000_000

/**
 * Run in a template once it holds its initial rows. `reuse.begin_anew()` resets a used copy to them. It
 * returns false when the schema or settings were changed, a table was analysed or became large.
 *
 * To delete the few rows of a test costs a tenth of copying and removing the files of a database.
 */
export const PREPARE_REUSE = `
  create schema reuse;
  create table reuse.seed (relation regclass, rows jsonb, as_of bigint);
  create table reuse.alteration (made timestamptz);

  do $$ declare relation regclass; begin
    for relation in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('insert into reuse.seed select %L, jsonb_agg(row), pg_current_xact_id()::text::bigint from %s row',
        relation, relation);
    end loop;
    delete from reuse.seed where rows is null;
  end $$;

  create function reuse.begin_anew() returns boolean language plpgsql set session_replication_role = replica as $$
  declare part record; is_changed boolean; begin
    if exists (select from reuse.alteration)
      or exists (select from pg_db_role_setting join pg_database on oid = setdatabase where datname = current_database())
      or exists (select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= 0)
    then return false; end if;
    for part in
      select oid::regclass as relation, pg_relation_size(oid) as bytes, rows, as_of
      from pg_class left join reuse.seed on relation = oid
      where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
    loop
      if part.bytes > ${MOST_BYTES} then return false; end if;
      if part.rows is not null then
        execute format('select max(xmin::text::bigint) is distinct from max(xmin::text::bigint) filter (where xmin::text::bigint <= $1)
          or count(*) <> $2 from %s', part.relation) into is_changed using part.as_of, jsonb_array_length(part.rows);
        continue when not is_changed;
      end if;
      execute format('delete from %s', part.relation);
      continue when part.rows is null;
      execute format('insert into %1$s overriding system value select * from jsonb_populate_recordset(null::%1$s, $1)', part.relation)
        using part.rows;
      update reuse.seed set as_of = pg_current_xact_id()::text::bigint where relation = part.relation;
    end loop;
    perform setval(seqrelid, seqstart, false) from pg_sequence where pg_sequence_last_value(seqrelid) is not null;
    return true;
  end $$;

  create function reuse.note_alteration() returns event_trigger language plpgsql security definer as $$ begin
    insert into reuse.alteration values (now());
  end $$;
  create event trigger note_alteration on ddl_command_end execute function reuse.note_alteration()`
