import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { grantOverdue, lapseTooEarly } from '../../../upkeep/act-by-law.ts'
import { exportWerkvoorraad } from '../../../werkvoorraad/export-werkvoorraad.ts'
import { findTeamOverzicht } from '../../../werkvoorraad/find-team-overzicht.ts'
import { findWerkvoorraad } from '../../../werkvoorraad/find-werkvoorraad.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { LEZER, registerTestZaak, TRACEPARENT } from '../../test-zaak.ts'
import { findZaakAtVersie } from '../../wijziging/find-zaak-at-versie.ts'
import { correctBesluit } from '../besluit/correct-besluit.ts'
import { makeBesluitKnown } from '../besluit/make-besluit-known.ts'
import { recordBesluit } from '../besluit/record-besluit.ts'
import { changeGegevens } from '../gegevens/change-gegevens.ts'
import { possibleHandelingen } from '../handelingen.ts'
import { undoHandeling } from '../herstel/undo-handeling.ts'
import { changeStatus } from '../status/change-status.ts'
import { reopenZaak } from '../status/reopen-zaak.ts'
import { suspendZaak } from '../stilstand/suspend-zaak.ts'
import { receiveIngebrekestelling } from './receive-ingebrekestelling.ts'
import { dwangsomVan, setDwangsom } from './set-dwangsom.ts'
import { isBesloten } from './te-laat.ts'

/** Fatale datum of APV-STAND: 27 April; of PARK-BEW: 16 March, with bekendmaking by the 31st. */
const REGISTERED = '2026-03-02'

let ctx: TestZaaksysteem
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
let now: Date
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  on(REGISTERED)
  ;({ id, change: act } = await registerTestZaak(ctx, { rollen: ['heropenen'] }))
})

function on(date: string) {
  now = new Date(`${date}T09:00:00Z`)
}

async function find() {
  const { versie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const found = await findZaakAtVersie(ctx, { zaakId: id, versie, behandelaarId: undefined, recht: 'behandelen' })
  if (!found.ok) throw new Error(found.reason)
  return found
}

const LIST = { sorteer: 'zaaknummer', richting: 'op' } as const
const actor = { soort: 'behandelaar', id: '0199a000-0000-7000-8000-000000000001', traceparent: TRACEPARENT } as const

async function exported(afgehandeld: boolean) {
  const query = { ...LIST, afgehandeld }
  for await (const { regels } of await exportWerkvoorraad(ctx, { query, lezer: LEZER, actor })) {
    const { identificatie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
    return regels.find((regel) => regel.identificatie === identificatie)?.opTijd
  }
}

/** Returns, for each place that shows it, whether the open zaak is late. */
async function saidLate(date: string) {
  on(date)
  const { zaak } = await find()
  const listed = await findWerkvoorraad(ctx, { ...LIST, afgehandeld: false, termijn: 'na_fataledatum' }, LEZER)
  const { regels } = await findWerkvoorraad(ctx, { ...LIST, afgehandeld: false }, LEZER)
  const { team } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const teams = await findTeamOverzicht(ctx, { lezer: { team, rollen: [`coordinator:${team}`] }, teams: [team] })
  return {
    list: listed.regels.some((regel) => regel.id === id),
    row: regels.some((regel) => regel.id === id && !regel.isBesloten),
    team: teams.some(({ teLaat }) => teLaat > 0),
    export: (await exported(false)) === false,
    desk: !isBesloten(zaak.besluiten, date),
  }
}
const LATE = { list: true, row: true, team: true, export: true, desk: true }
const NOT_LATE = { list: false, row: false, team: false, export: false, desk: false }

afterEach(async () => {
  await ctx.db.zaak.updateMany({ where: { id }, data: { team: 'Afgelegd', vertrouwelijk: true } })
})

describe('Awb 3:40: a besluit counts from its bekendmaking', () => {
  const decide = (more: object = {}) =>
    recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd', bekendmakingsdatum: '2026-05-20', ...more })

  test('lists, counts, export and desk show the zaak as late until the bekendmaking', async () => {
    on('2026-04-29')
    expect(await saidLate('2026-04-29')).toEqual(LATE)
    expect(await decide()).toMatchObject({ ok: true })
    expect(await saidLate('2026-04-29')).toEqual(LATE)
    expect(await saidLate('2026-05-19')).toEqual(LATE)
    expect(await saidLate('2026-05-20')).toEqual({ ...NOT_LATE, export: true })
  })

  test('a besluit taken in time and made known after the last day is late in between', async () => {
    on('2026-04-27')
    await decide()
    expect(await saidLate('2026-04-27')).toMatchObject({ list: false, export: false })
    expect(await saidLate('2026-04-28')).toEqual(LATE)
    const { zaak, zaaktype } = await find()
    const standing = { zaak, zaaktype, today: '2026-04-28' }
    expect(possibleHandelingen(['ingebrekestelling'], standing)).toEqual(['ingebrekestelling'])
    expect(await receiveIngebrekestelling(ctx, { ...act, versie: 2, op: '2026-04-28' })).toMatchObject({ ok: true })
    // two weeks through 12 May
    expect(dwangsomVan((await find()).zaak, '2026-05-14')).toMatchObject({ dagen: 2, vaststellenUiterlijk: null })
    expect(dwangsomVan((await find()).zaak, '2026-05-20')).toMatchObject({ dagen: 7, bedrag: 161, volgendeDag: 0 })
  })

  test('the dwangsom of a zaak that closes with a later bekendmaking runs until that day', async () => {
    on('2026-04-28')
    await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-28' })
    on('2026-05-14')
    const bekendmakingsdatum = '2026-05-20'
    await changeStatus(ctx, {
      ...act,
      versie: 2,
      statustype: 'besluit_genomen',
      resultaat: 'geweigerd',
      bekendmakingsdatum,
    })
    expect(await exported(true)).toBe(false)
    const { zaak } = await find()
    expect(dwangsomVan(zaak, '2026-05-19')).toMatchObject({ dagen: 7, volgendeDag: 23, vaststellenUiterlijk: null })
    expect(dwangsomVan(zaak, '2026-05-20')).toMatchObject({
      dagen: 7,
      volgendeDag: 0,
      vaststellenUiterlijk: '2026-06-02',
    })
  })

  test('Awb 4:20c, 4:20d: a verlening van rechtswege is late after two weeks, until its bekendmaking', async () => {
    on(REGISTERED)
    ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'PARK-BEW' }))
    on('2026-03-17')
    await grantOverdue(ctx)
    const desk = ({ list, row, team, desk }: typeof LATE) => ({ list, row, team, desk })
    expect(desk(await saidLate('2026-03-31'))).toEqual(desk(NOT_LATE))
    expect(desk(await saidLate('2026-04-01'))).toEqual(desk(LATE))
    on('2026-03-24')
    await makeBesluitKnown(ctx, { ...act, versie: 2, bekendmakingsdatum: '2026-03-27' })
    expect(await saidLate('2026-03-24')).toEqual(NOT_LATE)
  })
})

describe('a besluit that was meant for another zaak', () => {
  const toelichting = 'Dit besluit hoort bij een andere zaak.'
  const takeBack = async (versie: number) => {
    const { zaak } = await find()
    const besluit = zaak.besluiten.at(-1)?.id as string
    return correctBesluit(ctx, { ...act, versie, besluit, vergissing: true, toelichting })
  }

  test('ended nothing: the zaak is late everywhere, and the dwangsom continues', async () => {
    on('2026-04-28')
    await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-28' })
    on('2026-05-14')
    await recordBesluit(ctx, { ...act, versie: 2, besluittype: 'geweigerd' })
    expect(dwangsomVan((await find()).zaak, '2026-05-20')).toMatchObject({ dagen: 1, volgendeDag: 0 })
    on('2026-05-20')
    expect(await takeBack(3)).toMatchObject({ ok: true })
    expect(dwangsomVan((await find()).zaak, '2026-05-20')).toMatchObject({ dagen: 8, bedrag: 184, volgendeDag: 23 })
    expect(await saidLate('2026-05-20')).toEqual(LATE)
    expect((await findZaakResource(ctx, id))?.besluiten).toEqual([])
  })

  test('keeps its dates: a request that changes one as well is refused', async () => {
    on('2026-05-14')
    await recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd' })
    const besluit = (await find()).zaak.besluiten.at(-1)?.id as string
    const mistake = { ...act, versie: 2, besluit, vergissing: true, toelichting }
    expect(await correctBesluit(ctx, { ...mistake, bekendmakingsdatum: '2026-05-20' })).toMatchObject({
      broken: ['vergissing_with_dates'],
    })
    // the desk sends the dates as it showed them
    expect(await correctBesluit(ctx, { ...mistake, besluitdatum: '2026-05-14' })).toMatchObject({ ok: true })
  })

  test('can be removed when the zaak that it closed is reopened', async () => {
    on('2026-04-28')
    await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-28' })
    on('2026-05-14')
    await changeStatus(ctx, { ...act, versie: 2, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    expect(await takeBack(3)).toMatchObject({ broken: ['closed_with_besluit'] })
    await reopenZaak(ctx, { ...act, versie: 3 })
    on('2026-05-20')
    expect(await takeBack(4)).toMatchObject({ ok: true })
    expect(dwangsomVan((await find()).zaak, '2026-05-20')).toMatchObject({ dagen: 8, volgendeDag: 23 })
    expect(await saidLate('2026-05-20')).toEqual(LATE)
  })

  test('restores the besluit that it replaced, also in a closed zaak', async () => {
    on('2026-04-20')
    await changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    const [right] = (await findZaakResource(ctx, id))?.besluiten ?? []
    on('2026-05-14')
    await recordBesluit(ctx, { ...act, versie: 2, besluittype: 'geweigerd', vervangt: right?.id as string })
    const { besluiten } = (await find()).zaak
    const besluit = besluiten.find(({ versie, id: one }) => versie === 3 && one !== right?.id)?.id as string
    expect(await correctBesluit(ctx, { ...act, versie: 3, besluit, vergissing: true, toelichting })).toMatchObject({
      ok: true,
    })
    expect((await findZaakResource(ctx, id))?.besluiten).toEqual([right])
  })

  test('does not prevent a verlening van rechtswege', async () => {
    on(REGISTERED)
    ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'PARK-BEW' }))
    await recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd' })
    on('2026-03-17')
    await grantOverdue(ctx)
    expect((await findZaakResource(ctx, id))?.vanRechtswege).toBeNull()
    expect(await takeBack(2)).toMatchObject({ ok: true })
    await grantOverdue(ctx)
    expect((await findZaakResource(ctx, id))?.vanRechtswege).toMatchObject({ datum: '2026-03-17' })
  })
})

describe('an ingebrekestelling that came before the besluit', () => {
  const receive = (versie: number, op: string) => receiveIngebrekestelling(ctx, { ...act, versie, op })
  const close = (resultaat: string, more: object = {}) =>
    changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat, ...more })

  test('can be recorded in a closed zaak, and gives a dwangsom', async () => {
    on('2026-05-21')
    await close('geweigerd')
    on('2026-05-25')
    expect(await receive(2, '2026-04-28')).toMatchObject({ ok: true })
    // 13 to 20 May
    expect(dwangsomVan((await find()).zaak, '2026-05-25')).toMatchObject({ dagen: 8, bedrag: 184 })
    expect((await findZaakResource(ctx, id))?.ingebrekestelling).toMatchObject({ op: '2026-04-28' })
  })

  test('can be recorded after a besluit in an open zaak', async () => {
    on('2026-05-21')
    await recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd' })
    expect(await receive(2, '2026-05-21')).toMatchObject({ broken: ['received_after_end'] })
    expect(await receive(2, '2026-04-28')).toMatchObject({ ok: true })
    expect(dwangsomVan((await find()).zaak, '2026-05-25')).toMatchObject({ dagen: 8, bedrag: 184 })
  })

  test('can be recorded when it came before a withdrawal', async () => {
    on('2026-05-21')
    await close('ingetrokken')
    on('2026-05-25')
    expect(await receive(2, '2026-05-21')).toMatchObject({ broken: ['received_after_end', 'closed'] })
    expect(await receive(2, '2026-05-20')).toMatchObject({ ok: true })
  })

  test('is refused when the besluit or the withdrawal was in time', async () => {
    on('2026-04-27')
    await close('geweigerd')
    on('2026-05-25')
    const { zaak, zaaktype } = await find()
    expect(possibleHandelingen(['ingebrekestelling'], { zaak, zaaktype, today: '2026-05-25' })).toEqual([])
    expect(await receive(2, '2026-04-28')).toMatchObject({ broken: ['term_not_passed', 'received_after_end'] })
  })

  test('stays when the zaak is reopened, and can be undone in an open and a closed zaak', async () => {
    on('2026-05-21')
    await close('geweigerd')
    await receive(2, '2026-04-28')
    expect(await reopenZaak(ctx, { ...act, versie: 3 })).toMatchObject({ ok: true })
    expect((await find()).zaak.ingebrekegesteldOp).toBe('2026-04-28')
    on(REGISTERED)
    ;({ id, change: act } = await registerTestZaak(ctx))
    on('2026-05-21')
    await close('geweigerd')
    await receive(2, '2026-04-28')
    const undone = await undoHandeling(ctx, { ...act, versie: 3, toelichting: 'Van een andere zaak.' })
    expect(undone).toMatchObject({ ok: true })
    expect((await find()).zaak).toMatchObject({ ingebrekegesteldOp: null, resultaat: 'geweigerd' })
  })
})

describe('an ingebrekestelling that turns out to be too early', () => {
  const soorten = async () => (await findZaakResource(ctx, id))?.statussen.map(({ soort }) => soort)
  /** Received two days after the fatale datum. */
  beforeEach(async () => {
    on('2026-05-14')
    await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-29' })
    expect(dwangsomVan((await find()).zaak, '2026-05-14')).toMatchObject({ dagen: 1 })
  })
  const correctBegin = (versie: number, startdatum: string) =>
    changeGegevens(ctx, { ...act, versie, aanleiding: 'Typefout.', toelichting: 'Later binnen.', startdatum })
  const agree = (op: string, tot: string) =>
    suspendZaak(ctx, { ...act, versie: 2, reden: 'aanvrager_stemt_in', op, tot })

  test.each([
    ['another startdatum', 'gegevenswijziging', () => correctBegin(2, '2026-03-04')],
    ['an instemming whose last day has passed', 'opschorting', () => agree('2026-04-20', '2026-04-24')],
    ['a running instemming', 'opschorting', () => agree('2026-04-20', '2026-06-01')],
    [
      'an opschorting without a last day',
      'opschorting',
      () => suspendZaak(ctx, { ...act, versie: 2, reden: 'overmacht', op: '2026-04-27', tot: '2026-06-01' }),
    ],
  ])('lapses by %s, with a history row of its own, and nothing is owed', async (_, soort, perform) => {
    expect(await perform()).toMatchObject({ ok: true, versie: 3 })
    expect(await soorten()).toEqual(['registratie', 'ingebrekestelling', soort, 'ingebrekestelling_vervallen'])
    expect(dwangsomVan((await find()).zaak, '2026-05-14')).toBeNull()
    expect((await findZaakResource(ctx, id))?.ingebrekestelling).toBeNull()
    const { gezetDoorClient } = await ctx.db.status.findUniqueOrThrow({
      where: { zaakId_versie: { zaakId: id, versie: 4 } },
    })
    expect(gezetDoorClient).toBe('termijnbewaking')
    expect(await lapseTooEarly(ctx)).toBe(0)
  })

  test.each([
    ['a startdatum by which it still came after the term', () => correctBegin(2, '2026-03-03')],
    ['an instemming after which the term still ended before it', () => agree('2026-04-26', '2026-04-27')],
  ])('does not lapse by %s', async (_, perform) => {
    expect(await perform()).toMatchObject({ ok: true })
    expect((await find()).zaak.ingebrekegesteldOp).toBe('2026-04-29')
  })

  test('stays after a besluit on the dwangsom, until another besluit says that it was too early', async () => {
    on('2026-05-29')
    await recordBesluit(ctx, { ...act, versie: 2, besluittype: 'geweigerd' })
    const set = (versie: number, more: object = {}) =>
      setDwangsom(ctx, { ...act, versie, bekendmakingsdatum: '2026-06-01', ...more })
    expect(await set(3)).toMatchObject({ ok: true })
    expect(await correctBegin(4, '2026-03-02')).toMatchObject({ broken: ['nothing_changed'] })
    expect(await correctBegin(4, '2026-03-10')).toMatchObject({ ok: true })
    expect((await findZaakResource(ctx, id))?.ingebrekestelling?.dwangsom).toMatchObject({ bedrag: 14 * 23 + 35 })
    expect(await set(5, { grond: 'te_vroeg' })).toMatchObject({ ok: true })
    expect((await findZaakResource(ctx, id))?.ingebrekestelling?.dwangsom).toMatchObject({
      bedrag: 0,
      grond: 'te_vroeg',
    })
  })

  test('counts again when its lapse is undone', async () => {
    await correctBegin(2, '2026-03-04')
    expect(await undoHandeling(ctx, { ...act, versie: 4, toelichting: 'Toch op tijd.' })).toMatchObject({ ok: true })
    expect((await find()).zaak.ingebrekegesteldOp).toBe('2026-04-29')
    expect(await lapseTooEarly(ctx)).toBe(0)
    expect((await find()).zaak.ingebrekegesteldOp).toBe('2026-04-29')
  })

  test('is lapsed by the worker when the process died after the act', async () => {
    await ctx.db.zaak.update({ where: { id }, data: { uiterlijkeEinddatum: new Date('2026-04-29') } })
    const lapsed = await Promise.all([lapseTooEarly(ctx), lapseTooEarly(ctx)])
    expect(lapsed[0] + lapsed[1]).toBe(1)
    expect(await soorten()).toEqual(['registratie', 'ingebrekestelling', 'ingebrekestelling_vervallen'])
  })
})
