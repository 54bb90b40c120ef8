import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'

const SCHEMA = 'prisma/publieksportaal'
const TURNING_POINT = '20261126143929_bewijs'
const [KNOWN, REMOVED] = ['0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002']

const BEFORE = `
  insert into zaaktype (identificatie, versie, gegevens) values ('x', 1, '{}');
  insert into burger (id, bsn_hash) values ('${KNOWN}', 'x');
  insert into zaak (id, burger_id, zaaktype, identificatie, omschrijving, team, startdatum, einddatum_gepland,
    uiterlijke_einddatum, statuscode, versie, live_volgnummer, bijgewerkt_op)
  values ('${KNOWN}', '${KNOWN}', 'x', 'x', 'x', 'x', now(), now(), now(), 'x', 1, 1, now());
  insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, tijdstip)
  values ('${KNOWN}', '${KNOWN}', 1, 'registratie', 'x', now());
  insert into uitgaand_bewijs (bron, gebeurtenis_id, soort, tijdstip, pogingen, volgende_poging)
  values ('x', '${KNOWN}', 'gezien', '2026-11-26T10:00:00Z', 3, '2026-11-26T11:00:00Z'),
    ('x', '${REMOVED}', 'gezien', '2026-11-26T10:00:00Z', 0, '2026-11-26T11:00:00Z');`

test('what waited to be told before there was a record still waits, with its zaak and citizen', async () => {
  const name = `bewijs_${randomBytes(6).toString('hex')}`
  await ensureDatabase(inject('postgresUrl'), name)
  const connectionString = Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
  const before = mkdtempSync(join(tmpdir(), 'zaakbode-migrations-'))
  for (const folder of readdirSync(`${SCHEMA}/migrations`).filter((folder) => folder < TURNING_POINT)) {
    cpSync(join(SCHEMA, 'migrations', folder), join(before, 'migrations', folder), { recursive: true })
  }
  await applyMigrations({ connectionString, schemaDir: before })
  rmSync(before, { recursive: true })
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(BEFORE)
  await applyMigrations({ connectionString, schemaDir: SCHEMA })
  const { rows } = await client.query(
    'insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip) select bron, gebeurtenis_id, $1, zaak_id, burger_id, tijdstip from bewijs returning id',
    ['gemaild'],
  )
  expect(rows).toEqual([{ id: '3' }])
  expect((await client.query('select * from bewijs order by id')).rows).toMatchObject([
    {
      zaak_id: KNOWN,
      burger_id: KNOWN,
      pogingen: 3,
      volgende_poging: new Date('2026-11-26T11:00:00Z'),
      gemeld_op: null,
    },
    {},
  ])
  await client.end()
})
