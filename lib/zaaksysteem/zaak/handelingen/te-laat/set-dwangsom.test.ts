import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { changeStatus } from '../status/change-status.ts'
import { reopenZaak } from '../status/reopen-zaak.ts'
import { receiveIngebrekestelling } from './receive-ingebrekestelling.ts'
import { setDwangsom } from './set-dwangsom.ts'

/** APV-STAND: its fatale datum is 27 April. After an ingebrekestelling of 28 April, 13 May costs money. */
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
  on('2026-04-28')
  await receiveIngebrekestelling(ctx, { ...act, versie: 1, op: '2026-04-28' })
})

function on(date: string) {
  now = new Date(`${date}T09:00:00Z`)
}
const ingebreke = async () => (await findZaakResource(ctx, id))?.ingebrekestelling
const dwangsom = async () => (await findZaakResource(ctx, id))?.ingebrekestelling?.dwangsom
const set = (versie: number, more: object = {}) =>
  setDwangsom(ctx, { ...act, versie, bekendmakingsdatum: '2026-06-01', ...more })
async function decide(date: string) {
  on(date)
  await changeStatus(ctx, { ...act, versie: 2, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
}

test('Awb 4:18: the dwangsom follows from the days, with a term for bezwaar of six weeks', async () => {
  // 13 May until 29 May: sixteen days, of which two cost more
  await decide('2026-05-29')
  on('2026-06-01')
  expect(await set(3)).toMatchObject({ ok: true })
  expect(await dwangsom()).toEqual({
    bekendmakingsdatum: '2026-06-01',
    bedrag: 14 * 23 + 2 * 35,
    grond: null,
    uiterlijkeReactiedatum: '2026-07-13',
  })
})

test('Awb 4:18 and 4:87: the last days to set and to pay the dwangsom follow from the besluit and from its amount', async () => {
  // without a besluit the maximum number of days counts: until 23 June
  expect(await ingebreke()).toMatchObject({ vaststellenUiterlijk: '2026-07-07', betalenUiterlijk: '2026-08-18' })
  await decide('2026-05-29')
  expect(await ingebreke()).toMatchObject({ vaststellenUiterlijk: '2026-06-11', betalenUiterlijk: '2026-07-23' })
  on('2026-06-01')
  await set(3)
  expect(await ingebreke()).toMatchObject({ vaststellenUiterlijk: '2026-06-11', betalenUiterlijk: '2026-07-13' })
  await set(4, { grond: 'geen_belanghebbende' })
  expect(await ingebreke()).toMatchObject({ betalenUiterlijk: null })
})

test.each(['onredelijk_laat', 'geen_belanghebbende', 'kennelijk_niet_ontvankelijk', 'kennelijk_ongegrond'])(
  'Awb 4:17 lid 6: nothing is owed because %s',
  async (grond) => {
    await decide('2026-05-29')
    on('2026-06-01')
    expect(await set(3, { grond })).toMatchObject({ ok: true })
    expect(await dwangsom()).toMatchObject({ bedrag: 0, grond })
  },
)

test('while the dwangsom grows its amount cannot be set, but a ground for owing nothing can', async () => {
  on('2026-05-20')
  expect(await set(2, { bekendmakingsdatum: '2026-05-20' })).toMatchObject({ broken: ['dwangsom_unknown'] })
  expect(await set(2, { bekendmakingsdatum: '2026-05-20', grond: 'onredelijk_laat' })).toMatchObject({ ok: true })
})

test('a besluit within the two weeks costs nothing, so there is nothing to set', async () => {
  await decide('2026-05-12')
  expect(await ingebreke()).toMatchObject({ vaststellenUiterlijk: null, betalenUiterlijk: null })
  on('2026-06-01')
  expect(await set(3)).toMatchObject({ broken: ['dwangsom_unknown'] })
})

test('without an ingebrekestelling, or before it, no dwangsom can be set', async () => {
  on(REGISTERED)
  const other = await registerTestZaak(ctx)
  expect(await setDwangsom(ctx, { ...other.change, versie: 1, bekendmakingsdatum: REGISTERED })).toMatchObject({
    broken: ['not_in_default', 'dwangsom_unknown'],
  })
  await decide('2026-05-29')
  expect(await set(3, { bekendmakingsdatum: '2026-04-27' })).toMatchObject({
    broken: ['dwangsom_before_ingebrekestelling'],
  })
})

test('heropenen leaves the dwangsom in force, and a wrong one can be set again', async () => {
  await decide('2026-05-29')
  on('2026-06-01')
  await set(3, { grond: 'geen_belanghebbende' })
  await reopenZaak(ctx, { ...act, versie: 4 })
  expect(await dwangsom()).toMatchObject({ grond: 'geen_belanghebbende' })
  await set(5)
  expect(await dwangsom()).toMatchObject({ grond: null, bedrag: 392 })
})
