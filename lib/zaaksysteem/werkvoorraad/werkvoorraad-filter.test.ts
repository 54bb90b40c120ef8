import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { receiveAanvulling } from '../zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { withdrawBesluit } from '../zaak/handelingen/besluit/withdraw-besluit.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { reopenZaak } from '../zaak/handelingen/status/reopen-zaak.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { findWerkvoorraad } from './find-werkvoorraad.ts'
import type { WerkvoorraadFilter } from './werkvoorraad-filter.ts'

/** APV-STAND: its streefdatum is Monday 13 April, its fatale datum Monday 27 April. */
const REGISTERED = new Date('2026-03-02T09:00:00Z')

let now = REGISTERED
const zaken: Record<string, Awaited<ReturnType<typeof registerTestZaak>>> = {}

const ctx = await openTestZaaksysteem({ clock: () => now })
for (const [name, zaaktype] of [
  ['loopt', 'APV-STAND'],
  ['stil', 'APV-STAND'],
  ['wacht', 'APV-STAND'],
  ['binnen', 'APV-STAND'],
  ['kap', 'OMG-KAP'],
] as const) {
  zaken[name] = await registerTestZaak(ctx, { omschrijving: name, zaaktype, naam: name })
}
const { stil, wacht, binnen } = zaken as Record<'stil' | 'wacht' | 'binnen', (typeof zaken)[string]>
await suspendZaak(ctx, { ...stil.change, versie: 1, reden: 'overmacht', op: '2026-03-02', tot: '2026-12-01' })
const verzoek = { versie: 1, toelichting: 'Graag.', uiterlijk: '2026-12-01', aanvullingen: [{ naam: 'Tekening' }] }
for (const { change } of [wacht, binnen]) await requestAanvulling(ctx, { ...change, ...verzoek })
await receiveAanvulling(ctx, { ...binnen.change, versie: 2, op: '2026-03-02' })
const asked = { client: 'portaal', soort: 'vraag', tijdstip: now, ontvangenOp: now } as const
for (const [name, beantwoordVersie] of [
  ['kap', null],
  ['wacht', 2],
] as const) {
  const zaakId = zaken[name]?.id ?? ''
  await ctx.db.inzending.create({ data: { id: v7(), kenmerk: name, zaakId, beantwoordVersie, ...asked } })
}

const found = async (filter: Partial<WerkvoorraadFilter>, on = '2026-03-02') => {
  now = new Date(`${on}T09:00:00Z`)
  const query = { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', ...filter } as const
  const { regels, totaal } = await findWerkvoorraad(ctx, query, LEZER)
  expect(totaal).toBe(regels.length)
  return regels.map(({ omschrijving }) => omschrijving)
}

test.each([
  ['ja', ['stil', 'wacht']],
  ['aanvulling', ['wacht']],
  ['aanvulling_binnen', ['binnen']],
  ['vraag_open', ['kap']],
] as const)('opgeschort: %s', async (opgeschort, names) => {
  expect(await found({ opgeschort })).toEqual(names)
})

test('a term that stands still does not pass', async () => {
  expect(await found({ termijn: 'na_streefdatum', zaaktype: 'APV-STAND' }, '2026-04-13')).toEqual([])
  expect(await found({ termijn: 'na_streefdatum', zaaktype: 'APV-STAND' }, '2026-04-14')).toEqual(['loopt', 'binnen'])
  expect(await found({ termijn: 'na_fataledatum', zaaktype: 'APV-STAND' }, '2026-04-27')).toEqual([])
  expect(await found({ termijn: 'na_fataledatum', zaaktype: 'APV-STAND' }, '2026-04-28')).toEqual(['loopt', 'binnen'])
})

test('this week is from Monday to Sunday, including passed days', async () => {
  const inWeekOf = (on: string) => found({ termijn: 'fataal_deze_week', zaaktype: 'APV-STAND' }, on)
  expect(await inWeekOf('2026-04-26')).toEqual([])
  for (const on of ['2026-04-27', '2026-05-03']) expect(await inWeekOf(on)).toEqual(['loopt', 'binnen'])
  expect(await inWeekOf('2026-05-04')).toEqual([])
})

test('filters combine, with the present team of a zaak', async () => {
  const { loopt } = zaken
  const behandelaarId = loopt?.behandelaarId as string
  await ctx.db.behandelaar.update({ where: { id: behandelaarId }, data: { rollen: ['coordinator'] } })
  const { ok } = await assignZaken(ctx, {
    zaken: [{ id: loopt?.id as string }],
    naar: { behandelaar: null, team: 'Omgeving' },
    door: { behandelaarId },
  })
  expect(ok).toBe(true)
  expect(await found({ team: 'Omgeving' })).toEqual(['loopt', 'kap'])
  expect(await found({ team: 'Omgeving', behandelaarId: null })).toEqual(['loopt'])
  expect(await found({ team: 'Omgeving', behandelaarId: null, termijn: 'na_fataledatum' }, '2026-04-28')).toEqual([
    'loopt',
  ])
  expect(await found({ team: 'Omgeving', opgeschort: 'ja' })).toEqual([])
})

test('zaken are sorted by the present names of their behandelaars', async () => {
  const byBehandelaar = async () => found({ sorteer: 'behandelaar' } as Partial<WerkvoorraadFilter>)
  expect(await byBehandelaar()).toEqual(['loopt', 'binnen', 'kap', 'stil', 'wacht'])
  const id = zaken.wacht?.behandelaarId as string
  await ctx.db.behandelaar.update({ where: { id }, data: { naam: 'A. Aalbers' } })
  expect(await byBehandelaar()).toEqual(['loopt', 'wacht', 'binnen', 'kap', 'stil'])
  await ctx.db.zaak.updateMany({ data: { behandelaarId: id } })
  expect((await ctx.db.zaak.findMany()).every(({ behandelaarnaam }) => behandelaarnaam === 'A. Aalbers')).toBe(true)
})

test('a reopened zaak is not late while a besluit is in force', async () => {
  now = REGISTERED
  const { change, id } = await registerTestZaak(ctx, { omschrijving: 'besloten', rollen: ['heropenen'] })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  await reopenZaak(ctx, { ...change, versie: 2 })
  const late = async () => [
    ...(await found({ termijn: 'na_fataledatum', zaaktype: 'APV-STAND' }, '2026-04-28')),
    ...(await found({ termijn: 'na_streefdatum', zaaktype: 'APV-STAND' }, '2026-04-28')),
    ...(await found({ termijn: 'fataal_twee_weken', zaaktype: 'APV-STAND' }, '2026-04-20')),
    ...(await found({ termijn: 'fataal_deze_week', zaaktype: 'APV-STAND' }, '2026-04-28')),
  ]
  expect(await late()).not.toContain('besloten')
  expect(await found({ zoek: 'besloten' })).toEqual(['besloten'])

  const [besluit] = await ctx.db.besluit.findMany({ where: { zaakId: id } })
  const why = { vervalreden: 'ingetrokken_overheid', toelichting: 'Het klopte niet.' } as const
  await withdrawBesluit(ctx, { ...change, ...why, versie: 3, besluit: besluit?.id as string, vanaf: '2026-03-02' })
  expect((await late()).filter((name) => name === 'besloten')).toHaveLength(4)
})
