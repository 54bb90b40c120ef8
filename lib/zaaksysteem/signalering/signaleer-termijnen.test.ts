import { beforeEach, expect, test } from 'vitest'
import { findZaaktype } from '../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../catalogus/store-zaaktypeversie.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import { withdrawBesluit } from '../zaak/handelingen/besluit/withdraw-besluit.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { reopenZaak } from '../zaak/handelingen/status/reopen-zaak.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { extendZaak } from '../zaak/handelingen/verlenging/extend-zaak.ts'
import { actorOf, registerTestZaak } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { findSignaleringen } from './find-signaleringen.ts'
import { markSignaleringenGezien } from './mark-signaleringen-gezien.ts'
import { signaleerTermijnen } from './raise-signaleringen.ts'

/** The fatale datum of APV-STAND is then 2026-04-27. */
const REGISTERED = '2026-03-02'
let now: Date
let zaak: Awaited<ReturnType<typeof registerTestZaak>>

const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
  on(REGISTERED)
  zaak = await registerTestZaak(ctx)
})

function on(date: string) {
  now = new Date(`${date}T06:00:00Z`)
}
const causes = () => ctx.db.signalering.findMany({ select: { gegeven: true }, orderBy: { gegeven: 'asc' } })
const shown = async (behandelaarId = zaak.behandelaarId) =>
  (await findSignaleringen(ctx, actorOf(behandelaarId))).map(
    ({ soort, uiterlijkeEinddatum }) => `${soort} ${uiterlijkeEinddatum}`,
  )

test.each([
  ['2026-04-19', []],
  ['2026-04-20', ['2026-04-27/7']],
  ['2026-04-25', ['2026-04-27/7']],
  ['2026-04-26', ['2026-04-27/1']],
  ['2026-04-27', ['2026-04-27/1']],
  ['2026-05-04', ['2026-04-27/1']],
  ['2026-05-05', []],
])('a worker that first runs on %s makes the signaleringen %j', async (date, gegevens) => {
  on(date)
  await signaleerTermijnen(ctx)
  expect(await causes()).toEqual(gegevens.map((gegeven) => ({ gegeven })))
})

test('a reopened zaak with a besluit in force has no near term, and its signalering no longer holds', async () => {
  on('2026-04-20')
  await signaleerTermijnen(ctx)
  const { change, behandelaarId } = zaak
  await ctx.db.behandelaar.update({ where: { id: behandelaarId }, data: { rollen: ['behandelaar', 'heropenen'] } })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  await reopenZaak(ctx, { ...change, versie: 2 })
  expect(await shown()).toEqual([])
  on('2026-04-26')
  expect(await signaleerTermijnen(ctx)).toBe(0)
  const [besluit] = await ctx.db.besluit.findMany({ where: { zaakId: zaak.id } })
  const withdrawal = {
    besluit: besluit?.id as string,
    vanaf: '2026-04-26',
    vervalreden: 'ingetrokken_overheid',
  } as const
  await withdrawBesluit(ctx, { ...change, versie: 3, ...withdrawal, toelichting: 'Het klopte niet.' })
  expect(await signaleerTermijnen(ctx)).toBe(1)
})

test('a day begins at midnight in the Netherlands', async () => {
  now = new Date('2026-04-19T21:59:59Z')
  expect(await signaleerTermijnen(ctx)).toBe(0)
  now = new Date('2026-04-19T22:00:00Z')
  expect(await signaleerTermijnen(ctx)).toBe(1)
})

test('two workers make one signalering for each waarschuwingsdag, also after it was seen', async () => {
  on('2026-04-20')
  const counts = await Promise.all([signaleerTermijnen(ctx), signaleerTermijnen(ctx)])
  expect(counts.reduce((sum, count) => sum + count)).toBe(1)
  await markSignaleringenGezien(ctx, { behandelaarId: zaak.behandelaarId, of: { zaakId: zaak.id } })
  on('2026-04-21')
  expect(await signaleerTermijnen(ctx)).toBe(0)
  on('2026-04-26')
  expect(await signaleerTermijnen(ctx)).toBe(1)
  expect(await causes()).toEqual([{ gegeven: '2026-04-27/1' }, { gegeven: '2026-04-27/7' }])
})

test('a later waarschuwingsdag replaces an unseen earlier one', async () => {
  for (const date of ['2026-04-20', '2026-04-26', '2026-04-26']) {
    on(date)
    await signaleerTermijnen(ctx)
  }
  expect(await causes()).toEqual([{ gegeven: '2026-04-27/1' }])
})

test('a suspended zaak has no near term, and its earlier signalering no longer holds', async () => {
  const suspension = { ...zaak.change, versie: 1, reden: 'overmacht', op: '2026-04-20', tot: '2026-05-30' }
  on('2026-04-20')
  await signaleerTermijnen(ctx)
  await suspendZaak(ctx, suspension)
  expect(await shown()).toEqual([])
  on('2026-04-26')
  expect(await signaleerTermijnen(ctx)).toBe(0)
})

test('an extended term is not near, and gives a new signalering before its new fatale datum', async () => {
  on('2026-04-20')
  await signaleerTermijnen(ctx)
  expect(await shown()).toEqual(['termijn 2026-04-27'])
  await extendZaak(ctx, { ...zaak.change, versie: 1, dagen: 14, toelichting: 'Advies' })
  expect(await shown()).toEqual([])
  on('2026-05-04')
  await signaleerTermijnen(ctx)
  expect(await shown()).toEqual(['termijn 2026-05-11'])
})

test('the next behandelaar of a zaak with a near term gets a signalering too; an unassigned or closed zaak gives none', async () => {
  on('2026-04-20')
  await signaleerTermijnen(ctx)
  const data = { subject: crypto.randomUUID(), naam: 'C. Mulder', team: '', rollen: ['behandelaar'] }
  const { id: ander } = await ctx.db.behandelaar.create({ data })
  const give = (naar: { id: string } | null) =>
    assignZaken(ctx, { zaken: [{ id: zaak.id }], naar: { behandelaar: naar }, door: { behandelaarId: ander } })
  await give({ id: ander })
  expect(await signaleerTermijnen(ctx)).toBe(1)
  expect([await shown(ander), await shown()]).toEqual([['termijn 2026-04-27'], []])
  await give(null)
  on('2026-04-26')
  expect(await signaleerTermijnen(ctx)).toBe(0)
  await give({ id: ander })
  const besluit = { statustype: 'besluit_genomen', resultaat: 'verleend' }
  await changeStatus(ctx, { ...zaak.change, versie: 1, ...besluit })
  expect(await signaleerTermijnen(ctx)).toBe(0)
})

test('the waarschuwingsdagen are those of the zaaktype version of the zaak; an empty list gives no signalering', async () => {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-EVEN')
  expect(gegevens.waarschuwingsdagen).toEqual([7, 1])
  const store = (before: number, waarschuwingsdagen: number[]) =>
    storeZaaktypeversie(ctx, {
      identificatie,
      versie: before,
      gegevens: { ...gegevens, waarschuwingsdagen },
      actor: { soort: 'behandelaar', id: zaak.behandelaarId },
    })
  await store(versie, [21, 3])
  const next = await registerTestZaak(ctx, { zaaktype: identificatie })
  await store(versie + 1, [])
  const last = await registerTestZaak(ctx, { zaaktype: identificatie })
  on('2026-04-06')
  await signaleerTermijnen(ctx)
  expect(await causes()).toEqual([{ gegeven: '2026-04-27/21' }])
  on('2026-04-26')
  await signaleerTermijnen(ctx)
  expect([await shown(), await shown(next.behandelaarId), await shown(last.behandelaarId)]).toEqual([
    ['termijn 2026-04-27'],
    ['termijn 2026-04-27'],
    [],
  ])
})

test('signaleringen that were seen or no longer hold are purged and not repeated; unseen ones stay', async () => {
  const other = await registerTestZaak(ctx)
  on('2026-04-20')
  await signaleerTermijnen(ctx)
  await markSignaleringenGezien(ctx, { behandelaarId: zaak.behandelaarId, of: { zaakId: zaak.id } })
  on('2026-07-19')
  await purgeExpired(ctx)
  expect(await causes()).toHaveLength(2)
  on('2026-07-20')
  now = new Date(now.getTime() + 1)
  await purgeExpired(ctx)
  await signaleerTermijnen(ctx)
  expect(await ctx.db.signalering.findMany()).toMatchObject([{ zaakId: other.id }])
})
