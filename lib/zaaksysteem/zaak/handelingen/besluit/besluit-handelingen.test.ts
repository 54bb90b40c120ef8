import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { changeStatus } from '../status/change-status.ts'
import { correctBesluit } from './correct-besluit.ts'
import { recordBesluit } from './record-besluit.ts'
import { withdrawBesluit } from './withdraw-besluit.ts'

const TODAY = '2026-03-02'
const toelichting = 'Omdat het moet.'

let ctx: TestZaaksysteem
let now: Date
const on = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}

beforeAll(async () => {
  on(TODAY)
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
beforeEach(async () => {
  on(TODAY)
  ;({ id, change: act } = await registerTestZaak(ctx, { rollen: ['heropenen'] }))
})

const besluiten = async () => (await findZaakResource(ctx, id))?.besluiten ?? []
const close = (more: object = {}) =>
  changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend', ...more })

async function closed(more: object = {}) {
  expect(await close(more)).toMatchObject({ ok: true })
  return (await besluiten())[0]?.id as string
}

const eventOf = async (gebeurtenisId: string) => {
  const { body } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { id: gebeurtenisId } })
  return JSON.parse(body ?? '')
}

describe('vastleggen', () => {
  const record = (versie: number, more: object = {}) =>
    recordBesluit(ctx, { ...act, versie, besluittype: 'verleend', ...more })

  test('an open zaak gets a besluit, whose event has only its id', async () => {
    const recorded = await record(1, { vervaldatum: '2027-03-02' })
    if (!recorded.ok) throw new Error(recorded.reason)
    const [besluit] = await besluiten()
    expect(besluit).toMatchObject({
      besluittype: 'verleend',
      datum: TODAY,
      ingangsdatum: TODAY,
      vervaldatum: '2027-03-02',
      vervalreden: 'tijdelijk',
      uiterlijkeReactiedatum: '2026-04-13',
    })
    const { type, data } = await eventOf(recorded.gebeurtenisId)
    expect(type).toBe('nl.overheid.zaken.besluit-vastgelegd')
    expect(data).toEqual({
      event: 'besluit.vastgelegd',
      zaakId: id,
      besluitId: besluit?.id,
      timestamp: now.toISOString(),
    })
    expect(await findZaakResource(ctx, id)).toMatchObject({ einddatum: null, status: 'aanvraag_ontvangen' })
    const auditregels = await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'besluit_vastleggen' } })
    expect(auditregels).toHaveLength(1)
  })

  test('a zaak can have several besluiten, and one can replace another', async () => {
    await record(1)
    const [first] = await besluiten()
    await record(2, { besluittype: 'geweigerd' })
    on('2026-03-09')
    await record(3, { vervangt: first?.id, ingangsdatum: '2026-04-01' })
    expect(await besluiten()).toMatchObject([
      { id: first?.id, vervalreden: 'vervangen', vervaldatum: '2026-04-01' },
      { besluittype: 'geweigerd', vervalreden: null },
      { besluittype: 'verleend', vervalreden: null, ingangsdatum: '2026-04-01' },
    ])
    expect((await besluiten())[0]?.vervangenDoor).toBe((await besluiten())[2]?.id)
    expect(await record(4, { vervangt: first?.id })).toMatchObject({ broken: ['besluit_unknown'] })
  })

  test('in a closed zaak a besluit can only replace one with the same resultaat', async () => {
    const vervangt = await closed()
    expect(await record(2)).toMatchObject({ broken: ['must_replace'] })
    expect(await record(2, { vervangt, besluittype: 'geweigerd' })).toMatchObject({
      broken: ['besluittype_not_of_resultaat'],
    })
    expect(await record(2, { vervangt })).toMatchObject({ ok: true })
    expect(await findZaakResource(ctx, id)).toMatchObject({ einddatum: TODAY, status: 'vergunning_verleend' })
  })

  test('an unknown besluittype and impossible dates are refused', async () => {
    expect(await record(1, { besluittype: 'ingetrokken' })).toMatchObject({ broken: ['besluittype_unknown'] })
    expect(
      await record(1, { besluitdatum: '2026-03-03', bekendmakingsdatum: TODAY, vervaldatum: TODAY }),
    ).toMatchObject({ broken: ['besluit_in_future', 'bekendmaking_before_besluit', 'vervalt_before_ingang'] })
    expect(await besluiten()).toEqual([])
  })
})

describe('corrigeren', () => {
  const correct = (versie: number, besluit: string, more: object = {}) =>
    correctBesluit(ctx, { ...act, versie, besluit, toelichting, ...more })

  test.each([
    ['the bekendmaking, with which the last day moves', { bekendmakingsdatum: '2026-03-09' }, '2026-04-20'],
    ['the dagtekening, which moves nothing', { besluitdatum: '2026-03-03' }, '2026-04-15'],
    ['the day on which it takes effect', { ingangsdatum: '2026-04-01' }, '2026-04-15'],
  ])('corrects %s, and keeps the earlier version', async (_, dates, uiterlijkeReactiedatum) => {
    on('2026-03-10')
    const besluit = await closed({ besluitdatum: '2026-03-02', bekendmakingsdatum: '2026-03-04' })
    expect(await correct(2, besluit, dates)).toMatchObject({ ok: true })
    expect(await besluiten()).toMatchObject([{ id: besluit, uiterlijkeReactiedatum, vervalreden: null }])
    const rows = await ctx.db.besluit.findMany({ where: { zaakId: id }, orderBy: { versie: 'asc' } })
    expect(rows.map(({ versie }) => versie)).toEqual([2, 3])
    expect(rows[0]?.bekendmakingsdatum).toEqual(new Date('2026-03-04'))
  })

  test('an ingangsdatum equal to the bekendmakingsdatum moves with it', async () => {
    const besluit = await closed()
    on('2026-03-05')
    await correct(2, besluit, { bekendmakingsdatum: '2026-03-04' })
    expect(await besluiten()).toMatchObject([{ bekendmakingsdatum: '2026-03-04', ingangsdatum: '2026-03-04' }])
  })

  test('is refused without a reason, without a change, and for another zaak', async () => {
    const besluit = await closed()
    expect(await correct(2, besluit, { toelichting: ' ', ingangsdatum: '2026-03-05' })).toMatchObject({
      broken: ['reason_required'],
    })
    expect(await correct(2, besluit)).toMatchObject({ broken: ['nothing_different'] })
    expect(await correct(2, crypto.randomUUID(), { ingangsdatum: '2026-03-05' })).toMatchObject({
      broken: ['besluit_unknown'],
    })
    expect(await correct(2, besluit, { bekendmakingsdatum: '2026-03-01' })).toMatchObject({
      broken: ['bekendmaking_before_besluit'],
    })
  })
})

describe('intrekken', () => {
  const withdraw = (versie: number, besluit: string, more: object = {}) =>
    withdrawBesluit(ctx, {
      ...act,
      versie,
      besluit,
      vanaf: '2026-05-01',
      vervalreden: 'ingetrokken_overheid',
      toelichting,
      ...more,
    })

  test('ends the besluit on a day, with a term for bezwaar', async () => {
    const besluit = await closed()
    on('2026-04-20')
    const withdrawn = await withdraw(2, besluit)
    if (!withdrawn.ok) throw new Error(withdrawn.reason)
    expect(await findZaakResource(ctx, id)).toMatchObject({
      status: 'vergunning_verleend',
      besluit: null,
      besluiten: [
        {
          vervaldatum: '2026-05-01',
          vervalreden: 'ingetrokken_overheid',
          // Awb 6:7 and 6:8: six weeks after 20 April is 1 June 2026, a Monday
          intrekking: { datum: '2026-04-20', bekendmakingsdatum: '2026-04-20', uiterlijkeReactiedatum: '2026-06-01' },
        },
      ],
    })
    expect((await eventOf(withdrawn.gebeurtenisId)).data).toMatchObject({ besluitId: besluit })
    expect(await withdraw(3, besluit)).toMatchObject({ broken: ['no_besluit', 'besluit_unknown'] })
  })

  test('an intrekking requested by the aanvrager has no term for bezwaar', async () => {
    const besluit = await closed()
    await withdraw(2, besluit, { vervalreden: 'ingetrokken_belanghebbende' })
    expect(await besluiten()).toMatchObject([{ intrekking: { uiterlijkeReactiedatum: null } }])
  })

  test('is refused before the besluit or its ingangsdatum, in the future, and without a reason', async () => {
    const besluit = await closed({ ingangsdatum: '2026-04-01' })
    expect(
      await withdraw(2, besluit, { besluitdatum: '2026-03-01', vanaf: '2026-03-31', toelichting: '' }),
    ).toMatchObject({ broken: ['intrekking_before_besluit', 'vervalt_before_ingang', 'reason_required'] })
    expect(await withdraw(2, besluit, { besluitdatum: '2026-03-03', bekendmakingsdatum: '2026-03-02' })).toMatchObject({
      broken: ['besluit_in_future', 'bekendmaking_before_besluit'],
    })
    expect(await besluiten()).toMatchObject([{ vervalreden: null }])
  })
})
