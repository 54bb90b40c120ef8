import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { LEZER, registerTestZaak } from '../test-zaak.ts'
import { addNotitie } from './add-notitie.ts'
import { findNotities } from './find-notities.ts'

const TEKST = 'Mevrouw belde boos.\nBuurman op nummer 7 ook.'

let ctx: TestZaaksysteem
const lines: string[] = []
let now = new Date('2026-11-27T08:12:00Z')
beforeAll(async () => {
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'debug')
  ctx = await createTestZaaksysteem({ clock: () => now, log })
})
afterAll(() => ctx.close())

test('notities are found in order with their authors, also at a closed zaak', async () => {
  const { id: zaakId, behandelaarId, change } = await registerTestZaak(ctx, { naam: 'J. Visser' })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  const first = now
  expect(await addNotitie(ctx, { zaakId, behandelaarId, tekst: TEKST })).toEqual({ ok: true })
  now = new Date(now.getTime() + 1)
  await addNotitie(ctx, { zaakId, behandelaarId, tekst: 'x'.repeat(4000) })
  expect(await findNotities(ctx, zaakId, LEZER)).toMatchObject([
    { tekst: TEKST, doorNaam: 'J. Visser', op: first },
    { tekst: 'x'.repeat(4000), op: now },
  ])
})

test('a notitie is corrected once, with a reason, and stays beside its correction', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  const other = await registerTestZaak(ctx)
  await addNotitie(ctx, { zaakId, behandelaarId, tekst: TEKST })
  const [first] = await findNotities(ctx, zaakId, LEZER)
  const verbetert = { id: first?.id as string, reden: 'Het was de buurman van 9.' }
  const right = { zaakId, behandelaarId, tekst: 'Buurman op nummer 9 ook.', verbetert }
  now = new Date(now.getTime() + 1)
  expect(await addNotitie(ctx, { ...right, zaakId: other.id })).toMatchObject({ ok: false })
  const outcomes = await Promise.all([addNotitie(ctx, right), addNotitie(ctx, right)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await findNotities(ctx, zaakId, LEZER)).toMatchObject([
    { tekst: TEKST, reden: null, verbeterdOp: now },
    { tekst: right.tekst, reden: verbetert.reden, verbeterdOp: null },
  ])
  expect(await ctx.db.auditregel.findMany({ where: { zaakId, handeling: 'notitie_verbeteren' } })).toHaveLength(1)
})

test('adding a notitie to an unknown zaak is refused', async () => {
  const { behandelaarId } = await registerTestZaak(ctx)
  const lost = { zaakId: crypto.randomUUID(), behandelaarId, tekst: TEKST }
  expect(await addNotitie(ctx, lost)).toEqual({ ok: false, reason: 'not_found' })
  expect(await findNotities(ctx, lost.zaakId, LEZER)).toEqual([])
})

test('a notitie makes no event and no versie, and is in no API response', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  const headers = { Authorization: `Bearer ${ctx.apiToken}` }
  const request = (query = '') => new Request(`http://localhost/api/zaaksysteem/v1/zaken${query}`, { headers })
  const told = async () =>
    Promise.all([
      answerApi(ctx, request(`/${zaakId}`)).then((response) => response.text()),
      answerApi(ctx, request(`?uuids=${zaakId}`)).then((response) => response.text()),
      answerApi(ctx, request()).then((response) => response.text()),
      ctx.db.gebeurtenis.findMany({ where: { zaakId }, select: { id: true, body: true } }),
    ])
  const before = await told()
  await addNotitie(ctx, { zaakId, behandelaarId, tekst: TEKST })
  expect(await told()).toEqual(before)
})

test('a notitie is logged without its text', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  lines.length = 0
  await addNotitie(ctx, { zaakId, behandelaarId, tekst: TEKST })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { handeling: 'notitie_toevoegen', actorSoort: 'behandelaar', actor: behandelaarId, zaakId },
  ])
  expect(lines.join()).not.toContain('Buurman')
})
