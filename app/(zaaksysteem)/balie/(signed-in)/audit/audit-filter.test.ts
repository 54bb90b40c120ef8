import type pg from 'pg'
import { expect, test } from 'vitest'
import { hrefWith, readSearchParams } from '#lib/ui/staff/search-params.ts'
import { AUDIT } from '../paths.ts'
import { auditFields, toAuditregelFilter } from './audit-filter.ts'

const ZAAK = '0199a000-0000-7000-8000-000000000001'
const withoutDatabase = { pool: undefined as unknown as pg.Pool }

test('a URL is parsed and formatted back', () => {
  const params = {
    wie: 'publieksportaal',
    wat: 'zaak_bekijken',
    zaak: 'ZAAK-1',
    van: '2026-11-25T14:00',
    cursor: 'abc',
  }
  const href = hrefWith(AUDIT, readSearchParams(auditFields, params))
  expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual(params)
})

test('an invalid value counts as absent', () => {
  const params = { wie: '', wat: 'hacken', zaak: ' ', van: 'gisteren', tot: ['2026-13-01', 'b'] }
  expect(hrefWith(AUDIT, readSearchParams(auditFields, params))).toBe(AUDIT)
})

test('a zaak may be given by its UUID, and the last minute is included', async () => {
  const filter = await toAuditregelFilter(withoutDatabase, {
    zaak: ZAAK,
    van: '2026-11-25T14:00',
    tot: '2026-11-25T14:05',
  })
  expect(filter).toMatchObject({
    zaakId: ZAAK,
    van: new Date('2026-11-25T13:00:00Z'),
    tot: new Date('2026-11-25T13:06:00Z'),
  })
})
