import { expect, test } from 'vitest'
import { besluitResource, opschortingsredenResource } from '#lib/contract/zaak-resource.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { antwoordOf, type Beantwoord, zinText } from './antwoorden.ts'
import type { VoortgangStatus, VoortgangZaak } from './past-stappen.ts'
import { tekst, testZaaktype } from './test-zaaktype.ts'
import { voortgang } from './voortgang.ts'

const GRONDEN = { overmacht: 'overmacht', uitstel: 'instemming', traag: 'vertraging_aanvrager' }
const HANDELING: Record<string, string> = { keuren: 'Ga naar de arts. Neem uw pas mee.' }

const ZAAKTYPE = testZaaktype(['ontvangen', 'keuren', 'beoordeeld'], {
  teDoen: HANDELING,
  bezwaar: 'https://gemeente.example/bezwaar',
  opschortingsredenen: Object.entries(GRONDEN).map(([code, grond]) =>
    opschortingsredenResource.parse({ code, grond, omschrijving: tekst(`Door ${code}`) }),
  ),
})

type Rij = [soort: VoortgangStatus['soort'], statuscode?: string, rest?: Partial<VoortgangStatus>]

/** On 1 December 2026; the term ends on 22 January 2027. */
function read(rijen: Rij[], zaak: Partial<VoortgangZaak & Beantwoord> = {}, today = '2026-12-01') {
  const history = [['registratie', 'ontvangen'] as Rij, ...rijen].map(
    ([soort, statuscode = 'ontvangen', rest], index) => ({
      versie: index + 1,
      soort,
      statuscode,
      tijdstip: new Date(`2026-11-${10 + index}T09:00:00Z`),
      toelichting: null,
      reden: null,
      uiterlijkeEinddatum: '2027-01-22',
      ...rest,
    }),
  )
  const nothing = { opschorting: null, aanvullingen: [], besluiten: [], vanRechtswege: null, doorzending: null }
  const dates = { uiterlijkeEinddatum: '2027-01-22', einddatumGepland: '2027-01-08', einddatum: null }
  const statuscode = history.at(-1)?.statuscode as string
  const whole = { zaaktype: ZAAKTYPE, statuscode, statussen: history, ...nothing, ...dates, ...zaak }
  const stand = voortgang(whole)
  const answered = antwoordOf(stand, whole, { taal: 'nl', now: new Date(`${today}T12:00:00Z`) })
  const { kop, zinnen, gevolgen, feiten, datum, kan, ...rest } = answered
  const text = [...zinnen, ...gevolgen, ...feiten].map((zin) => zinText(zin, 'nl')).join(' ')
  return { ...rest, kop: zinText(kop, 'nl'), text, datum, kan: kan && zinText(kan, 'nl'), stand }
}

const FOTO = { id: null, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null }
const ASKED = {
  opschorting: { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' } as const,
  aanvullingen: [FOTO, { ...FOTO, naam: 'Plattegrond' }, { ...FOTO, naam: 'Brief', ontvangenOp: '2026-11-28' }],
}
const STIL = { opschorting: { soort: 'opschorting', op: '2026-11-25', tot: '2026-12-24' } as const }
const BESLUIT = besluitResource.parse({
  datum: '2026-11-20',
  bekendmakingsdatum: '2026-11-20',
  uiterlijkeReactiedatum: '2027-01-04',
})
const LATE = '2027-01-23'
const ingebrekestelling = { op: '2027-01-25', beslisUiterlijk: '2027-02-08', dwangsom: null }

test('what is asked is on top with how much of it and its last day, and what follows when it does not come', () => {
  const { text, ...asked } = read([['aanvullingsverzoek']], ASKED)
  expect(asked).toMatchObject({
    rij: 'aanvullen',
    toon: 'teDoen',
    kop: 'Stuur ons uiterlijk woensdag 9 december 2026 nog 2 dingen.',
    datum: { soort: 'aanvullenVoor', date: '2026-12-09' },
    gevraagd: ASKED.aanvullingen,
  })
  expect(text).toBe(
    'Krijgen wij niet alles op tijd? Dan kunnen wij besluiten uw aanvraag niet te behandelen. De beslistermijn van uw aanvraag staat stil vanaf donderdag 26 november 2026. De termijn loopt weer als wij alles hebben, of na de laatste dag.',
  )
})

test('what was said to be sent is no longer asked, and with the last of it the desk looks whether all is there', () => {
  const aanvullingen = ASKED.aanvullingen.map((one, index) => ({ ...one, id: String(index) }))
  const said = (gemeld: string[], today?: string) =>
    read([['aanvullingsverzoek']], { ...ASKED, aanvullingen, gemeld }, today)
  expect(said(['0'])).toMatchObject({
    rij: 'aanvullen',
    kop: 'Stuur ons uiterlijk woensdag 9 december 2026 nog 1 ding.',
  })
  expect(said(['0', '1'])).toMatchObject({
    rij: 'aanvullingGemeld',
    toon: 'loopt',
    kop: 'Wij ontvingen uw melding.',
    text: 'Nu gaan wij na of alles er is. Missen wij nog iets? Dan vragen wij het u. U hoeft nu niets te doen.',
    datum: { soort: 'staatStil', date: '2026-11-26' },
  })
  expect(said(['0', '1'], '2026-12-10')).toMatchObject({ rij: 'aanvullingVoorbij' })
})

test('after its last day is said what is missing, what we may decide and what can be done today, for as long as that is so', () => {
  const before = read([['aanvullingsverzoek']], ASKED, '2026-12-10')
  expect(before).toMatchObject({
    rij: 'aanvullingVoorbij',
    toon: 'teDoen',
    kop: 'De laatste dag is voorbij. Wij missen nog 2 dingen.',
    text: 'De laatste dag om dit te sturen was woensdag 9 december 2026. Wij misten: Wij kunnen besluiten uw aanvraag niet te behandelen. Heeft u het nog? Bel ons vandaag.',
    datum: { soort: 'aanvullenWas', date: '2026-12-09' },
    gevraagd: ASKED.aanvullingen.slice(0, 2),
  })
  const verlopen: Rij[] = [['aanvullingsverzoek'], ['aanvulling_verlopen']]
  const { stand, ...said } = read(verlopen, { aanvullingen: [FOTO] })
  expect(said).toMatchObject({
    toon: 'teDoen',
    kop: 'De laatste dag is voorbij. Wij missen nog 1 ding.',
    gevraagd: [FOTO],
    datum: { soort: 'beslist' },
  })
  expect(stand.moetHandelen).toBe(true)
  // found on 12 November: Awb 4:5 lid 4
  const stillPossible = read(verlopen, { aanvullingen: [FOTO] }, '2026-12-10').text
  expect(stillPossible).toContain('niet te behandelen')
  const over = read(verlopen, { aanvullingen: [FOTO] }, '2026-12-11').text
  expect(over).toBe('Wij misten: Heeft u het nog? Bel ons vandaag.')
})

test('once the zaak went on, what is missing is no longer the news', () => {
  const on = read([['aanvullingsverzoek'], ['aanvulling_verlopen'], ['statuswijziging', 'beoordeeld']], {
    aanvullingen: [FOTO],
  })
  expect(on).toMatchObject({ rij: 'status', toon: 'loopt', kop: 'Antwoord beoordeeld.', gevraagd: [FOTO] })
  expect(on.text).toMatch(/Wij missen nog stukken\. Stuur ze alsnog of bel ons\.$/)
  expect(on.stand.moetHandelen).toBe(false)
})

test('what the status asks is on top, its first sentence, and while the term stands still too', () => {
  const asked = read([['statuswijziging', 'keuren']])
  expect(asked).toMatchObject({ rij: 'taak', toon: 'teDoen', kop: 'Ga naar de arts.' })
  expect(asked.text).toBe(
    'Neem uw pas mee. Antwoord keuren. Uitleg keuren. U hoort uiterlijk vrijdag 22 januari 2027 van ons.',
  )
  const stil = read(
    [
      ['statuswijziging', 'keuren'],
      ['opschorting', 'keuren', { reden: 'overmacht' }],
    ],
    STIL,
  )
  expect(stil).toMatchObject({ rij: 'taak', datum: { soort: 'staatStil', date: '2026-11-26' } })
  expect(stil.text).toContain('De termijn staat stil vanaf donderdag 26 november 2026. De reden: Door overmacht.')
})

test('while the term stands still it is said why, and that nothing need be done unless it waits for the citizen', () => {
  const stil = read([['opschorting', 'ontvangen', { reden: 'overmacht' }]], STIL)
  expect(stil).toMatchObject({ rij: 'opgeschort', toon: 'staatStil', kop: 'Wij wachten even met ons besluit.' })
  expect(stil.text).toContain('U hoeft nu niets te doen.')
  const traag = read([['opschorting', 'ontvangen', { reden: 'traag' }]], STIL).text
  expect(traag).toContain('De reden: Door traag. Weet u niet wat u moet doen? Bel ons.')
  expect(traag).not.toContain('niets te doen')
  const uitstel: Rij[] = [['opschorting', 'ontvangen', { reden: 'uitstel' }]]
  expect(read(uitstel, STIL, '2026-12-25')).toMatchObject({
    rij: 'uitstelVoorbij',
    kop: 'Wij gaan verder met uw aanvraag.',
    datum: null,
  })
})

const HOORT = 'U hoort uiterlijk vrijdag 5 februari 2027 van ons.'
const LATER = { uiterlijkeEinddatum: '2027-02-05' }

test.each<[VoortgangStatus['soort'], string, string]>([
  ['verlenging', `Wij hebben meer tijd nodig. ${HOORT}`, 'Eerst was dat vrijdag 22 januari 2027.'],
  ['hervatting', `Wij gaan verder. ${HOORT}`, 'De beslistermijn loopt weer. Eerst was dat vrijdag 22 januari 2027.'],
  ['aanvulling_ontvangen', `Wij hebben uw informatie. ${HOORT}`, 'Bedankt. De beslistermijn loopt weer.'],
  ['aanvulling_gemeld', 'Wij ontvingen uw melding. Nu gaan wij na of alles er is.', 'Missen wij nog iets?'],
  ['herberekening', `Onze datums zijn veranderd. ${HOORT}`, 'Eerst was dat vrijdag 22 januari 2027.'],
  ['herstel', 'Wij hebben een fout hersteld.', 'Onze excuses.'],
  ['intrekking_afgewezen', 'Uw aanvraag is niet ingetrokken.', 'Wij behandelen uw aanvraag gewoon verder.'],
])('after %s the newest is on top', (soort, kop, text) => {
  const happened = read([[soort, 'ontvangen', LATER]], LATER)
  expect(happened).toMatchObject({ rij: 'gebeurd', toon: 'loopt', kop })
  expect(happened.text).toContain(text)
  expect(happened.text).toContain('U hoeft nu niets te doen.')
  // a letter, or a name that was corrected, is no answer
  expect(
    read(
      [
        [soort, 'ontvangen', LATER],
        ['brief_verstuurd', 'ontvangen', LATER],
      ],
      LATER,
    ).kop,
  ).toBe(kop)
  expect(
    read([
      [soort, 'ontvangen', LATER],
      ['statuswijziging', 'beoordeeld'],
    ]).kop,
  ).toBe('Antwoord beoordeeld.')
})

test('what the status means is left out when what was sent may be less than that', () => {
  expect(read([['aanvulling_gemeld']]).text).not.toContain('Uitleg ontvangen')
  expect(read([['verlenging', 'ontvangen', LATER]], LATER).text).toContain('Antwoord ontvangen. Uitleg ontvangen.')
})

test('a mistake says what the zaak is at again', () => {
  const { kop, text } = read([
    ['statuswijziging', 'beoordeeld'],
    ['correctie', 'ontvangen'],
  ])
  expect(kop).toBe('Wij maakten een fout. Uw aanvraag is weer bij: ontvangen.')
  expect(text).toContain('Onze excuses.')
})

test('a zaak that was reopened says so, and which decision still holds', () => {
  const heropend = read(
    [
      ['statuswijziging', 'verleend'],
      ['heropening', 'beoordeeld'],
    ],
    { besluiten: [BESLUIT] },
  )
  expect(heropend.kop).toBe('Wij behandelen uw zaak opnieuw.')
  expect(heropend.text).toContain('Ons besluit van vrijdag 20 november 2026 geldt.')
  expect(heropend.kan).toContain('bezwaar maken tot en met maandag 4 januari 2027')
  const after = read(
    [
      ['statuswijziging', 'verleend'],
      ['heropening', 'beoordeeld'],
    ],
    { besluiten: [BESLUIT] },
    LATE,
  )
  expect(after).toMatchObject({ rij: 'gebeurd', datum: null, kan: null })
})

test('decided is not made known: until the day of the bekendmaking it is late, and is announced as such', () => {
  const ahead = { besluiten: [{ ...BESLUIT, datum: '2027-01-20', bekendmakingsdatum: '2027-01-25' }] }
  expect(read([['verlenging']], ahead, '2027-01-22')).toMatchObject({ datum: { soort: 'beslist' } })
  const late = read([['verlenging']], ahead, '2027-01-24')
  expect(late).toMatchObject({ rij: 'teLaat', datum: { soort: 'hadBeslist', date: '2027-01-22' } })
  expect(late.text).toContain('Onze excuses.')
  const known = read([['verlenging']], ahead, '2027-01-25')
  expect(known).toMatchObject({ rij: 'gebeurd', datum: null })
  expect(known.text).not.toContain('Onze excuses.')
  const announced = { ...ahead, einddatumGepland: '2027-02-12' }
  expect(read([['vertraging_gemeld']], announced, '2027-01-24').rij).toBe('vertraagd')
  expect(read([['vertraging_gemeld']], announced, '2027-01-25').rij).not.toBe('vertraagd')
})

test('a decision that is late says so first, with what the citizen can do, or gets', () => {
  const late = read([['verlenging']], {}, LATE)
  expect(late).toMatchObject({ rij: 'teLaat', toon: 'loopt', kop: 'Wij zijn te laat met ons besluit.' })
  expect(late.text).toContain('Wij moesten uiterlijk vrijdag 22 januari 2027 beslissen.')
  expect(late.kan).toContain('Schrijf ons dan dat wij te laat zijn.')
  expect(late.datum).toEqual({ soort: 'hadBeslist', date: '2027-01-22' })
  const written = read([['ingebrekestelling']], { ingebrekestelling }, '2027-02-09')
  expect(written).toMatchObject({ rij: 'teLaat', kan: expect.stringContaining('Wij laten u weten hoeveel.') })
  expect(written.text).not.toContain('per dag')
  const amounts = { ingebrekestelling: { ...ingebrekestelling, perDag: [23, 35, 45] } }
  expect(read([['ingebrekestelling']], amounts, '2027-01-26').text).toMatch(
    /De vergoeding is €\s23 per dag in de eerste 2 weken, €\s35 in de 2 weken daarna en €\s45 in de laatste 2 weken\./,
  )
  const announced = read([['vertraging_gemeld']], { einddatumGepland: '2027-02-12' }, LATE)
  expect(announced.kop).toBe('Ons besluit komt later. Wij verwachten uiterlijk vrijdag 12 februari 2027 te beslissen.')
  expect(announced.text).toContain('Onze excuses.')
  expect(read([['vertraging_gemeld']], { einddatumGepland: '2027-02-12' }, '2027-02-13').rij).toBe('teLaat')
  expect(read([['statuswijziging', 'keuren']], {}, LATE)).toMatchObject({
    rij: 'taak',
    text: expect.stringContaining('Onze excuses.'),
  })
})

test('who asked to withdraw reads that we look at it', () => {
  expect(read([], { wilIntrekken: true })).toMatchObject({
    kop: 'U vroeg ons om uw aanvraag in te trekken.',
    text: 'Wij bekijken uw verzoek. Tot u van ons hoort, loopt uw aanvraag gewoon door. U hoeft nu niets te doen.',
  })
})

test('what was given by law asks nothing any more', () => {
  const vanRechtswege = {
    besluittype: 'verleend',
    datum: '2027-01-23',
    ingangsdatum: '2027-01-25',
    bekendmakenUiterlijk: '2027-02-08',
  }
  const given = read(
    [
      ['statuswijziging', 'keuren'],
      ['van_rechtswege_verleend', 'keuren'],
    ],
    { vanRechtswege },
    LATE,
  )
  expect(given).toMatchObject({
    rij: 'vanRechtswege',
    toon: 'loopt',
    kop: 'Uw aanvraag is volgens de wet goedgekeurd.',
    datum: { soort: 'geldtVanaf', date: '2027-01-25' },
  })
  expect(given.stand.moetHandelen).toBe(false)
  expect(given.text).toContain('Wij hebben niet op tijd beslist. Volgens de wet is uw aanvraag daarom goedgekeurd')
})

test('a zaak that has ended says how, and until when one can object', () => {
  const ended = { einddatum: '2026-11-20', besluiten: [BESLUIT] }
  expect(read([['statuswijziging', 'verleend']], ended)).toMatchObject({
    rij: 'afgerond',
    toon: 'afgerond',
    kop: 'Antwoord verleend.',
    kan: 'Bent u het niet eens met het besluit? Dan kunt u bezwaar maken tot en met maandag 4 januari 2027.',
    bezwaarpagina: ZAAKTYPE.bezwaar,
    datum: { soort: 'afgerondOp', date: '2026-11-20' },
  })
  const after = read([['statuswijziging', 'verleend']], ended, '2027-01-05')
  expect(after).toMatchObject({
    kan: null,
    bezwaarpagina: null,
    text: expect.stringContaining('Die termijn is voorbij.'),
  })
})

test('every kind of change either speaks in both languages, or leaves it to what spoke before', () => {
  const silent = Object.entries(wijzigingen).filter(([, { antwoord }]) => antwoord === null)
  expect(silent.map(([soort]) => soort)).toEqual([
    // their status speaks
    'registratie',
    'statuswijziging',
    'correctie',
    // no answer to where it stands
    'gegevenswijziging',
    // what holds as long as they do has rows of its own
    'opschorting',
    'aanvullingsverzoek',
    'aanvulling_verlopen',
    'aanvulling_verlengd',
    'aanvulling_deel_ontvangen',
    'vertraging_gemeld',
    'ingebrekestelling',
    'brief_verstuurd',
    'vraag_beantwoord',
    'van_rechtswege_verleend',
    // they stand among the documents
    'document_toegevoegd',
    'document_ingetrokken',
    'verwijdering',
  ])
})
