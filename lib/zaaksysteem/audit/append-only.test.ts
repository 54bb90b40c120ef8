import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '../context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { clearAuditregels } from './test-auditregels.ts'

const DOCS = join(import.meta.dirname, '../../../docs/operating/audit.md')
const [, GRANTS = ''] = /```sql\n(create role zaakbode_app[^`]+)```/.exec(readFileSync(DOCS, 'utf8')) ?? []
const ROLE = `zaakbode_${crypto.randomUUID().replaceAll('-', '')}`

const TRIGGER = { code: '42501', message: expect.stringContaining('never changed') }
const NO_RIGHT = { code: '42501', message: expect.stringMatching(/permission denied|must be owner/) }

let owner: TestZaaksysteem
/** a zaaksysteem with the database rights of docs/operating/audit.md */
let app: ZaaksysteemContext

beforeAll(async () => {
  owner = await createTestZaaksysteem()
  await owner.pool.query(GRANTS.replaceAll('zaakbode_app', ROLE))
  await owner.pool.query(`alter role ${ROLE} password 'x'`)
  const url = new URL(owner.env.ZAAKSYSTEEM_DATABASE_URL)
  Object.assign(url, { username: ROLE, password: 'x' })
  app = createZaaksysteemContext({ ...owner.env, ZAAKSYSTEEM_DATABASE_URL: url.href })
})
beforeEach(() => clearAuditregels(owner))
afterAll(async () => {
  await app.close()
  await owner.pool.query(`drop owned by ${ROLE}; drop role ${ROLE}`)
  await owner.close()
})

const add = (ageMs: number, handeling = 'inloggen') =>
  owner.pool.query(
    `insert into auditregel (id, tijdstip, actor_soort, handeling, uitkomst)
     values (gen_random_uuid(), now() - $1 * interval '1 millisecond', 'behandelaar', $2, 'gelukt')`,
    [ageMs, handeling],
  )
const recorded = async () =>
  (await owner.db.auditregel.findMany({ orderBy: { handeling: 'asc' } })).map(({ handeling }) => handeling)

test.each(["update auditregel set actor = 'een ander'", 'delete from auditregel', 'truncate auditregel'])(
  'not even the owner can %s',
  async (statement) => {
    await add(0)
    await expect(owner.pool.query(statement)).rejects.toMatchObject(TRIGGER)
    expect(await recorded()).toEqual(['inloggen'])
  },
)

test('an auditregel can be deleted after 18 months, not a minute before, and never be changed', async () => {
  await add(KEEP_AUDITREGELS_MS - MINUTE_MS, 'uitloggen')
  await expect(owner.pool.query('delete from auditregel')).rejects.toMatchObject(TRIGGER)
  await add(KEEP_AUDITREGELS_MS + MINUTE_MS)
  await expect(owner.pool.query("update auditregel set actor = 'x'")).rejects.toMatchObject(TRIGGER)
  await owner.pool.query("delete from auditregel where handeling = 'inloggen'")
  expect(await recorded()).toEqual(['uitloggen'])
})

test.each([
  "update auditregel set actor = 'een ander'",
  "delete from auditregel where tijdstip < '2000-01-01'",
  'truncate auditregel',
  'alter table auditregel disable trigger user',
  'drop trigger auditregel_bewaren on auditregel',
  'drop table auditregel',
  'create or replace function bewaar_auditregel() returns trigger language sql as $$ select null $$',
])('the role of the application cannot %s', async (statement) => {
  await add(KEEP_AUDITREGELS_MS + MINUTE_MS)
  await expect(app.pool.query(statement)).rejects.toMatchObject(NO_RIGHT)
  expect(await recorded()).toEqual(['inloggen'])
})

test('the role of the application can work, and can purge only expired auditregels', async () => {
  const { change } = await registerTestZaak(app)
  await changeStatus(app, { ...change, versie: 1, statustype: 'in_behandeling' })
  await add(KEEP_AUDITREGELS_MS + MINUTE_MS)
  await purgeExpired(app)
  expect(await recorded()).toEqual(['status_zetten', 'zaak_registreren'])
  await app.pool.query("select verwijder_oude_auditregels('infinity')")
  expect(await recorded()).toEqual(['status_zetten', 'zaak_registreren'])
})

test('a temporary table of the same name does not divert the purge', async () => {
  await add(KEEP_AUDITREGELS_MS + MINUTE_MS)
  const client = new pg.Client(app.env.ZAAKSYSTEEM_DATABASE_URL)
  await client.connect()
  await client.query('create temporary table auditregel (tijdstip timestamptz)')
  await client.query("select verwijder_oude_auditregels('infinity')")
  await client.end()
  expect(await recorded()).toEqual([])
})
