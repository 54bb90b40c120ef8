import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { recordBesluit } from '../besluit/record-besluit.ts'
import { undoHandeling } from '../herstel/undo-handeling.ts'
import { changeStatus } from '../status/change-status.ts'
import { reopenZaak } from '../status/reopen-zaak.ts'
import { suspendZaak } from '../stilstand/suspend-zaak.ts'
import { forwardZaak } from './forward-zaak.ts'

const TODAY = '2026-03-02'
const NAAR = { naar: 'het waterschap Vallei en Veluwe', op: TODAY }

let ctx: TestZaaksysteem
let today: string
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => new Date(`${today}T09:00:00Z`) })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  today = TODAY
  ;({ id, change: act } = await registerTestZaak(ctx, { rollen: ['heropenen'] }))
})

const zaak = async () => (await findZaakResource(ctx, id)) as NonNullable<Awaited<ReturnType<typeof findZaakResource>>>
const dataOf = async () => {
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: id }, orderBy: { sequence: 'desc' } })
  return JSON.parse(body as string)
}

test('doorzending of the whole: the zaak ends with its own resultaat, without a besluit, and names the bestuursorgaan', async () => {
  expect(await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: true })).toMatchObject({ ok: true })
  expect(await zaak()).toMatchObject({
    einddatum: TODAY,
    status: 'aanvraag_doorgezonden',
    besluiten: [],
    doorzending: { ...NAAR, geheel: true },
  })
  expect((await dataOf()).data).toMatchObject({
    event: 'zaak.doorgezonden',
    oudeStatus: 'aanvraag_ontvangen',
    nieuweStatus: 'aanvraag_doorgezonden',
  })
})

test('doorzending of the whole: the zaak ends on the day of sending, also when recorded later', async () => {
  today = '2026-03-04'
  expect(await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: true })).toMatchObject({ ok: true })
  expect(await zaak()).toMatchObject({ einddatum: TODAY, doorzending: { op: TODAY } })
})

test('no event names the bestuursorgaan', async () => {
  await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: true })
  expect(JSON.stringify(await dataOf())).not.toContain('waterschap')
})

test('doorzending of a part: the zaak goes on with the rest, to any resultaat', async () => {
  await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: false })
  expect(await zaak()).toMatchObject({ einddatum: null, doorzending: { ...NAAR, geheel: false } })
  await changeStatus(ctx, { ...act, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await zaak()).toMatchObject({ einddatum: TODAY, doorzending: { geheel: false } })
})

test('a mistaken doorzending of a part is undone; one of the whole is reopened', async () => {
  await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: false })
  await undoHandeling(ctx, { ...act, versie: 2, toelichting: 'Het is toch van ons.' })
  expect((await zaak()).doorzending).toBeNull()
  await forwardZaak(ctx, { ...act, versie: 3, ...NAAR, geheel: true })
  await reopenZaak(ctx, { ...act, versie: 4, toelichting: 'Het is toch van ons.' })
  expect(await zaak()).toMatchObject({ einddatum: null, doorzending: null })
})

test('a suspension ends with the zaak', async () => {
  await suspendZaak(ctx, { ...act, versie: 1, reden: 'overmacht', op: TODAY, tot: '2026-04-01' })
  await forwardZaak(ctx, { ...act, versie: 2, ...NAAR, geheel: true })
  expect(await zaak()).toMatchObject({ opschorting: null, einddatum: TODAY })
})

test.each([
  [{ op: '2026-03-03' }, ['forwarded_in_future']],
  [{ op: '2026-03-01' }, ['forwarded_before_zaak']],
])('with %j it is refused', async (more, broken) => {
  expect(await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: true, ...more })).toMatchObject({ broken })
})

test('doorzending is refused after a besluit, and closing with its resultaat is refused', async () => {
  const close = { statustype: 'besluit_genomen', resultaat: 'doorgezonden' }
  expect(await changeStatus(ctx, { ...act, versie: 1, ...close })).toMatchObject({
    broken: ['resultaat_of_doorzending'],
  })
  await recordBesluit(ctx, { ...act, versie: 1, besluittype: 'verleend' })
  expect(await forwardZaak(ctx, { ...act, versie: 2, ...NAAR, geheel: false })).toMatchObject({
    broken: ['decided_already'],
  })
})

test('a zaaktype without a resultaat for doorzending can only send on a part', async () => {
  const { zaaktype: identificatie, zaaktypeversie: versie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const of = { identificatie_versie: { identificatie, versie } }
  const type = await ctx.db.zaaktypeversie.findUniqueOrThrow({ where: of })
  const { resultaattypen, ...rest } = type.gegevens as { resultaattypen: { doorzending?: boolean }[] }
  const gegevens = { ...rest, resultaattypen: resultaattypen.filter(({ doorzending }) => !doorzending) }
  await ctx.db.zaaktypeversie.create({ data: { ...type, gegevens, versie: 9 } })
  await ctx.db.zaak.update({ where: { id }, data: { zaaktypeversie: 9 } })
  expect(await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: true })).toMatchObject({
    broken: ['no_resultaat_of_doorzending'],
  })
  expect(await forwardZaak(ctx, { ...act, versie: 1, ...NAAR, geheel: false })).toMatchObject({ ok: true })
})
