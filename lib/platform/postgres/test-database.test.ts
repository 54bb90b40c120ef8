import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneTestDatabase } from './test-database.ts'

test('a clone is migrated and empty, and can be dropped while a client is connected', async () => {
  const database = await cloneTestDatabase('zaaksysteem')
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select count(*)::int as zaken from zaak')
  expect(rows).toEqual([{ zaken: 0 }])
  await database.drop()
  await expect(client.query('select 1')).rejects.toThrow()
})

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

/** Returns all rows of all tables, and the value of each sequence. */
async function contents(url: string) {
  const [{ tables, sequences }] = await query(
    url,
    `select
       (select json_agg(query_to_xml(format('select * from %s order by 1', oid::regclass), true, false, '')::text order by relname)
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as tables,
       (select json_agg(row(sequencename, last_value) order by sequencename) from pg_sequences) as sequences`,
  )
  return { tables, sequences }
}

test.each(['zaaksysteem', 'publieksportaal'] as const)(
  'a database of %s that was given back equals a new one',
  async (system) => {
    const fresh = await cloneTestDatabase(system, { isNew: true })
    const expected = await contents(fresh.url)
    const fill = `
    set session_replication_role = replica;
    do $$ declare part record; begin
      for part in select oid::regclass as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
        execute format('delete from %s', part.name);
      end loop;
      for part in select oid::regclass as name from pg_class where relkind = 'S' loop perform nextval(part.name); end loop;
    end $$;
    ${system === 'zaaksysteem' ? "insert into verspreiding values (7); insert into team (code, naam) values ('x', 'x')" : "insert into bsn_sleutel (id) values ('x')"}`
    await query(fresh.url, fill)
    expect(await contents(fresh.url)).not.toEqual(expected)
    await fresh.drop()
    const again = await cloneTestDatabase(system)
    expect(again.url).toBe(fresh.url)
    expect(await contents(again.url)).toEqual(expected)
    await query(again.url, 'create table more (n int); drop table more')
    await again.drop()
    expect((await cloneTestDatabase(system)).url).not.toBe(again.url)
  },
)

test('a database that was altered, analysed or became large is not reused', async () => {
  for (const change of [
    (name: string) => `alter database ${name} set work_mem = '8MB'`,
    () => 'analyze team',
    () => `insert into team (code, naam) select n, repeat('x', 100) || n from generate_series(1, 20000) n`,
  ]) {
    const database = await cloneTestDatabase('zaaksysteem', { isNew: true })
    await query(database.url, change(new URL(database.url).pathname.slice(1)))
    await database.drop()
    await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist')
  }
})
