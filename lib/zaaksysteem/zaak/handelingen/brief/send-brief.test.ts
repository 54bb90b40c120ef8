import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { sendBrief } from './send-brief.ts'

let ctx: TestZaaksysteem
let now = new Date('2026-11-25T09:00:00Z')
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

test('the aanvrager reads when a letter was sent, and the term and the status do not change', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const before = await findZaakResource(ctx, id)
  now = new Date('2026-11-27T09:00:00Z')
  expect(await sendBrief(ctx, { ...change, versie: 1, op: '2026-11-26' })).toMatchObject({ ok: true, versie: 2 })
  const after = await findZaakResource(ctx, id)
  expect(after?.statussen.at(-1)).toMatchObject({
    soort: 'brief_verstuurd',
    statustoelichting: 'Wij stuurden u op 26 november 2026 een brief.',
  })
  expect({ ...after, versie: 1, statussen: [] }).toEqual({ ...before, statussen: [] })
  expect(await ctx.db.auditregel.count({ where: { zaakId: id, handeling: 'brief_versturen' } })).toBe(1)
})

test.each([
  ['2026-11-28', 'sent_in_future'],
  ['2026-11-26', 'sent_before_zaak'],
])('a letter of %s is refused for a zaak of today: %s', async (op, reason) => {
  now = new Date('2026-11-27T09:00:00Z')
  const { change } = await registerTestZaak(ctx)
  expect(await sendBrief(ctx, { ...change, versie: 1, op })).toEqual({ ok: false, reason: 'refused', broken: [reason] })
})
