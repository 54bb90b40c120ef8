import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneTestDatabase } from './test-database.ts'

test('a clone is migrated and empty, and can be dropped while somebody is connected', async () => {
  const database = await cloneTestDatabase('zaaksysteem')
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select count(*)::int as zaken from zaak')
  expect(rows).toEqual([{ zaken: 0 }])
  await database.drop()
  await expect(client.query('select 1')).rejects.toThrow()
})
