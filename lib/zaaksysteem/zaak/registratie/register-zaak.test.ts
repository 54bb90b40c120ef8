import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { createZaaksysteemContext } from '../../context.ts'
import { readZaaksysteemEnv } from '../../env.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { AANVRAGER, registerSoundZaak, TRACEPARENT } from '../test-zaak.ts'
import type { Aanvraag, RegisterRefusal } from './check-aanvraag.ts'
import { registerZaak } from './register-zaak.ts'

let ctx: TestZaaksysteem
let now = new Date('2026-11-27T08:12:00Z')

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

const SOUND = {
  zaaktype: 'APV-EVEN',
  omschrijving: 'Zomerfeest Kerkplein',
  aanvrager: AANVRAGER,
  traceparent: TRACEPARENT,
}

test('a new zaak has a zaaknummer, its first status, a history row and one event', async () => {
  const zaak = await registerSoundZaak(ctx, SOUND)
  expect(zaak).toMatchObject({ identificatie: 'ZAAK-2026-0000000001', versie: 1 })
  const row = await ctx.db.zaak.findUniqueOrThrow({
    where: { id: zaak.id },
    include: { statussen: { orderBy: { versie: 'asc' } } },
  })
  expect(row).toMatchObject({ statustype: 'aanvraag_ontvangen', statuscode: 'aanvraag_ontvangen', einddatum: null })
  expect(row.statussen).toMatchObject([{ versie: 1, soort: 'registratie', gezetDoorId: null }])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: zaak.id } })).toBe(1)
})

test('a zaak of a company has its KvK-nummer and no BSN', async () => {
  const { id } = await registerSoundZaak(ctx, { ...SOUND, aanvrager: { naam: 'Bakkerij Mol', kvkNummer: '69599084' } })
  const row = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ aanvragerNaam: 'Bakkerij Mol', aanvragerKvk: '69599084', aanvragerBsn: null })
  expect((await findZaakResource(ctx, id))?.initiator).toEqual({ kvkNummer: '69599084' })
})

test('a zaak of a vestiging has its number; a vestigingsnummer without a KvK-nummer is refused', async () => {
  const aanvrager = { naam: 'Bakkerij Mol', kvkNummer: '69599084', vestigingsnummer: '000037890001' }
  const { id } = await registerSoundZaak(ctx, { ...SOUND, aanvrager })
  const initiator = { kvkNummer: '69599084', vestigingsnummer: '000037890001' }
  expect((await findZaakResource(ctx, id))?.initiator).toEqual(initiator)
  for (const wrong of [
    { ...AANVRAGER, vestigingsnummer: '000037890001' },
    { ...aanvrager, vestigingsnummer: '37890001' },
  ]) {
    expect(await registerZaak(ctx, { ...SOUND, aanvrager: wrong })).toEqual({
      ok: false,
      reason: 'refused',
      broken: ['vestiging_invalid'],
    })
  }
})

test('the history has the behandelaar who registers, and the zaak is assigned to the chosen one', async () => {
  const data = { subject: 'sub-1', naam: 'F. El Amrani', team: 'Vergunningen', rollen: ['behandelaar'] }
  const { id: behandelaarId } = await ctx.db.behandelaar.create({ data })
  const gezetDoor = { behandelaarId }
  for (const behandelaar of [{ id: behandelaarId }, { subject: 'sub-1' }]) {
    const { id } = await registerSoundZaak(ctx, { ...SOUND, behandelaar, gezetDoor })
    const row = await ctx.db.zaak.findUniqueOrThrow({
      where: { id },
      include: { statussen: { orderBy: { versie: 'asc' } } },
    })
    expect(row).toMatchObject({ behandelaarId, statussen: [{ gezetDoorId: behandelaarId }] })
  }
})

const counts = () => Promise.all([ctx.db.zaak.count(), ctx.db.status.count(), ctx.db.gebeurtenis.count()])

test('all broken rules are reported at once, without a zaak, status or event', async () => {
  const before = await counts()
  const refusal = await registerZaak(ctx, {
    zaaktype: 'ONBEKEND',
    omschrijving: `${'x'.repeat(81)}\n`,
    aanvrager: { naam: ' ', bsn: '999990343', kvkNummer: '123' },
    behandelaar: { subject: 'niemand' },
    startdatum: '2026-11-28',
    traceparent: TRACEPARENT,
  })
  expect(refusal).toEqual({
    ok: false,
    reason: 'refused',
    broken: [
      'zaaktype_unknown',
      'omschrijving_too_long',
      'omschrijving_characters',
      'aanvrager_not_one',
      'bsn_invalid',
      'kvk_invalid',
      'naam_missing',
      'startdatum_in_future',
      'behandelaar_unknown',
    ],
  })
  expect(await counts()).toEqual(before)
})

test.each<[string, Partial<Aanvraag>, RegisterRefusal[]]>([
  ['no omschrijving', { omschrijving: '  ' }, ['omschrijving_missing']],
  ['a control character', { omschrijving: 'een\ttab' }, ['omschrijving_characters']],
  ['half a surrogate pair', { aanvrager: { ...AANVRAGER, naam: '\uD83C' } }, ['naam_characters']],
  ['a name that is too long', { aanvrager: { ...AANVRAGER, naam: 'x'.repeat(201) } }, ['naam_too_long']],
  ['neither BSN nor KvK-nummer', { aanvrager: { naam: 'J. de Vries' } }, ['aanvrager_not_one']],
  ['a BSN that fails the elfproef', { aanvrager: { naam: 'J. de Vries', bsn: '999990343' } }, ['bsn_invalid']],
  ['an empty KvK-nummer', { aanvrager: { naam: 'Bakkerij', kvkNummer: '' } }, ['kvk_invalid']],
  ['a day that does not exist', { startdatum: '2026-02-29' }, ['startdatum_invalid']],
  ['tomorrow', { startdatum: '2026-11-28' }, ['startdatum_in_future']],
  ['the 19th century', { startdatum: '1899-12-31' }, ['startdatum_too_early']],
  ['a behandelaar that is no uuid', { behandelaar: { id: 'x' } }, ['behandelaar_unknown']],
])('%s is refused', async (_, wrong, broken) => {
  expect(await registerZaak(ctx, { ...SOUND, ...wrong })).toEqual({ ok: false, reason: 'refused', broken })
})

test.each(['1900-01-01', '2026-11-27'])('a zaak may be submitted on %s, and its terms run from there', async (day) => {
  const { id } = await registerSoundZaak(ctx, { ...SOUND, startdatum: day })
  expect(isoDate((await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).startdatum)).toBe(day)
})

describe('a kenmerk', () => {
  test('makes a repeat return the same zaak, without using up a zaaknummer', async () => {
    const registration = { ...SOUND, kenmerk: 'formulier-1' }
    const first = await registerSoundZaak(ctx, registration)
    expect(await registerZaak(ctx, registration)).toEqual({ ...first, isNew: false })
    const next = await registerSoundZaak(ctx, SOUND)
    const nummer = ({ identificatie }: { identificatie: string }) => Number(identificatie.slice(-10))
    expect(nummer(next)).toBe(nummer(first) + 1)
  })

  test('is refused with other content', async () => {
    await registerSoundZaak(ctx, { ...SOUND, kenmerk: 'formulier-2' })
    const before = await counts()
    for (const other of [{ omschrijving: 'Iets anders' }, { startdatum: '2026-11-26' }, { zaaktype: 'PARK-BEW' }]) {
      const refusal = await registerZaak(ctx, { ...SOUND, ...other, kenmerk: 'formulier-2' })
      expect(refusal).toEqual({ ok: false, reason: 'kenmerk_reused' })
    }
    expect(await counts()).toEqual(before)
  })

  test('makes twenty concurrent registrations, from two processes, register one zaak', async () => {
    const other = createZaaksysteemContext(readZaaksysteemEnv(ctx.variables), { clock: () => now })
    const before = await ctx.db.zaak.count()
    const registration = { ...SOUND, kenmerk: 'formulier-3' }
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => registerSoundZaak(index % 2 ? other : ctx, registration)),
    )
    await other.close()
    expect(new Set(all.map(({ id, gebeurtenisId }) => `${id} ${gebeurtenisId}`)).size).toBe(1)
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await ctx.db.zaak.count()).toBe(before + 1)
  })
})

describe('terms count calendar days in the Netherlands', () => {
  test.each([
    [
      'just after midnight in Amsterdam it is the next day',
      '2026-11-26T23:30:00Z',
      'PARK-BEW',
      '2026-11-27',
      '2026-12-02',
      '2026-12-11',
    ],
    ['just before midnight it is not', '2026-11-26T22:59:59Z', 'PARK-BEW', '2026-11-26', '2026-12-01', '2026-12-10'],
    ['over the start of summer time', '2026-03-27T23:30:00Z', 'PARK-BEW', '2026-03-28', '2026-04-02', '2026-04-11'],
    ['over the end of summer time', '2026-10-20T22:30:00Z', 'PARK-BEW', '2026-10-21', '2026-10-26', '2026-11-04'],
    [
      'over a leap day and two changes of the clock',
      '2027-10-01T10:00:00Z',
      'OMG-UITG',
      '2027-10-01',
      '2028-03-03',
      '2028-04-01',
    ],
  ])('%s', async (_, instant, zaaktype, startdatum, streefdatum, fataleDatum) => {
    now = new Date(instant)
    const { id } = await registerSoundZaak(ctx, { ...SOUND, zaaktype })
    const row = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
    expect([row.startdatum, row.einddatumGepland, row.uiterlijkeEinddatum].map(isoDate)).toEqual([
      startdatum,
      streefdatum,
      fataleDatum,
    ])
  })
})
