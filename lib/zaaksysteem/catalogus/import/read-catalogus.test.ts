import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zaaktypeGegevens } from '../zaaktype.ts'
import { MOST_BYTES, readCatalogus } from './read-catalogus.ts'

/** Recorded responses of Open Zaak 1.30. */
const RECORDED: Record<string, unknown> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded-answers.json'), 'utf8'),
)
const ZAAKTYPE = 'ztc-zaaktype-200'
const STATUSTYPEN = 'ztc-statustypen-200'
const RESULTAATTYPE = 'ztc-resultaattype-200'

const bestand = (naam: string, inhoud: unknown) => ({ naam, bytes: Buffer.from(JSON.stringify(inhoud)) })
const recorded = (...names: string[]) => names.map((naam) => bestand(naam, RECORDED[naam]))

function changed(naam: string, change: object) {
  const answer = RECORDED[naam] as { results?: object[] }
  const body = answer.results
    ? { results: answer.results.map((each) => ({ ...each, ...change })) }
    : { ...answer, ...change }
  return bestand(naam, body)
}

function read(...files: Parameters<typeof readCatalogus>[0]) {
  const answer = readCatalogus(files)
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

test('a name loses bidirectional overrides and isolates, and keeps the direction marks of Arabic', () => {
  const zaaktype = changed(ZAAKTYPE, { omschrijving: 'Dakkapel\u202E \u2066طلب \u200F2026\u2069' })
  const { gegevens, regels } = read(zaaktype, ...recorded(STATUSTYPEN, RESULTAATTYPE))
  expect(gegevens.omschrijving.nl).toBe('Dakkapel طلب \u200F2026')
  expect(regels.find(({ soort }) => soort === 'zaaktype')?.naam).toBe('Dakkapel طلب \u200F2026')
})

test.each([
  ['zaakvertrouwelijk', false],
  ['vertrouwelijk', true],
  ['zeer_geheim', true],
])('a zaaktype with vertrouwelijkheidaanduiding %s has gevoelig %j', (vertrouwelijkheidaanduiding, gevoelig) => {
  const zaaktype = changed(ZAAKTYPE, { vertrouwelijkheidaanduiding })
  expect(read(...recorded(RESULTAATTYPE, STATUSTYPEN), zaaktype).gegevens.gevoelig).toBe(gevoelig)
})

test('a recorded zaaktype is imported with its statussen in order, its resultaat and its terms', () => {
  const { identificatie, gegevens } = read(...recorded(RESULTAATTYPE, STATUSTYPEN, ZAAKTYPE))
  expect(identificatie).toBe('PARKEER')
  expect(gegevens).toMatchObject({
    omschrijving: { nl: 'Parkeervergunning aanvragen', en: '' },
    doorlooptijd: { duur: 'P56D', grondslag: '', regeling: 'wet' },
    servicenorm: 'P28D',
    verlengingstermijn: { duur: 'P28D' },
    team: '',
    resultaattypen: [{ code: 'verleend', statuscode: 'verleend', bewaartermijn: 'P7Y', isBesluit: true }],
  })
  expect(
    gegevens.statustypen.map(({ code, volgnummer, isEindstatus, informeren }) => [
      code,
      volgnummer,
      isEindstatus,
      informeren,
    ]),
  ).toEqual([
    ['ontvangen', 1, false, true],
    ['in_behandeling', 2, false, true],
    ['interne_toets', 3, false, false],
    ['afgehandeld', 4, true, true],
  ])
  expect(gegevens.statustypen[1]?.statustekst).toEqual({ nl: 'Wij behandelen uw aanvraag.', en: '' })
  expect(zaaktypeGegevens.parse(gegevens)).toEqual(gegevens)
})

test('the report lists the imported, the missing and the unfinished parts', () => {
  const { regels } = read(...recorded(RESULTAATTYPE, STATUSTYPEN, ZAAKTYPE))
  expect(regels).toContainEqual({ soort: 'zaaktype', naam: 'Parkeervergunning aanvragen', uitkomst: 'overgenomen' })
  expect(regels).toContainEqual({ soort: 'zaaktype', naam: 'Parkeervergunning aanvragen', uitkomst: 'vul_aan' })
  expect(regels).toContainEqual({ soort: 'statustype', naam: 'Interne toets', uitkomst: 'overgenomen' })
  const missing = {
    soort: 'resultaattype',
    naam: 'Parkeervergunning aanvragen',
    uitkomst: 'niet_bijgevoegd',
    waarde: '1',
  }
  expect(regels).toContainEqual(missing)
})

test.each(['ztc-zaaktypen-200', 'ztc-zaaktype-with-accept-crs'])(
  '%s gives the same zaaktype as its single resource',
  (naam) => {
    const alone = read(...recorded(ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE))
    expect(read(...recorded(naam, STATUSTYPEN, RESULTAATTYPE)).gegevens).toEqual(alone.gegevens)
  },
)

test('a statustype that occurs in a page and in a file of its own is imported once', () => {
  const { gegevens } = read(...recorded(ZAAKTYPE, STATUSTYPEN, 'ztc-statustype-200', RESULTAATTYPE))
  expect(gegevens.statustypen).toHaveLength(4)
})

test.each(['ztc-catalogussen-200', 'ztc-roltypen-200', 'zrc-zaak-expand-200'])(
  '%s is skipped, and the report lists it',
  (naam) => {
    const { regels, gegevens } = read(...recorded(naam, ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE))
    expect(regels.filter(({ soort }) => soort === 'bestand')).toEqual([
      { soort: 'bestand', naam, uitkomst: 'onbekende_soort' },
    ])
    expect(gegevens).toEqual(read(...recorded(ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE)).gegevens)
    expect(JSON.stringify({ regels, gegevens })).not.toContain('999990639')
  },
)

test('resources of another zaaktype are skipped', () => {
  const other = changed(STATUSTYPEN, { zaaktype: 'https://elders.example/zaaktypen/1' })
  const { regels, gegevens } = read(other, ...recorded(ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE))
  expect(gegevens.statustypen).toHaveLength(4)
  expect(regels).toContainEqual({ soort: 'statustype', naam: 'Ontvangen', uitkomst: 'ander_zaaktype' })
})

test.each([
  ['doorlooptijd', 'P1Y6M', 'doorlooptijd_onbruikbaar', { doorlooptijd: { duur: 'P8W' } }],
  ['doorlooptijd', 'P6M', undefined, { doorlooptijd: { duur: 'P6M' } }],
  ['doorlooptijd', 'P0D', 'doorlooptijd_onbruikbaar', { doorlooptijd: { duur: 'P8W' } }],
  ['servicenorm', null, 'servicenorm_ontbreekt', { servicenorm: 'P56D' }],
  ['servicenorm', 'P57D', 'servicenorm_te_lang', { servicenorm: 'P56D' }],
  ['verlengingMogelijk', false, undefined, { verlengingstermijn: null }],
  ['verlengingstermijn', null, 'verlenging_onbruikbaar', { verlengingstermijn: null }],
  ['identificatie', 'Parkeervergunning (bewoners)', 'code_aangepast', {}],
  ['identificatie', '2026/é', 'code_aangepast', {}],
])('%s %j of a zaaktype: %s', (member, value, uitkomst, expected) => {
  const { identificatie, gegevens, regels } = read(
    changed(ZAAKTYPE, { [member]: value }),
    ...recorded(STATUSTYPEN, RESULTAATTYPE),
  )
  expect(gegevens).toMatchObject(expected)
  expect(identificatie).toMatch(/^[A-Z][A-Z0-9-]{1,39}$/)
  const told = regels.map((regel) => regel.uitkomst)
  if (uitkomst) expect(told).toContain(uitkomst)
  else expect(told.filter((each) => each.endsWith('bruikbaar') || each.startsWith('code'))).toEqual([])
})

test.each([
  [{ archiefnominatie: 'blijvend_bewaren', archiefactietermijn: null }, null, undefined],
  [{ archiefactietermijn: 'P18M' }, null, 'bewaartermijn_onbruikbaar'],
  [{ brondatumArchiefprocedure: { afleidingswijze: 'hoofdzaak' } }, 'P7Y', 'bewaartermijn_begint_anders'],
  [{ brondatumArchiefprocedure: { afleidingswijze: 'vervaldatum_besluit' } }, 'P7Y', undefined],
  [{ brondatumArchiefprocedure: null }, 'P7Y', undefined],
])('a resultaattype with %j has bewaartermijn %s', (change, bewaartermijn, uitkomst) => {
  const { gegevens, regels } = read(...recorded(ZAAKTYPE, STATUSTYPEN), changed(RESULTAATTYPE, change))
  expect(gegevens.resultaattypen[0]?.bewaartermijn).toBe(bewaartermijn)
  const told = regels.flatMap((regel) => (regel.uitkomst.startsWith('bewaartermijn') ? regel.uitkomst : []))
  expect(told).toEqual(uitkomst ? [uitkomst] : [])
})

test('the report lists a besluittype as skipped, and its reactietermijn when it differs from the law', () => {
  const besluittype = { omschrijving: 'Vergunning', reactietermijn: 'P30D', publicatieIndicatie: false, zaaktypen: [] }
  const { regels } = read(bestand('besluittype', besluittype), ...recorded(ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE))
  expect(regels).toContainEqual({
    soort: 'besluittype',
    naam: 'Vergunning',
    uitkomst: 'reactietermijn_anders',
    waarde: 'P30D',
  })
})

test('statussen with the same name get unique codes, none of which begins with a digit', () => {
  const same = changed(STATUSTYPEN, { omschrijving: '1e Bézichtiging!' })
  const four = (RECORDED[STATUSTYPEN] as { results: object[] }).results.map((_, index) => ({ volgnummer: index + 1 }))
  const distinct = bestand('s', {
    results: four.map((each) => ({ ...JSON.parse(same.bytes.toString()).results[0], ...each })),
  })
  const { gegevens } = read(distinct, ...recorded(ZAAKTYPE, RESULTAATTYPE))
  expect(gegevens.statustypen.map(({ code }) => code)).toEqual([
    'stap_1e_bezichtiging',
    'stap_1e_bezichtiging_2',
    'stap_1e_bezichtiging_3',
    'stap_1e_bezichtiging_4',
  ])
})

const all = recorded(ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE)
const raw = (text: string) => ({ naam: 'x.json', bytes: Buffer.from(text) })

test.each([
  ['nothing', [], { reason: 'no_files' }],
  ['too much', [...all, raw(`"${'a'.repeat(MOST_BYTES)}"`)], { reason: 'too_large' }],
  ['no JSON', [...all, raw('<html>')], { reason: 'not_json', file: 'x.json' }],
  ['no UTF-8', [{ naam: 'x.json', bytes: Buffer.from([0xff]) }], { reason: 'not_json', file: 'x.json' }],
  ['a duplicate member', [raw('{"a":1,"a":2}')], { reason: 'not_json', file: 'x.json' }],
  ['a hundred thousand brackets', [raw('['.repeat(1e5))], { reason: 'not_json', file: 'x.json' }],
  ['too deep nesting', [raw('['.repeat(1e4) + ']'.repeat(1e4))], { reason: 'too_deep', file: 'x.json' }],
  ['no zaaktype', recorded(STATUSTYPEN, RESULTAATTYPE), { reason: 'no_zaaktype' }],
  ['two zaaktypen', [...all, changed(ZAAKTYPE, { identificatie: 'ANDERS' })], { reason: 'many_zaaktypen' }],
  ['one statustype', recorded(ZAAKTYPE, 'ztc-statustype-200', RESULTAATTYPE), { reason: 'no_statustypen' }],
  ['no resultaattype', recorded(ZAAKTYPE, STATUSTYPEN), { reason: 'no_resultaattypen' }],
])('%s is refused', (_, files, refusal) => {
  expect(readCatalogus(files)).toEqual({ ok: false, ...refusal })
})

test('any value of a member is refused, skipped or gives a valid zaaktype', () => {
  const members = [ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE].flatMap((naam) => {
    const answer = RECORDED[naam] as { results?: object[] }
    return Object.keys(answer.results?.[0] ?? answer).map((member) => [naam, member] as const)
  })
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.jsonValue(), ([naam, member], value) => {
      const files = [ZAAKTYPE, STATUSTYPEN, RESULTAATTYPE].map((each) =>
        each === naam ? changed(naam, { [member]: value }) : bestand(each, RECORDED[each]),
      )
      const answer = readCatalogus(files)
      if (answer.ok) expect(zaaktypeGegevens.parse(answer.gegevens)).toEqual(answer.gegevens)
    }),
    { numRuns: 300 },
  )
})
