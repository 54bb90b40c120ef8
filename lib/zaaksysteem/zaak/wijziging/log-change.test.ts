import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { reopenZaak } from '../handelingen/status/reopen-zaak.ts'
import { AANVRAGER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'

let ctx: TestZaaksysteem
const lines: string[] = []
beforeAll(async () => {
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'debug')
  ctx = await createTestZaaksysteem({ log, scopes: 'zaken.statussen.toevoegen' })
})
beforeEach(() => {
  lines.length = 0
})
afterAll(() => ctx.close())
const logged = () => lines.map((line) => JSON.parse(line))

test('each change of a zaak is logged with its behandelaar, and a refused one is not logged', async () => {
  const { change } = await registerTestZaak(ctx, { rollen: ['heropenen'] })
  const toelichting = 'Wij belden mevrouw De Vries.'
  const set = await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling', toelichting })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  await changeStatus(ctx, { ...change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' })
  const reopened = await reopenZaak(ctx, { ...change, versie: 3 })
  if (!set.ok || !reopened.ok) throw new Error('refused')
  const about = { actorSoort: 'behandelaar', actor: change.gezetDoor.behandelaarId, zaakId: change.zaakId }
  expect(logged()).toMatchObject([
    { handeling: 'status_zetten', ...about, eventId: set.gebeurtenisId },
    { handeling: 'status_zetten', ...about },
    { handeling: 'zaak_heropenen', ...about, eventId: reopened.gebeurtenisId },
  ])
  expect(lines.join()).not.toContain('Vries')
})

test('a change by an API client is logged with its name, once for a request and its repeat', async () => {
  const { id: zaakId } = await registerTestZaak(ctx)
  const send = () =>
    answerApi(
      ctx,
      new Request(`http://localhost/api/zaaksysteem/v1/zaken/${zaakId}/statussen`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${ctx.apiToken}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'sleutel-1',
        },
        body: JSON.stringify({ versie: 1, statustype: 'in_behandeling' }),
      }),
    )
  expect([(await send()).status, (await send()).status]).toEqual([201, 201])
  expect(logged()).toMatchObject([
    { handeling: 'status_zetten', actorSoort: 'api_client', actor: 'publieksportaal', zaakId },
  ])
})

test('a registration is logged once with its actor, without its contents', async () => {
  const { behandelaarId } = await registerTestZaak(ctx)
  const sound = { zaaktype: 'APV-STAND', omschrijving: 'Vis', aanvrager: AANVRAGER, traceparent: TRACEPARENT }
  const registration = { ...sound, kenmerk: 'formulier-1', gezetDoor: { behandelaarId } }
  const { id: zaakId, gebeurtenisId } = await registerSoundZaak(ctx, registration)
  await registerSoundZaak(ctx, registration)
  const about = { actorSoort: 'behandelaar', actor: behandelaarId, zaakId, eventId: gebeurtenisId }
  expect(logged()).toMatchObject([{ handeling: 'zaak_registreren', ...about }])
  expect(lines.join()).not.toMatch(/Vries|999990342|Vis/)
})
