import { expect, test } from 'vitest'
import { besluitResource } from '#lib/contract/zaak-resource.ts'
import { type BerichtZaak, berichten } from './berichten.ts'
import type { VoortgangStatus } from './past-stappen.ts'
import { tekst, teksten, testZaaktype } from './test-zaaktype.ts'

const NOW = new Date('2026-12-01T12:00:00Z')
const ZAAKTYPE = testZaaktype(['ontvangen', 'betalen', 'beoordeeld'], {
  teDoen: { betalen: 'Betaal de leges.' },
  resultaattypen: [
    { code: 'geweigerd', statuscode: 'geweigerd', ...teksten('geweigerd', 'Maak uiterlijk {bezwaardatum} bezwaar.') },
  ],
})

type Rij = [soort: VoortgangStatus['soort'], statuscode: string, rest?: Partial<VoortgangStatus>]

/** Returns the berichten that a citizen reads of these rows. */
function read(rijen: Rij[], { taal = 'nl' as const, ...zaak }: Partial<BerichtZaak> & { taal?: 'nl' } = {}) {
  const statussen = rijen.map(([soort, statuscode, rest], index) => ({
    versie: index + 1,
    soort,
    statuscode,
    datumStatusGezet: new Date(Date.UTC(2026, 10, index + 1)),
    statustoelichting: null,
    reden: null,
    uiterlijkeEinddatumAfdoening: '2027-01-22',
    ...rest,
  }))
  const running = {
    startdatum: '2026-10-30',
    opschorting: null,
    aanvullingen: [],
    besluiten: [],
    vanRechtswege: null,
    doorzending: null,
    uiterlijkeEinddatumAfdoening: '2027-01-22',
  }
  const statuscode = statussen.at(-1)?.statuscode as string
  return berichten({ zaaktype: ZAAKTYPE, statuscode, statussen, ...running, ...zaak }, { taal, now: NOW })
}

const ONTVANGEN: Rij = ['registratie', 'ontvangen']

test('the receipt says what it means, when to hear more, and that nothing need be done', () => {
  expect(read([ONTVANGEN])).toEqual([
    {
      versie: 1,
      titel: 'ontvangen',
      uitleg:
        'Wij hebben uw aanvraag ontvangen op vrijdag 30 oktober 2026. Dit is uw bewijs van ontvangst. Uitleg ontvangen. U hoort uiterlijk vrijdag 22 januari 2027 van ons.',
      teDoen: 'U hoeft nu niets te doen.',
      moetHandelen: false,
      binnen: [],
      aanvullingen: [],
      sturenTot: null,
    },
  ])
})

test.each(['aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_verlopen'] as const)(
  '%s on the day on which the term stands still for something else does not say that it runs again',
  (soort) => {
    const datumStatusGezet = new Date('2026-11-03T10:00:00Z')
    const asked: Rij = ['aanvullingsverzoek', 'ontvangen']
    const uitleg = (...more: Rij[]) =>
      read([ONTVANGEN, asked, [soort, 'ontvangen', { datumStatusGezet }], ...more])[2]?.uitleg
    expect(uitleg()).toContain('De beslistermijn loopt weer.')
    expect(uitleg(['opschorting', 'ontvangen', { datumStatusGezet }])).not.toContain('loopt weer')
    const later = { datumStatusGezet: new Date('2026-11-05T10:00:00Z') }
    expect(uitleg(['opschorting', 'ontvangen', later])).toContain('De beslistermijn loopt weer.')
  },
)

test('a letter that was recorded later shows the day on which it was sent, and a withdrawal the day on which it came', () => {
  const later = { gebeurdOp: '2026-11-01' }
  const uitleg = (rij: Rij) => read([ONTVANGEN, rij])[1]?.uitleg
  const sent = 'Wij stuurden u dit op zondag 1 november 2026.'
  expect(uitleg(['verlenging', 'ontvangen', later])).toContain(sent)
  expect(uitleg(['aanvullingsverzoek', 'ontvangen', later])).toContain(sent)
  expect(uitleg(['vertraging_gemeld', 'ontvangen', later])).toContain(sent)
  expect(uitleg(['statuswijziging', 'geweigerd', later])).toContain('Uw zaak is geëindigd op zondag 1 november 2026.')
  expect(uitleg(['verlenging', 'ontvangen', { gebeurdOp: '2026-11-02' }])).not.toContain('stuurden')
  // the term had not passed on the day of the letter
  const asked = { uiterlijkeEinddatumAfdoening: '2026-11-01' }
  expect(uitleg(['aanvullingsverzoek', 'ontvangen', { ...asked, ...later }])).toContain('staat de beslistermijn stil')
  expect(uitleg(['aanvullingsverzoek', 'ontvangen', asked])).not.toContain('stil')
  const [, wrong] = read([ONTVANGEN, ['verlenging', 'ontvangen', later], ['herstel', 'ontvangen']])
  expect(wrong?.uitleg).not.toContain('stuurden')
})

test('only the newest bericht promises a date', () => {
  const [first, second] = read([ONTVANGEN, ['statuswijziging', 'beoordeeld']])
  expect(first).toMatchObject({ uitleg: expect.stringMatching(/ontvangst\. Uitleg ontvangen\.$/), teDoen: null })
  expect(second).toMatchObject({ uitleg: expect.stringContaining('22 januari'), teDoen: 'U hoeft nu niets te doen.' })
  const [late] = read([ONTVANGEN], { uiterlijkeEinddatumAfdoening: '2026-11-30' })
  expect(late?.uitleg).not.toContain('U hoort uiterlijk')
  expect(late?.uitleg).toContain('Wij moesten uiterlijk maandag 30 november 2026 beslissen.')
  expect(late?.uitleg).toContain('Schrijf ons dan dat wij te laat zijn.')
})

test('a receipt names the last day to decide also when the text of its status does not', () => {
  const [ontvangen, ...rest] = ZAAKTYPE.statustypen
  if (!ontvangen) throw new Error('the zaaktype has no statustypen')
  const zaaktype = { ...ZAAKTYPE, statustypen: [{ ...ontvangen, statustekst: tekst('Uitleg.') }, ...rest] }
  expect(read([ONTVANGEN], { zaaktype })[0]?.uitleg).toMatch(
    /Uitleg\. Wij beslissen uiterlijk vrijdag 22 januari 2027\.$/,
  )
})

test('a quiet step takes no promise from the bericht before it', () => {
  const statustypen = ZAAKTYPE.statustypen.map((type) => ({ ...type, informeren: type.code !== 'beoordeeld' }))
  const [receipt, quiet] = read([ONTVANGEN, ['statuswijziging', 'beoordeeld']], {
    zaaktype: { ...ZAAKTYPE, statustypen },
  })
  expect(receipt).toMatchObject({ uitleg: expect.stringContaining('22 januari'), teDoen: 'U hoeft nu niets te doen.' })
  expect(quiet).toMatchObject({ uitleg: 'Uitleg beoordeeld.', teDoen: null })
})

test('a task is asked until another status comes', () => {
  const betalen: Rij = ['statuswijziging', 'betalen']
  const asked = { teDoen: 'Betaal de leges.', moetHandelen: true }
  const nothing = { teDoen: null, moetHandelen: false }
  expect(read([ONTVANGEN, betalen])).toMatchObject([nothing, asked])
  expect(read([ONTVANGEN, betalen, ['verlenging', 'betalen']])).toMatchObject([nothing, asked, nothing])
  expect(read([ONTVANGEN, betalen, ['statuswijziging', 'beoordeeld']])[1]).toMatchObject(nothing)
})

test('things to send are listed with their last day, and no longer afterwards', () => {
  const verzoek: Rij = ['aanvullingsverzoek', 'ontvangen']
  const aanvullingen = [{ id: null, naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null }]
  const opschorting = { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-09' } as const
  expect(read([ONTVANGEN, verzoek], { opschorting, aanvullingen })).toMatchObject([
    { teDoen: null },
    {
      titel: 'Wij hebben meer informatie nodig',
      teDoen: 'Stuur ons uiterlijk woensdag 9 december 2026:',
      moetHandelen: true,
      aanvullingen,
      sturenTot: '2026-12-09',
    },
  ])
  const over = read([ONTVANGEN, verzoek], { opschorting: { ...opschorting, tot: '2026-11-30' }, aanvullingen })
  expect(over[1]?.teDoen).toBe(
    'De laatste dag om dit te sturen was maandag 30 november 2026. Wij kunnen besluiten uw aanvraag niet te behandelen. Heeft u het nog? Bel ons vandaag.',
  )
  const sent = read(
    [ONTVANGEN, verzoek, ['aanvulling_ontvangen', 'ontvangen', { uiterlijkeEinddatumAfdoening: '2027-02-05' }]],
    {
      uiterlijkeEinddatumAfdoening: '2027-02-05',
    },
  )
  expect(sent[1]).toMatchObject({ teDoen: null, moetHandelen: false, aanvullingen: [] })
  expect(sent[2]?.uitleg).toContain(
    'U hoort uiterlijk vrijdag 5 februari 2027 van ons. Eerst was dat vrijdag 22 januari 2027.',
  )
})

test('more time and a partial receipt are shown with what is still missing, by the newest bericht alone', () => {
  const asked = { id: null, naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null }
  const aanvullingen = [asked, { ...asked, naam: 'Foto', ontvangenOp: '2026-12-01' }]
  const opschorting = { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-16' } as const
  const rijen: Rij[] = [ONTVANGEN, ['aanvullingsverzoek', 'ontvangen'], ['aanvulling_verlengd', 'ontvangen']]
  const send = { teDoen: 'Stuur ons uiterlijk woensdag 16 december 2026:', aanvullingen: [asked] }
  expect(read(rijen, { opschorting, aanvullingen })).toMatchObject([{}, { teDoen: null }, send])
  const some: Rij[] = [...rijen, ['aanvulling_deel_ontvangen', 'ontvangen']]
  const part = { ...send, binnen: [{ naam: 'Foto' }] }
  expect(read(some, { opschorting, aanvullingen })).toMatchObject([{}, { teDoen: null }, { teDoen: null }, part])
})

test('things that did not come in time are still asked, in the newest bericht alone', () => {
  const asked = {
    id: null,
    naam: 'Plattegrond',
    toelichting: null,
    formulier: null,
    ontvangenOp: null,
    uiterlijk: '2026-11-03',
  }
  const rijen: Rij[] = [ONTVANGEN, ['aanvullingsverzoek', 'ontvangen'], ['aanvulling_verlopen', 'ontvangen']]
  const wanted = {
    teDoen: 'Wij kunnen besluiten uw aanvraag niet te behandelen. Heeft u het nog? Bel ons vandaag.',
    moetHandelen: true,
    aanvullingen: [asked],
    sturenTot: null,
  }
  expect(read(rijen, { aanvullingen: [asked] })).toMatchObject([{ teDoen: null }, { teDoen: null }, wanted])
  expect(read(rijen)[2]?.teDoen).toBe('U hoeft nu niets te doen.')
})

test('a thing reported as sent in time is asked no more, also after the last day', () => {
  const asked = (id: string, naam: string) => ({ id, naam, toelichting: null, formulier: null, ontvangenOp: null })
  const aanvullingen = [asked('p', 'Plattegrond'), asked('f', 'Foto')]
  const opschorting = { soort: 'aanvulling', op: '2026-11-16', tot: '2026-11-30' } as const
  const rijen: Rij[] = [ONTVANGEN, ['aanvullingsverzoek', 'ontvangen']]
  const opTijd = {
    teDoen: 'U stuurde dit op tijd. Wij gaan na of alles er is. U hoeft nu niets te doen.',
    moetHandelen: false,
    aanvullingen: [],
  }
  expect(read(rijen, { opschorting, aanvullingen, gemeld: ['p', 'f'] })[1]).toMatchObject(opTijd)
  const verlopen: Rij[] = [...rijen, ['aanvulling_verlopen', 'ontvangen']]
  expect(read(verlopen, { aanvullingen, gemeld: ['p', 'f'] })[2]).toMatchObject(opTijd)
  const left = { moetHandelen: true, aanvullingen: [aanvullingen[1]] }
  expect(read(verlopen, { aanvullingen, gemeld: ['p'] })[2]).toMatchObject(left)
  const stil = { ...opschorting, tot: '2026-12-09' }
  expect(read(rijen, { opschorting: stil, aanvullingen, gemeld: ['p'] })[1]).toMatchObject(left)
})

test('a suspension says why and until when', () => {
  const opschorting = { soort: 'opschorting', op: '2026-11-26', tot: '2026-12-24' } as const
  const [, bericht] = read([ONTVANGEN, ['opschorting', 'ontvangen', { reden: 'overmacht' }]], { opschorting })
  expect(bericht?.uitleg).toContain(
    'Reden: Overmacht. Wij verwachten dat dit duurt tot en met donderdag 24 december 2026.',
  )
})

test('a suspension that waits for the citizen is a task, which only the newest bericht asks', () => {
  const opschorting = { soort: 'opschorting', op: '2026-11-26', tot: '2026-12-24' } as const
  const grond = { code: 'traag', grond: 'vertraging_aanvrager' as const, omschrijving: tekst('De steiger') }
  const zaaktype = { ...ZAAKTYPE, opschortingsredenen: [grond] }
  const stil: Rij = ['opschorting', 'ontvangen', { reden: 'traag' }]
  const zaak = { zaaktype, opschorting }
  const asked = {
    uitleg: expect.stringContaining('Reden: De steiger.'),
    teDoen: expect.stringMatching(/^Wij wachten op u\. Daarna gaan wij verder met uw aanvraag\. .*bel ons/),
    moetHandelen: true,
    sturenTot: null,
  }
  expect(read([ONTVANGEN, stil], zaak)).toMatchObject([{ moetHandelen: false }, asked])
  const brief: Rij = ['brief_verstuurd', 'ontvangen']
  expect(read([ONTVANGEN, stil, brief], zaak)).toMatchObject([{}, asked, { teDoen: null, moetHandelen: false }])
  const over: Rij[] = [ONTVANGEN, stil, ['hervatting', 'ontvangen']]
  expect(read(over, { zaaktype })).toMatchObject([{}, { teDoen: null, moetHandelen: false }, {}])
})

test('an aanvraag that was sent on in part says so in every sentence, and a whole one in none', () => {
  const sent = (statuscode: string, geheel: boolean) => {
    const doorzending = { naar: 'het waterschap', op: '2026-11-02', geheel }
    return read([ONTVANGEN, ['doorzending', statuscode]], { doorzending })[1]
  }
  const part = sent('ontvangen', false)
  expect(part?.titel).toBe('Wij hebben een deel van uw aanvraag doorgestuurd')
  expect(part?.uitleg).toMatch(/^Een andere overheid gaat over dat deel\. .* Wij stuurden een deel van uw aanvraag op/)
  // the resultaat of the zaaktype says it
  const whole = sent('geweigerd', true)
  expect(whole?.titel).toBe('geweigerd')
  expect(whole?.uitleg).toMatch(/^Uitleg geweigerd\. .*Wij stuurden uw aanvraag op/)
})

test('an expected end that has passed is no longer promised', () => {
  const over = { soort: 'opschorting', op: '2026-11-26', tot: '2026-11-30' } as const
  const [, bericht] = read([ONTVANGEN, ['opschorting', 'ontvangen', { reden: 'overmacht' }]], { opschorting: over })
  expect(bericht?.uitleg).toContain('Reden: Overmacht.')
  expect(bericht?.uitleg).not.toContain('tot en met')
})

test('a correctie says so, and what it restored', () => {
  const [, wrong, correctie] = read([ONTVANGEN, ['statuswijziging', 'geweigerd'], ['correctie', 'ontvangen']])
  expect(wrong).toMatchObject({ titel: 'Teruggedraaid: geweigerd', uitleg: expect.stringContaining('klopte niet') })
  expect(wrong).toMatchObject({ teDoen: null, moetHandelen: false })
  expect(correctie).toMatchObject({
    titel: 'Wij maakten een fout. Uw aanvraag is weer bij: ontvangen',
    teDoen: 'U hoeft nu niets te doen.',
  })
  expect(correctie?.uitleg).toMatch(
    /^Wij hebben u eerder iets gemeld dat niet klopte\. Onze excuses\. Uitleg ontvangen\./,
  )
})

test('a decision says what can be done against it, and by when', () => {
  const dates = { datum: '2026-12-01', bekendmakingsdatum: '2026-12-01', uiterlijkeReactiedatum: '2027-01-13' }
  const besluiten = [besluitResource.parse(dates)]
  expect(read([ONTVANGEN, ['statuswijziging', 'geweigerd']], { besluiten })[1]).toMatchObject({
    teDoen: 'Maak uiterlijk woensdag 13 januari 2027 bezwaar.',
    moetHandelen: false,
  })
})

test('a status that our copy of the zaaktype lacks still has a bericht', () => {
  const [, nieuw, correctie] = read([ONTVANGEN, ['statuswijziging', 'nieuw'], ['correctie', 'ook nieuw']])
  expect(nieuw).toMatchObject({ titel: 'Teruggedraaid: Uw zaak is gewijzigd', teDoen: null })
  expect(correctie).toMatchObject({ titel: 'Wij maakten een fout.', teDoen: null, moetHandelen: false })
  expect(read([ONTVANGEN, ['statuswijziging', 'nieuw']])[1]).toMatchObject({
    titel: 'Uw zaak is gewijzigd',
    uitleg: 'Wij kunnen u nog niet laten zien wat. Kijk later nog eens, of bel ons.',
    teDoen: null,
  })
})

test('a reason that our copy of the zaaktype lacks is left out', () => {
  const opschorting = { soort: 'opschorting', op: '2026-11-26', tot: '2026-12-24' } as const
  const [, bericht] = read([ONTVANGEN, ['opschorting', 'ontvangen', { reden: 'nieuw' }]], { opschorting })
  expect(bericht?.uitleg).toBe(
    'De termijn voor ons besluit staat stil. Zolang telt de tijd niet mee. Wij verwachten dat dit duurt tot en met donderdag 24 december 2026.',
  )
})
