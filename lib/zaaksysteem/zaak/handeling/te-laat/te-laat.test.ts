import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findTeamOverzicht } from '../../../balie/teams/find-team-overzicht.ts'
import { exportWerkvoorraad } from '../../../balie/werkvoorraad/export-werkvoorraad.ts'
import { findWerkvoorraad } from '../../../balie/werkvoorraad/find-werkvoorraad.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { grantOverdue } from '../../../upkeep/grant-overdue.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { LEZER, registerTestZaak, TRACEPARENT } from '../../test-zaak.ts'
import { findZaakAtVersie } from '../../wijziging/find-zaak-at-versie.ts'
import { makeBesluitKnown } from '../besluit/make-besluit-known.ts'
import { recordBesluit } from '../besluit/record-besluit.ts'
import { changeStatus } from '../change-status.ts'
import { possibleHandelingen } from '../handelingen.ts'
import { reopenZaak } from '../reopen-zaak.ts'
import { undoHandeling } from '../undo-handeling.ts'
import { receiveIngebrekestelling } from './receive-ingebrekestelling.ts'
import { dwangsomVan } from './set-dwangsom.ts'
import { isBesloten } from './te-laat.ts'

/** Of APV-STAND: the fatale datum is 27 April. Of PARK-BEW: 16 March, and what is given by law then is made known by the 31st. */
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

/** Whether each of them says of the open zaak that it is late. */
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

describe('Awb 3:40: decided is not made known', () => {
  const decide = (more: object = {}) =>
    recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd', bekendmakingsdatum: '2026-05-20', ...more })

  test('until the bekendmaking lists, counts, export and desk say that it is late, and from then on none does', async () => {
    on('2026-04-29')
    expect(await saidLate('2026-04-29')).toEqual(LATE)
    expect(await decide()).toMatchObject({ ok: true })
    expect(await saidLate('2026-04-29')).toEqual(LATE)
    expect(await saidLate('2026-05-19')).toEqual(LATE)
    expect(await saidLate('2026-05-20')).toEqual({ ...NOT_LATE, export: true })
  })

  test('what is decided in time and made known after the last day is late in between', async () => {
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

  test('a zaak that closes with a besluit that is made known later goes on costing money until then', async () => {
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

  test('Awb 4:20c, 4:20d: what was given by law is late from two weeks after, until it is made known', async () => {
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

describe('an ingebrekestelling that came before the besluit', () => {
  const receive = (versie: number, op: string) => receiveIngebrekestelling(ctx, { ...act, versie, op })
  const close = (resultaat: string, more: object = {}) =>
    changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat, ...more })

  test('is recorded when the zaak is closed, and what is owed is computed', async () => {
    on('2026-05-21')
    await close('geweigerd')
    on('2026-05-25')
    expect(await receive(2, '2026-04-28')).toMatchObject({ ok: true })
    // 13 to 20 May
    expect(dwangsomVan((await find()).zaak, '2026-05-25')).toMatchObject({ dagen: 8, bedrag: 184 })
    expect((await findZaakResource(ctx, id))?.ingebrekestelling).toMatchObject({ op: '2026-04-28' })
  })

  test('is recorded when something was decided and the zaak goes on', async () => {
    on('2026-05-21')
    await recordBesluit(ctx, { ...act, versie: 1, besluittype: 'geweigerd' })
    expect(await receive(2, '2026-05-21')).toMatchObject({ broken: ['received_after_end'] })
    expect(await receive(2, '2026-04-28')).toMatchObject({ ok: true })
    expect(dwangsomVan((await find()).zaak, '2026-05-25')).toMatchObject({ dagen: 8, bedrag: 184 })
  })

  test('is no longer possible when the besluit was in time, or the aanvrager withdrew in time', async () => {
    on('2026-04-27')
    await close('geweigerd')
    on('2026-05-25')
    const { zaak, zaaktype } = await find()
    expect(possibleHandelingen(['ingebrekestelling'], { zaak, zaaktype, today: '2026-05-25' })).toEqual([])
    expect(await receive(2, '2026-04-28')).toMatchObject({ broken: ['term_not_passed', 'received_after_end'] })
  })

  test('stays when the zaak is reopened, and is taken back when it was a mistake, closed or not', async () => {
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
