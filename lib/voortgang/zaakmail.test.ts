import { expect, test } from 'vitest'
import { besluitResource, type ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { BerichtZaak } from './berichten.ts'
import type { VoortgangStatus } from './past-stappen.ts'
import { zaakmail } from './zaakmail.ts'

const NOW = new Date('2026-12-01T12:00:00Z')
const teksten = (nl: [string, string, string, string?], en: [string, string, string, string?]) => {
  const tekst = (index: number) => ({ nl: nl[index] ?? '', en: en[index] ?? '' })
  return { omschrijving: tekst(0), antwoord: tekst(1), statustekst: tekst(2), handeling: nl[3] ? tekst(3) : null }
}
const statustype = (code: string, volgnummer: number, ...rest: Parameters<typeof teksten>) => ({
  code,
  volgnummer,
  isEindstatus: false,
  informeren: true,
  ...teksten(...rest),
})

const ZAAKTYPE: ZaakResource['zaaktype'] = {
  identificatie: 'APV-TERRAS',
  versie: 1,
  omschrijving: { nl: 'Terrasvergunning', en: 'Terrace permit' },
  intrekken: null,
  inleveren: null,
  informatieobjecttypen: [],
  bezwaar: null,
  geenDwangsom: null,
  opschortingsredenen: [
    {
      code: 'traag',
      grond: 'vertraging_aanvrager',
      omschrijving: { nl: 'Wij wachten op uw tekening', en: 'We are waiting for your drawing' },
    },
  ],
  statustypen: [
    statustype(
      'ontvangen',
      1,
      ['Aanvraag ontvangen', 'Wij hebben uw aanvraag ontvangen.', 'U hoort uiterlijk {fataleDatum} van ons.'],
      ['Application received', 'We have received your application.', 'You will hear from us by {fataleDatum}.'],
    ),
    statustype(
      'compleet',
      2,
      ['Aanvraag compleet', 'Uw aanvraag is compleet.', 'Wij beslissen uiterlijk {fataleDatum}.'],
      ['Application complete', 'Your application is complete.', 'We decide by {fataleDatum}.'],
    ),
    statustype(
      'meten',
      3,
      ['Terras opmeten', 'Wij meten uw terras op.', 'Daarna beslissen wij.', 'Zet uw terras klaar. Wij komen langs.'],
      [
        'Measuring the terrace',
        'We measure your terrace.',
        'After that we decide.',
        'Set up your terrace. We come by.',
      ],
    ),
  ],
  resultaattypen: [
    {
      code: 'geweigerd',
      statuscode: 'geweigerd',
      ...teksten(
        ['Vergunning geweigerd', 'U krijgt de vergunning niet.', 'In ons besluit leest u waarom.'],
        ['Permit refused', 'You do not get the permit.', 'Our decision says why.'],
      ),
    },
  ],
}

type Rij = [soort: VoortgangStatus['soort'], statuscode?: string, rest?: Partial<VoortgangStatus>]
type Over = Partial<Parameters<typeof zaakmail>[1]>

/** Returns the mail as text, about all rows after the first or about `over`, separated by blank lines. */
function read(rijen: Rij[], zaak: Partial<BerichtZaak> = {}, over: Over = {}) {
  const statussen = rijen.map(([soort, statuscode = 'ontvangen', rest], index) => ({
    versie: index + 1,
    soort,
    statuscode,
    datumStatusGezet: new Date(Date.UTC(2026, 10, 24 + index, 9)),
    statustoelichting: null,
    reden: null,
    uiterlijkeEinddatumAfdoening: '2027-01-22',
    ...rest,
  }))
  const running = {
    identificatie: 'ZAAK-2026-7',
    startdatum: '2026-11-23',
    opschorting: null,
    aanvullingen: [],
    besluiten: [],
    vanRechtswege: null,
    doorzending: null,
    uiterlijkeEinddatumAfdoening: '2027-01-22',
    einddatumGepland: '2027-01-08',
    einddatum: null,
  }
  const statuscode = statussen.at(-1)?.statuscode as string
  const { onderwerp, delen } = zaakmail(
    { zaaktype: ZAAKTYPE, statuscode, statussen, ...running, ...zaak },
    {
      versies: statussen.slice(1).map(({ versie }) => versie),
      neutraal: false,
      heeftMeerZaken: false,
      taal: 'nl',
      gemeente: 'Gemeente Voorbeeld',
      now: NOW,
      ...over,
    },
  )
  return [onderwerp, ...delen.map((deel) => ('heading' in deel ? `# ${deel.heading}` : deel.text))]
}

const INTRO = 'Deze mail gaat over uw aanvraag: Terrasvergunning, met zaaknummer ZAAK-2026-7.'
const NIEUWS = 'Er is nieuws over uw aanvraag bij Gemeente Voorbeeld'
const MOET = 'U moet iets doen voor uw aanvraag bij Gemeente Voorbeeld'
const ONTVANGEN: Rij = ['registratie']

const GEVRAAGD = {
  opschorting: { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' },
  aanvullingen: ['Plattegrond van Jansen', 'Foto'].map((naam, index) => ({
    id: `0199a3f0-1b2c-7e4d-a5f6-00000000000${index}`,
    naam,
    toelichting: null,
    formulier: null,
    ontvangenOp: null,
  })),
} satisfies Partial<BerichtZaak>

const SOM = { heeftMeerZaken: true }
const BESLUIT = besluitResource.parse({
  besluittype: 'geweigerd',
  datum: '2026-11-25',
  bekendmakingsdatum: '2026-11-25',
  uiterlijkeReactiedatum: '2027-01-06',
})
const VERLENGD: Rij = [
  'verlenging',
  'compleet',
  { statustoelichting: 'Jansen', uiterlijkeEinddatumAfdoening: '2027-02-19' },
]

test('a mail names the day of its letter once', () => {
  const [soort, statuscode, rest] = VERLENGD
  const text = read([ONTVANGEN, [soort, statuscode, { ...rest, gebeurdOp: '2026-11-24' }]]).join(' ')
  expect(text).toContain('Dit was op dinsdag 24 november 2026.')
  expect(text).not.toContain('stuurden u dit')
})

test('the receipt of an aanvraag names the day of receipt and the last day to decide', () => {
  expect(read([ONTVANGEN], {}, { versies: [1] })).toEqual([
    NIEUWS,
    INTRO,
    '# Wij hebben uw aanvraag ontvangen.',
    'U hoort uiterlijk vrijdag 22 januari 2027 van ons. U hoeft nu niets te doen.',
    '# Wat is er gebeurd?',
    'Aanvraag ontvangen. Wij hebben uw aanvraag ontvangen op maandag 23 november 2026. Dit is uw bewijs van ontvangst.',
  ])
})

test('several changes: the current state first, then the changes, newest first, and no sentence twice', () => {
  const zaak = { uiterlijkeEinddatumAfdoening: '2027-02-19' }
  expect(read([ONTVANGEN, ['statuswijziging', 'compleet'], VERLENGD], zaak)).toEqual([
    NIEUWS,
    INTRO,
    '# Wij hebben meer tijd nodig. U hoort uiterlijk vrijdag 19 februari 2027 van ons.',
    'Eerst was dat vrijdag 22 januari 2027. Uw aanvraag is compleet. U hoeft nu niets te doen.',
    '# Wat is er gebeurd?',
    'Wij hebben meer tijd nodig. Dit was op donderdag 26 november 2026. Wij schreven er iets bij. Dat leest u bij uw zaak.',
    'Aanvraag compleet. Dit was op woensdag 25 november 2026.',
  ])
})

test('the subject and the first line say that something must be sent, and by when; the list stays behind the sign-in', () => {
  expect(read([ONTVANGEN, ['aanvullingsverzoek']], GEVRAAGD)).toEqual([
    MOET,
    INTRO,
    '# Stuur ons uiterlijk woensdag 9 december 2026 nog 2 dingen.',
    'Krijgen wij niet alles op tijd? Dan kunnen wij besluiten uw aanvraag niet te behandelen. De beslistermijn van uw aanvraag staat stil vanaf donderdag 26 november 2026. De termijn loopt weer als wij alles hebben, of na de laatste dag. Log in om te zien wat wij nodig hebben.',
    '# Wat is er gebeurd?',
    'Wij hebben meer informatie nodig. Dit was op woensdag 25 november 2026. Zonder deze informatie kunnen wij niet beslissen. Tot wij die hebben, staat de beslistermijn stil.',
  ])
})

test('the expiry names the last day itself, whenever it was recorded, and announces no list behind the sign-in', () => {
  const aanvullingen = GEVRAAGD.aanvullingen.map((one) => ({ ...one, uiterlijk: '2026-11-25' }))
  const verlopen: Rij = ['aanvulling_verlopen', 'ontvangen', { datumStatusGezet: new Date('2026-11-28T09:00:00Z') }]
  const mail = [
    MOET,
    INTRO,
    '# De laatste dag is voorbij. Wij missen nog 2 dingen.',
    'De laatste dag om dit te sturen was woensdag 25 november 2026. Wij kunnen besluiten uw aanvraag niet te behandelen. Heeft u het nog? Bel ons vandaag. Log in om te zien wat wij nodig hebben.',
    '# Wat is er gebeurd?',
    'De laatste dag om iets te sturen is voorbij. Dit was op woensdag 25 november 2026. De beslistermijn loopt weer. U hoort uiterlijk vrijdag 22 januari 2027 van ons.',
  ]
  const rijen: Rij[] = [ONTVANGEN, ['aanvullingsverzoek'], verlopen]
  expect(read(rijen, { aanvullingen }, { versies: [3] })).toEqual(mail)
  const untold: Rij = ['aanvulling_verlopen', 'ontvangen', { datumStatusGezet: new Date('2026-11-26T09:00:00Z') }]
  expect(
    read([ONTVANGEN, ['aanvullingsverzoek'], untold], { aanvullingen: GEVRAAGD.aanvullingen }, { versies: [3] }),
  ).toEqual(mail)
})

test('the task of a step is the subject too', () => {
  expect(read([ONTVANGEN, ['statuswijziging', 'meten']])).toEqual([
    MOET,
    INTRO,
    '# Zet uw terras klaar.',
    'Wij komen langs. Wij meten uw terras op. Daarna beslissen wij.',
    '# Wat is er gebeurd?',
    'Terras opmeten. Dit was op woensdag 25 november 2026.',
  ])
})

test('a suspension that waits for the citizen is the subject too, without the text of the behandelaar', () => {
  const opschorting = { soort: 'opschorting', op: '2026-11-25', tot: '2026-12-09' } as const
  const stil: Rij = ['opschorting', 'ontvangen', { reden: 'traag', statustoelichting: 'Jansen moet tekenen' }]
  const [onderwerp, , kop, text, ...rest] = read([ONTVANGEN, stil], { opschorting })
  expect([onderwerp, kop]).toEqual([MOET, '# Wij wachten op u. Daarna gaan wij verder met uw aanvraag.'])
  expect(text).toMatch(/^De reden: Wij wachten op uw tekening\. .* Log in om te zien wat wij nodig hebben\.$/)
  expect([text, ...rest].join()).not.toContain('Jansen')
})

test('a besluit names the last day to object, which is optional', () => {
  const zaak = { einddatum: '2026-11-25', besluiten: [BESLUIT] }
  expect(read([ONTVANGEN, ['statuswijziging', 'geweigerd']], zaak)).toEqual([
    NIEUWS,
    INTRO,
    '# U krijgt de vergunning niet.',
    'In ons besluit leest u waarom. Bent u het niet eens met het besluit? Dan kunt u bezwaar maken tot en met woensdag 6 januari 2027.',
    '# Wat is er gebeurd?',
    'Vergunning geweigerd. Dit was op woensdag 25 november 2026.',
  ])
})

test('with several zaken the subject says which one, in English too', () => {
  expect(read([ONTVANGEN, ['aanvullingsverzoek']], GEVRAAGD, { ...SOM, taal: 'en' })).toEqual([
    'You need to do something for your application at Gemeente Voorbeeld: Terrace permit',
    'This email is about your application: Terrace permit, with case number ZAAK-2026-7.',
    '# Please send us 2 more things by Wednesday 9 December 2026.',
    'Do we not get everything in time? Then we may decide not to consider your application. The time limit for deciding your application is on hold from Thursday 26 November 2026. It runs again once we have everything, or after the last day. Sign in to see what we need.',
    '# What happened?',
    'We need more information. This was on Wednesday 25 November 2026. We cannot decide without this information. Until we have it, the time limit is on hold.',
  ])
})

test('a gevoelige zaak says that there is news and whether there is a last day, and never which day', () => {
  const neutraal = { ...SOM, neutraal: true }
  const opTijd =
    'Er is een laatste dag waarop u iets kunt doen. Log daarom op tijd in om te lezen wat er is gebeurd en of u iets moet doen.'
  const besluit = { einddatum: '2026-11-25', besluiten: [BESLUIT] }
  const intro = 'Er is nieuws over uw aanvraag.'
  expect(read([ONTVANGEN, ['aanvullingsverzoek']], GEVRAAGD, neutraal)).toEqual([NIEUWS, intro, opTijd])
  expect(read([ONTVANGEN, ['statuswijziging', 'geweigerd']], besluit, neutraal)).toEqual([NIEUWS, intro, opTijd])
  const kijk = [NIEUWS, intro, 'Log in om te lezen wat er is gebeurd en of u iets moet doen.']
  expect(read([ONTVANGEN, ['statuswijziging', 'meten']], {}, neutraal)).toEqual(kijk)
  // an ingebrekestelling is possible on any day
  const late = { uiterlijkeEinddatumAfdoening: '2026-11-30', einddatumGepland: '2026-11-28' }
  expect(read([ONTVANGEN, ['brief_verstuurd']], late, neutraal)).toEqual(kijk)
  const ingebrekestelling = { op: '2026-11-30', beslisUiterlijk: '2026-12-14', dwangsom: null }
  expect(read([ONTVANGEN, ['ingebrekestelling']], { ...late, ingebrekestelling }, neutraal)).toEqual(kijk)
})

test('things that were sent in time are no task after their last day', () => {
  const { aanvullingen } = GEVRAAGD
  const verlopen: Rij[] = [ONTVANGEN, ['aanvullingsverzoek'], ['aanvulling_verlopen']]
  const gemeld = aanvullingen.map(({ id }) => id)
  const said = read(verlopen, { aanvullingen, gemeld }, { versies: [3] })
  expect(said.slice(0, 4)).toEqual([
    NIEUWS,
    INTRO,
    '# U stuurde dit op tijd.',
    'Wij gaan na of alles er is. U hoeft nu niets te doen.',
  ])
  expect(said.join(' ')).not.toMatch(/Bel ons vandaag|Wij missen|wat wij nodig hebben/)
})
