import { expect, test } from 'vitest'
import { besluitResource, opschortingsredenResource } from '#lib/contract/zaak-resource.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { VoortgangStatus, VoortgangZaak } from '../past-stappen.ts'
import { tekst, testZaaktype } from '../test-zaaktype.ts'
import { voortgang } from '../voortgang.ts'
import { antwoordOf, zinText } from './antwoorden.ts'
import type { Beantwoord } from './kennis.ts'

const GRONDEN = {
  overmacht: 'overmacht',
  uitstel: 'instemming',
  traag: 'vertraging_aanvrager',
  derden: 'zienswijze_derden',
}
const HANDELING: Record<string, string> = { keuren: 'Ga naar de arts. Neem uw pas mee.' }

const ZAAKTYPE = testZaaktype(['ontvangen', 'keuren', 'beoordeeld'], {
  teDoen: HANDELING,
  bezwaar: 'https://gemeente.example/bezwaar',
  opschortingsredenen: Object.entries(GRONDEN).map(([code, grond]) =>
    opschortingsredenResource.parse({ code, grond, omschrijving: tekst(`Door ${code}`) }),
  ),
})

type Rij = [soort: VoortgangStatus['soort'], statuscode?: string, rest?: Partial<VoortgangStatus>]

/** Reads the answer on 1 December 2026, of a zaak whose term ends on 22 January 2027. */
function read(rijen: Rij[], zaak: Partial<VoortgangZaak & Beantwoord> = {}, today = '2026-12-01') {
  const history = [['registratie', 'ontvangen'] as Rij, ...rijen].map(
    ([soort, statuscode = 'ontvangen', rest], index) => ({
      versie: index + 1,
      soort,
      statuscode,
      datumStatusGezet: new Date(`2026-11-${10 + index}T09:00:00Z`),
      statustoelichting: null,
      reden: null,
      uiterlijkeEinddatumAfdoening: '2027-01-22',
      ...rest,
    }),
  )
  const nothing = { opschorting: null, aanvullingen: [], besluiten: [], vanRechtswege: null, doorzending: null }
  const dates = { uiterlijkeEinddatumAfdoening: '2027-01-22', einddatumGepland: '2027-01-08', einddatum: null }
  const statuscode = history.at(-1)?.statuscode as string
  const whole = { zaaktype: ZAAKTYPE, statuscode, statussen: history, ...nothing, ...dates, ...zaak }
  const stand = voortgang(whole, today)
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

test('the things asked come first, with their number and last day, and then what follows when they do not come', () => {
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

test('a thing reported as sent is no longer asked, and after the last one the desk checks whether all is there', () => {
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
})

test('a thing reported as sent in time is never late: not on the day after, nor once the expiry is recorded', () => {
  const aanvullingen = ASKED.aanvullingen.map((one, index) => ({ ...one, id: String(index) }))
  const opTijd = {
    rij: 'aanvullingGemeld',
    toon: 'loopt',
    kop: 'U stuurde dit op tijd.',
    text: 'Wij gaan na of alles er is. U hoeft nu niets te doen.',
  }
  const both = { gemeld: ['0', '1'] }
  const dayAfter = read([['aanvullingsverzoek']], { ...ASKED, aanvullingen, ...both }, '2026-12-10')
  expect(dayAfter).toMatchObject({ ...opTijd, datum: null })
  const verlopen: Rij[] = [['aanvullingsverzoek'], ['aanvulling_verlopen']]
  const found = read(verlopen, { aanvullingen: aanvullingen.slice(0, 2), ...both }, '2026-12-10')
  expect(found).toMatchObject({ ...opTijd, gevraagd: [], datum: { soort: 'beslist' } })
  const on = read([...verlopen, ['statuswijziging', 'beoordeeld']], { aanvullingen: aanvullingen.slice(0, 2), ...both })
  expect(on).toMatchObject({ rij: 'status', gevraagd: [], text: expect.stringContaining('U hoeft nu niets te doen.') })

  // one of two was sent, so only the other is missing
  const one = read([['aanvullingsverzoek']], { ...ASKED, aanvullingen, gemeld: ['0'] }, '2026-12-10')
  expect(one).toMatchObject({
    rij: 'aanvullingVoorbij',
    kop: 'De laatste dag is voorbij. Wij missen nog 1 ding.',
    gevraagd: [aanvullingen[1]],
    text: expect.stringContaining('De rest stuurde u op tijd. Wij gaan na of alles er is.'),
  })
})

test('after its last day the answer says what is missing, what we may decide and what can be done today', () => {
  const before = read([['aanvullingsverzoek']], ASKED, '2026-12-10')
  expect(before).toMatchObject({
    rij: 'aanvullingVoorbij',
    toon: 'teDoen',
    kop: 'De laatste dag is voorbij. Wij missen nog 2 dingen.',
    text: 'De laatste dag om dit te sturen was woensdag 9 december 2026. Wij kunnen besluiten uw aanvraag niet te behandelen. Heeft u het nog? Bel ons vandaag.',
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
  // recorded on 12 November: the last day was the day before (Awb 4:5 lid 4)
  const stillPossible = read(verlopen, { aanvullingen: [FOTO] }, '2026-12-09').text
  expect(stillPossible).toContain('niet te behandelen')
  const over = read(verlopen, { aanvullingen: [FOTO] }, '2026-12-10').text
  expect(over).toBe('De laatste dag om dit te sturen was woensdag 11 november 2026. Heeft u het nog? Bel ons vandaag.')
  const told = read(verlopen, { aanvullingen: [{ ...FOTO, uiterlijk: '2026-11-09' }] }, '2026-12-08').text
  expect(told).toBe('De laatste dag om dit te sturen was maandag 9 november 2026. Heeft u het nog? Bel ons vandaag.')
})

test('once the zaak went on, the missing things no longer speak first', () => {
  const on = read([['aanvullingsverzoek'], ['aanvulling_verlopen'], ['statuswijziging', 'beoordeeld']], {
    aanvullingen: [FOTO],
  })
  expect(on).toMatchObject({ rij: 'status', toon: 'loopt', kop: 'Antwoord beoordeeld.', gevraagd: [FOTO] })
  expect(on.text).toMatch(/Wij missen nog stukken\. Stuur ze alsnog of bel ons\.$/)
  expect(on.stand.moetHandelen).toBe(false)
})

test('the first sentence of the task comes first, also while the term stands still', () => {
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

test('while the term stands still the answer says why, and that nothing need be done', () => {
  const stil = read([['opschorting', 'ontvangen', { reden: 'overmacht' }]], STIL)
  expect(stil).toMatchObject({ rij: 'opgeschort', toon: 'staatStil', kop: 'Wij wachten even met ons besluit.' })
  expect(stil.text).toContain('U hoeft nu niets te doen.')
  const uitstel: Rij[] = [['opschorting', 'ontvangen', { reden: 'uitstel' }]]
  expect(read(uitstel, STIL, '2026-12-25')).toMatchObject({
    rij: 'uitstelVoorbij',
    kop: 'Wij gaan verder met uw aanvraag.',
    datum: null,
  })
})

test('a zaak that waits for the citizen is a task: what to do, how, and whom to tell', () => {
  const traag: Rij = ['opschorting', 'ontvangen', { reden: 'traag', statustoelichting: 'Haal de steiger weg.' }]
  const { text, stand, ...asked } = read([traag], STIL)
  expect(asked).toMatchObject({
    rij: 'wachtOpAanvrager',
    toon: 'teDoen',
    kop: 'Wij wachten op u. Daarna gaan wij verder met uw aanvraag.',
    gevraagd: [{ naam: 'Haal de steiger weg.', formulier: null, ontvangenOp: null }],
    datum: { soort: 'staatStil', date: '2026-11-26' },
  })
  expect(text).toBe(
    'De reden: Door traag. Heeft u het gedaan? Laat het ons weten: bel ons, of kies bij uw zaak voor ‘Stel een vraag’. Weet u niet wat u moet doen? Bel ons. De termijn staat stil vanaf donderdag 26 november 2026. Wij verwachten dat dit duurt tot en met donderdag 24 december 2026. Daarna loopt de termijn weer. Dan hoort u wanneer wij uiterlijk beslissen.',
  )
  expect(stand.moetHandelen).toBe(true)
  // the day on which the desk hoped to have it ends nothing
  expect(read([traag], STIL, '2026-12-25')).toMatchObject({ rij: 'wachtOpAanvrager', toon: 'teDoen' })
  // without a toelichting the reason says it
  expect(read([['opschorting', 'ontvangen', { reden: 'traag' }]], STIL).gevraagd).toMatchObject([
    { naam: 'Door traag' },
  ])
  expect(read([traag], { ...STIL, wilIntrekken: true }).rij).toBe('wachtOpAanvrager')
})

const HOORT = 'U hoort uiterlijk vrijdag 5 februari 2027 van ons.'
const LATER = { uiterlijkeEinddatumAfdoening: '2027-02-05' }

test.each<[VoortgangStatus['soort'], string, string]>([
  ['verlenging', `Wij hebben meer tijd nodig. ${HOORT}`, 'Eerst was dat vrijdag 22 januari 2027.'],
  ['hervatting', `Wij gaan verder. ${HOORT}`, 'De beslistermijn loopt weer. Eerst was dat vrijdag 22 januari 2027.'],
  ['aanvulling_ontvangen', `Wij hebben uw informatie. ${HOORT}`, 'Bedankt. De beslistermijn loopt weer.'],
  ['aanvulling_gemeld', 'Wij ontvingen uw melding. Nu gaan wij na of alles er is.', 'Missen wij nog iets?'],
  ['herberekening', `Onze datums zijn veranderd. ${HOORT}`, 'Eerst was dat vrijdag 22 januari 2027.'],
  ['herstel', 'Wij hebben een fout hersteld.', 'Onze excuses.'],
  ['intrekking_afgewezen', 'Uw aanvraag is niet ingetrokken.', 'Wij behandelen uw aanvraag gewoon verder.'],
])('after %s the newest change speaks first', (soort, kop, text) => {
  const happened = read([[soort, 'ontvangen', LATER]], LATER)
  expect(happened).toMatchObject({ rij: 'gebeurd', toon: 'loopt', kop })
  expect(happened.text).toContain(text)
  expect(happened.text).toContain('U hoeft nu niets te doen.')
  // a letter or a corrected name is no answer
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

test('a corrected startdatum speaks first, instead of the change that moved the term before it', () => {
  const extended: Rij = ['verlenging', 'ontvangen', LATER]
  const moved: Rij = ['gegevenswijziging', 'ontvangen', { uiterlijkeEinddatumAfdoening: '2027-01-29' }]
  const { text, stand, ...corrected } = read([extended, moved], { uiterlijkeEinddatumAfdoening: '2027-01-29' })
  expect(corrected).toMatchObject({
    rij: 'gebeurd',
    kop: 'De ontvangstdatum van uw aanvraag is verbeterd. U hoort uiterlijk vrijdag 29 januari 2027 van ons.',
  })
  expect(text).toMatch(/^De dag waarop wij .* Eerst was dat vrijdag 5 februari 2027\. Antwoord ontvangen\./)
  expect(stand.stappen.at(2)?.omschrijving.nl).toBe('De ontvangstdatum van uw aanvraag is verbeterd')
  // a corrected name moves nothing, and the earlier sentence stays
  const name: Rij = ['gegevenswijziging', 'ontvangen', LATER]
  expect(read([extended, name], LATER)).toMatchObject({ kop: `Wij hebben meer tijd nodig. ${HOORT}` })
})

test('the meaning of the status is left out when less was sent than the status says', () => {
  expect(read([['aanvulling_gemeld']]).text).not.toContain('Uitleg ontvangen')
  expect(read([['verlenging', 'ontvangen', LATER]], LATER).text).toContain('Antwoord ontvangen. Uitleg ontvangen.')
})

test('a correctie says where the zaak stands again', () => {
  const { kop, text } = read([
    ['statuswijziging', 'beoordeeld'],
    ['correctie', 'ontvangen'],
  ])
  expect(kop).toBe('Wij maakten een fout. Uw aanvraag is weer bij: ontvangen.')
  expect(text).toContain('Onze excuses.')
})

test('a reopened zaak says so, and which decision still holds', () => {
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

test('a decision is not known before its bekendmaking: until then it is late, and announced as such', () => {
  const ahead = { besluiten: [{ ...BESLUIT, datum: '2027-01-20', bekendmakingsdatum: '2027-01-25' }] }
  expect(read([['verlenging']], ahead, '2027-01-22')).toMatchObject({
    datum: { soort: 'besluitKomt', date: '2027-01-25' },
  })
  const late = read([['verlenging']], ahead, '2027-01-24')
  expect(late).toMatchObject({ rij: 'teLaat', datum: { soort: 'hadBeslist', date: '2027-01-22' } })
  expect(late.text).toContain('Onze excuses.')
  const known = read([['verlenging']], ahead, '2027-01-25')
  expect(known).toMatchObject({ rij: 'gebeurd', datum: null })
  expect(known.text).not.toContain('Onze excuses.')
  const announced = { ...ahead, einddatumGepland: '2027-02-12' }
  expect(read([['vertraging_gemeld']], announced, '2027-01-24').rij).toBe('teLaat')
  expect(read([['vertraging_gemeld']], announced, '2027-01-25').rij).not.toBe('vertraagd')
})

test('a late decision says so first, with the next step of the citizen or the compensation', () => {
  const late = read([['verlenging']], {}, LATE)
  expect(late).toMatchObject({ rij: 'teLaat', toon: 'loopt', kop: 'Wij zijn te laat met ons besluit.' })
  expect(late.text).toContain('Wij moesten uiterlijk vrijdag 22 januari 2027 beslissen.')
  expect(late.kan).toContain('Schrijf ons dan dat wij te laat zijn.')
  expect(late).toMatchObject({ magInGebreke: true, datum: { soort: 'hadBeslist', date: '2027-01-22' } })
  const written = read([['ingebrekestelling']], { ingebrekestelling }, '2027-02-09')
  expect(written).toMatchObject({ rij: 'teLaat', kan: expect.stringContaining('Wij laten u weten hoeveel.') })
  expect(written.magInGebreke).toBe(false)
  expect(read([['verlenging']], {}, '2027-01-22').magInGebreke).toBe(false)
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

test('after a late decision a compensation is announced, with the last day to pay, until it is paid', () => {
  const verleend: Rij[] = [['statuswijziging', 'verleend']]
  // the besluit came eight days after the ingebrekestelling's two weeks
  const ended = {
    einddatum: '2026-12-10',
    besluiten: [{ ...BESLUIT, datum: '2026-12-10', bekendmakingsdatum: '2026-12-10' }],
  }
  const came = { op: '2026-11-17', beslisUiterlijk: '2026-12-01', dwangsom: null }
  const owed = { ...came, vaststellenUiterlijk: '2026-12-23', betalenUiterlijk: '2027-02-03' }
  const on = (today: string, of: Beantwoord['ingebrekestelling']) =>
    read(verleend, { ...ended, ingebrekestelling: of ?? null }, today).text
  expect(on('2026-12-23', owed)).toContain(
    'Ons besluit kwam te laat. Daarom krijgt u meestal een vergoeding. Wij laten u uiterlijk woensdag 23 december 2026 weten hoeveel. Wij betalen die uiterlijk woensdag 3 februari 2027.',
  )
  expect(on('2026-12-24', owed)).toContain(
    'Wij moesten u dat uiterlijk woensdag 23 december 2026 laten weten. Bel ons.',
  )
  // in time, or from a zaaksysteem that does not send the date
  expect(on('2026-12-23', { ...came, vaststellenUiterlijk: null })).not.toContain('vergoeding')
  expect(on('2026-12-23', came)).not.toContain('vergoeding')
  const dwangsom = { bekendmakingsdatum: '2026-12-14', bedrag: 184, grond: null, uiterlijkeReactiedatum: '2027-01-25' }
  const set = { ...owed, dwangsom, betalenUiterlijk: '2027-01-25' }
  expect(on('2027-01-25', set)).toMatch(
    /Daarom krijgt u €\s184 van ons\. Wij betalen dat uiterlijk maandag 25 januari 2027\./,
  )
  expect(on('2027-01-26', set)).toContain(
    'Wij moesten dat uiterlijk maandag 25 januari 2027 betalen. Kreeg u niets? Bel ons.',
  )
  const nothing = {
    ...set,
    dwangsom: { ...dwangsom, bedrag: 0, grond: 'kennelijk_ongegrond' as const },
    betalenUiterlijk: null,
  }
  expect(on('2027-01-25', nothing)).not.toContain('betalen')
})

test('a permit says in its first lines from which day until which day it holds', () => {
  const verleend: Rij[] = [['statuswijziging', 'verleend']]
  const first = (dates: object) => {
    const besluiten = [{ ...BESLUIT, ...dates }]
    return read(verleend, { einddatum: '2026-11-20', besluiten }).text.split(' Uitleg')[0]
  }
  const ingangsdatum = '2026-11-20'
  expect(first({ ingangsdatum, vervaldatum: '2027-11-20', vervalreden: 'tijdelijk' })).toBe(
    'Ons besluit geldt van vrijdag 20 november 2026 tot en met vrijdag 19 november 2027.',
  )
  expect(first({ ingangsdatum: '2026-12-21' })).toBe('Ons besluit geldt vanaf maandag 21 december 2026.')
  // it holds for good, from its bekendmaking
  expect(first({ ingangsdatum })).toMatch(/^Uitleg/)
  expect(first({ ingangsdatum: null })).toMatch(/^Uitleg/)
})

test('a draft on display shows the last day and the way to respond, and nothing once that has passed', () => {
  const ontwerp = { terinzagedatum: '2026-11-11', zienswijzenUiterlijk: '2026-12-22', zienswijzen: null }
  const responds =
    'U kunt reageren op ons ontwerpbesluit tot en met dinsdag 22 december 2026. Schrijf ons een brief, of bel ons.'
  const shown = read([['statuswijziging', 'beoordeeld']], { ontwerp }, '2026-12-22')
  expect(shown).toMatchObject({ rij: 'status', toon: 'loopt', kan: responds, kanTot: '2026-12-22' })
  expect(shown.text).toContain(responds)
  const over = read([['statuswijziging', 'beoordeeld']], { ontwerp }, '2026-12-23')
  expect(over).toMatchObject({ kan: null, kanTot: null })
  expect(over.text).not.toContain('reageren')
  const ended = read([['statuswijziging', 'verleend']], { ontwerp, einddatum: '2026-11-20', besluiten: [BESLUIT] })
  expect(ended).toMatchObject({ kanTot: '2027-01-04' })
  expect(ended.text).not.toContain('reageren')
})

test('where a law excludes a dwangsom, the waiting citizen reads of the court instead of a compensation', () => {
  const zaak = { zaaktype: { ...ZAAKTYPE, geenDwangsom: 'Woo 8.2' } }
  const late = read([['verlenging']], zaak, LATE)
  expect(late.kan).toBe(
    'Wilt u niet langer wachten? Schrijf ons dan dat wij te laat zijn. Bij uw zaak vindt u een brief die u kunt gebruiken. Beslissen wij daarna niet binnen 2 weken, dan kunt u in beroep bij de rechtbank.',
  )
  const written = { ...zaak, ingebrekestelling: { ...ingebrekestelling, perDag: [0, 0, 0] } }
  for (const today of ['2027-01-26', '2027-02-09']) {
    const { text, kan } = read([['ingebrekestelling']], written, today)
    expect(kan).toContain('kunt u in beroep bij de rechtbank.')
    expect(`${text} ${kan}`).not.toContain('vergoeding')
  }
})

test('while others may give their zienswijze, their last day is shown, also when it has passed (Woo 4.4 lid 3)', () => {
  const rijen: Rij[] = [['opschorting', 'ontvangen', { reden: 'derden' }]]
  expect(read(rijen, STIL).text).toContain(
    'Anderen kunnen reageren tot en met donderdag 24 december 2026. Daarna loopt de termijn vanzelf weer.',
  )
  expect(read(rijen, STIL, '2026-12-25').text).toContain(
    'Anderen konden reageren tot en met donderdag 24 december 2026. De beslistermijn loopt weer.',
  )
})

test('once the term to respond to the draft is over, nothing says that everybody can respond', () => {
  const row = { uiterlijkeEinddatumAfdoening: '2027-01-13' }
  const read13 = read(
    [
      ['statuswijziging', 'beoordeeld'],
      ['zienswijzen_vastgelegd', 'beoordeeld', row],
    ],
    row,
  )
  expect(read13).toMatchObject({
    rij: 'gebeurd',
    kop: 'Reageren op ons ontwerpbesluit kan niet meer. U hoort uiterlijk woensdag 13 januari 2027 van ons.',
    text: 'De termijn om te reageren op ons ontwerpbesluit is voorbij. Wij nemen nu een besluit. Eerst was dat vrijdag 22 januari 2027. U hoeft nu niets te doen.',
  })
})

test('a citizen who asked to withdraw reads that we look at it', () => {
  expect(read([], { wilIntrekken: true })).toMatchObject({
    kop: 'U vroeg ons om uw aanvraag in te trekken.',
    text: 'Wij bekijken uw verzoek. Tot u van ons hoort, loopt uw aanvraag gewoon door. U hoeft nu niets te doen.',
  })
})

test('a grant by law ends every task', () => {
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
  expect(given.magInGebreke).toBe(false)
  const notKnown = read([['van_rechtswege_verleend']], { vanRechtswege }, '2027-02-09')
  expect(notKnown.magInGebreke).toBe(true)
  expect(given.text).toContain('Wij hebben niet op tijd beslist. Volgens de wet is uw aanvraag daarom goedgekeurd')
})

test('a grant by law that lapses is reported beside what holds now, and its step is taken back', () => {
  const given: Rij = ['van_rechtswege_verleend']
  const consent = read([given, ['opschorting']], STIL)
  expect(consent.text).toContain('Dat klopt niet: de termijn voor ons besluit was nog niet voorbij. Onze excuses.')
  expect(consent.stand.stappen.map(({ soort }) => soort).slice(0, 3)).toEqual([
    'registratie',
    'teruggenomen',
    'opschorting',
  ])
  const refused = read([given, ['statuswijziging', 'verleend']], { besluiten: [BESLUIT], einddatum: '2026-11-20' })
  expect(refused.text).toContain('Dat klopt niet: wij hadden op tijd beslist.')
  // the event has arrived, and the zaak is not fetched yet
  expect(read([given]).text).not.toContain('klopt niet')
  const vanRechtswege = { besluittype: 'verleend', datum: '2027-02-01', ingangsdatum: '2027-02-03' }
  const again = read([given, ['opschorting'], given], {
    vanRechtswege: { ...vanRechtswege, bekendmakenUiterlijk: '2027-02-15' },
  })
  expect(again.stand.stappen.map(({ soort }) => soort).slice(1, 4)).toEqual([
    'teruggenomen',
    'opschorting',
    'van_rechtswege_verleend',
  ])
  expect(again.text).not.toContain('klopt niet')
})

test('a zaak that has ended says how, and the last day to object', () => {
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

test('a besluit is not shown before its bekendmaking, and holds neither before it begins nor after its end', () => {
  const ahead = { ...BESLUIT, besluittype: 'verleend', bekendmakingsdatum: '2026-12-04' }
  const ended = { einddatum: '2026-11-30', besluiten: [ahead] }
  const closed: Rij[] = [['statuswijziging', 'verleend']]
  const before = read(closed, ended, '2026-12-03')
  expect(before).toMatchObject({
    rij: 'afgerond',
    kop: 'Wij hebben een besluit genomen.',
    text: 'Wij sturen u het besluit op vrijdag 4 december 2026. Dan leest u hier wat wij besloten.',
    kan: null,
    bezwaarpagina: null,
  })
  expect(before.stand.stappen.at(-1)?.omschrijving.nl).toBe('Wij hebben een besluit genomen')
  expect(read(closed, ended, '2026-12-04').kop).toBe('Antwoord verleend.')

  const tijdelijk = {
    ...BESLUIT,
    besluittype: 'verleend',
    vervaldatum: '2026-12-10',
    vervalreden: 'tijdelijk' as const,
  }
  const temporary = { einddatum: '2026-11-20', besluiten: [tijdelijk] }
  expect(read(closed, temporary, '2026-12-09').kop).toBe('Antwoord verleend.')
  expect(read(closed, temporary, '2026-12-10')).toMatchObject({
    kop: 'Ons besluit geldt niet meer.',
    text: expect.stringMatching(
      /^Ons besluit van vrijdag 20 november 2026 geldt niet meer vanaf donderdag 10 december/,
    ),
  })

  const heropend: Rij[] = [...closed, ['heropening', 'beoordeeld']]
  const geldt = (besluit: object, today: string) => read(heropend, { besluiten: [{ ...BESLUIT, ...besluit }] }, today)
  const onMade = geldt(ahead, '2026-12-03')
  expect(onMade.text).not.toMatch(/geldt|bezwaar/)
  expect(onMade.text).toContain('Wij sturen u het besluit op vrijdag 4 december 2026.')
  expect(geldt(ahead, '2026-12-04').text).toContain('Ons besluit van vrijdag 20 november 2026 geldt: verleend.')
  expect(geldt({ ingangsdatum: '2027-01-01' }, '2026-12-31').text).toContain(
    'Ons besluit van vrijdag 20 november 2026 geldt vanaf vrijdag 1 januari 2027.',
  )
  const over = geldt(tijdelijk, LATE)
  expect(over.text).not.toMatch(/geldt|Onze excuses/)
  // a besluit ends nothing before its bekendmaking
  expect(geldt({ bekendmakingsdatum: '2027-02-01' }, LATE).rij).toBe('teLaat')
  const replaced = {
    ...BESLUIT,
    id: 'a',
    vervalreden: 'vervangen' as const,
    vervaldatum: '2026-12-04',
    vervangenDoor: 'b',
  }
  const both = { besluiten: [replaced, { ...ahead, id: 'b' }] }
  expect(read(heropend, both, '2026-12-03').text).toContain('Ons besluit van vrijdag 20 november 2026 geldt.')
})

test('an announced later day, a besluit or a draft on display replaces the date before it', () => {
  const announced = { einddatumGepland: '2027-02-12' }
  expect(read([['vertraging_gemeld']], announced)).toMatchObject({
    datum: { soort: 'verwacht', date: '2027-02-12' },
    besluit: { verwacht: '2027-02-12', uiterlijk: null },
    hoortUiterlijk: null,
  })
  const task = read(
    [
      ['statuswijziging', 'keuren'],
      ['vertraging_gemeld', 'keuren'],
    ],
    announced,
  )
  expect(task.datum).toEqual({ soort: 'verwacht', date: '2027-02-12' })
  expect(task.text).not.toContain('22 januari')
  expect(read([['vertraging_gemeld']], announced, LATE).besluit).toEqual({
    verwacht: '2027-02-12',
    uiterlijk: '2027-01-22',
  })

  const decided = read([['besluit_vastgelegd']], { besluiten: [BESLUIT] })
  expect(decided).toMatchObject({ datum: null, besluit: { verwacht: null, uiterlijk: null }, hoortUiterlijk: null })
  expect(decided.text).not.toContain('22 januari')

  const ahead = { ...BESLUIT, bekendmakingsdatum: '2026-12-02' }
  const komt = read([['besluit_vastgelegd']], { ...announced, besluiten: [ahead] }, '2026-12-01')
  expect(komt).toMatchObject({
    datum: { soort: 'besluitKomt', date: '2026-12-02' },
    besluit: { verwacht: '2026-12-02', uiterlijk: null },
  })
  expect(komt.text).not.toMatch(/22 januari|12 februari/)

  const draft = (zienswijzenUiterlijk: string) => {
    const ontwerp = { terinzagedatum: '2026-11-27', zienswijzenUiterlijk, zienswijzen: null }
    return read([['statuswijziging']], { ontwerp, einddatumGepland: '2027-01-08' })
  }
  expect(read([['statuswijziging']], {}, '2027-01-22').hoortUiterlijk).toBe('2027-01-22')
  expect(read([['statuswijziging']], {}, LATE).hoortUiterlijk).toBeNull()
  expect(draft('2027-01-08').besluit).toEqual({ verwacht: null, uiterlijk: '2027-01-22' })
  expect(draft('2027-01-07').besluit).toEqual({ verwacht: '2027-01-08', uiterlijk: '2027-01-22' })
  // also on the last day of the term nobody may decide yet
  const long = draft('2027-01-22')
  expect(long).toMatchObject({ datum: null, besluit: { verwacht: null, uiterlijk: null }, hoortUiterlijk: null })
  expect(long.text.match(/22 januari/g)).toHaveLength(1)
})

test('the current step is the one of the answer, and never a letter or a document', () => {
  const nu = ({ stand, stap }: ReturnType<typeof read>) => stand.stappen.find(({ versie }) => versie === stap)?.soort
  const later: Rij[] = [
    ['verlenging', 'ontvangen', LATER],
    ['brief_verstuurd', 'ontvangen', LATER],
  ]
  expect(nu(read(later, LATER))).toBe('verlenging')
  expect(nu(read([['aanvullingsverzoek'], ...later], { ...ASKED, ...LATER }))).toBe('aanvullingsverzoek')
  expect(nu(read([['aanvullingsverzoek'], ['aanvulling_verlengd'], ...later], { ...ASKED, ...LATER }))).toBe(
    'aanvulling_verlengd',
  )
  expect(nu(read([['opschorting', 'ontvangen', { reden: 'overmacht' }], ...later], { ...STIL, ...LATER }))).toBe(
    'opschorting',
  )
  expect(
    nu(
      read([
        ['statuswijziging', 'keuren'],
        ['verlenging', 'keuren'],
      ]),
    ),
  ).toBe('statuswijziging')
})

test('every kind of change has an antwoord in both languages, or leaves the earlier one in place', () => {
  const silent = Object.entries(wijzigingen).filter(([, { antwoord }]) => antwoord === null)
  expect(silent.map(([soort]) => soort)).toEqual([
    // their status speaks
    'registratie',
    'statuswijziging',
    'correctie',
    // these do not change where the zaak stands
    'gegevenswijziging',
    // while they last, rows of their own speak
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
    // these are listed among the documents
    'document_toegevoegd',
    'document_ingetrokken',
    'verwijdering',
  ])
})
