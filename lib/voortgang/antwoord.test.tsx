import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { Antwoord, type Melden } from './antwoord.tsx'
import type { Reactie } from './besluiten.ts'
import { testZaaktype } from './test-zaaktype.ts'
import type { Voortgang } from './voortgang.ts'

const tekst = (nl: string) => ({ nl, en: `${nl} (en)` })

const LOOPT: Voortgang = {
  zaaktype: testZaaktype(['ontvangen']),
  antwoord: tekst('Wij behandelen uw aanvraag.'),
  statustekst: { nl: 'U hoort uiterlijk {fataleDatum} van ons.', en: 'You will hear from us by {fataleDatum}.' },
  teDoen: null,
  geldt: [],
  isBesloten: false,
  nogBekend: null,
  geldigheid: null,
  vanRechtswege: null,
  verleningVervallen: null,
  doorzending: null,
  reacties: [],
  bezwaarpagina: null,
  stilstand: null,
  inleveren: tekst('Breng het naar de balie.'),
  ontbreekt: [],
  verlopenOp: null,
  gebeurd: null,
  moetHandelen: false,
  afgerond: false,
  onbekend: false,
  stappen: [],
}
const OPGESCHORT: Voortgang = {
  ...LOOPT,
  antwoord: tekst('De beslistermijn staat stil.'),
  stilstand: {
    soort: 'opschorting',
    op: '2026-11-25',
    vanaf: '2026-11-26',
    tot: '2026-12-24',
    staatStil: true,
    eindigtVanzelf: false,
    wachtOpAanvrager: false,
    reden: tekst('Overmacht'),
    aanvullingen: [],
  },
}
const AANVULLEN: Voortgang = {
  ...LOOPT,
  moetHandelen: true,
  stilstand: {
    soort: 'aanvulling',
    op: '2026-11-25',
    vanaf: '2026-11-26',
    tot: '2026-12-09',
    staatStil: true,
    eindigtVanzelf: true,
    wachtOpAanvrager: false,
    reden: undefined,
    aanvullingen: [
      {
        id: null,
        naam: 'Plattegrond',
        toelichting: 'Met de maten.',
        formulier: 'https://gemeente.example/plattegrond',
        ontvangenOp: null,
      },
      { id: null, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null },
    ],
  },
}
const GEWEIGERD: Voortgang = {
  ...LOOPT,
  afgerond: true,
  statustekst: tekst('In het besluit staat waarom.'),
  teDoen: {
    nl: 'Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.',
    en: 'Do you disagree? You can object until {bezwaardatum}.',
  },
}
const BEZWAAR: Reactie = {
  soort: 'bezwaar',
  tegen: 'besluit',
  besluitId: null,
  bekendmakingsdatum: '2026-12-02',
  uiterlijk: '2027-01-13',
}

function render(
  voortgang: Voortgang,
  {
    taal = 'nl',
    today = '2026-11-27',
    uiterlijkeEinddatumAfdoening = '2027-01-22',
    ingebrekestelling = null,
    einddatumGepland,
    reacties = [],
    melden,
  }: {
    taal?: Taal
    today?: string
    uiterlijkeEinddatumAfdoening?: string
    ingebrekestelling?: ZaakResource['ingebrekestelling']
    einddatumGepland?: string
    reacties?: Reactie[]
    melden?: Melden
  } = {},
) {
  const now = new Date(`${today}T12:00:00Z`)
  const html = renderToStaticMarkup(
    <Antwoord
      voortgang={{ ...voortgang, reacties }}
      uiterlijkeEinddatumAfdoening={uiterlijkeEinddatumAfdoening}
      ingebrekestelling={ingebrekestelling}
      einddatumGepland={einddatumGepland}
      melden={melden}
      ingebrekePad="/ingebreke"
      taal={taal}
      now={now}
    />,
  )
  return { html, text: html.replaceAll(/<[^<>]{1,500}>/g, '') }
}

test('when the zaak waits for the citizen, the answer says what to do, then how, and whom to tell', () => {
  const naam = 'Zet het hek opzij.'
  const wat = { id: null, naam, toelichting: null, formulier: null, ontvangenOp: null }
  const stilstand = { ...(OPGESCHORT.stilstand as NonNullable<Voortgang['stilstand']>), aanvullingen: [wat] }
  const { text } = render({ ...LOOPT, stilstand: { ...stilstand, wachtOpAanvrager: true } })
  expect(text).toMatch(/^Wij wachten op u\. .*Zet het hek opzij\.Moet u iets inleveren\? Dat kan zo.*bel ons/)
})

test('while the term runs its last day is promised in bold, until that day has passed', () => {
  expect(render(LOOPT).html).toContain('U hoort uiterlijk <strong>vrijdag 22 januari 2027</strong> van ons.')
  const late = render(LOOPT, { today: '2027-01-23' }).text
  expect(late).not.toContain('U hoort')
  expect(late).toContain('Wij moesten uiterlijk vrijdag 22 januari 2027 beslissen.')
})

test('after heropenen, while a besluit holds, nothing says that the decision is late', () => {
  const heropend = { ...LOOPT, isBesloten: true, geldt: [tekst('Ons besluit van 12 november 2026 geldt.')] }
  const { text } = render(heropend, { today: '2027-01-23' })
  expect(text).not.toContain('Wij moesten')
  expect(text).toContain('Ons besluit van 12 november 2026 geldt.')
})

test('the last day is the legal one: a decision after it is late, also in a weekend', () => {
  const uiterlijkeEinddatumAfdoening = '2027-01-23'
  expect(render(LOOPT, { uiterlijkeEinddatumAfdoening, today: '2027-01-23' }).text).not.toContain('Wij moesten')
  expect(render(LOOPT, { uiterlijkeEinddatumAfdoening, today: '2027-01-24' }).text).toContain('Wij moesten uiterlijk')
})

test('an agreed delay has a last day, after which the term runs again, also before the zaaksysteem says so', () => {
  const { stilstand } = OPGESCHORT
  const uitstel = { ...OPGESCHORT, stilstand: stilstand && { ...stilstand, eindigtVanzelf: true } }
  expect(render(uitstel).text).toContain('U stemde in met uitstel tot en met donderdag 24 december 2026. Daarna loopt')
  const after = render(uitstel, { today: '2026-12-25' }).text
  expect(after).toContain('U stemde in met uitstel tot en met donderdag 24 december 2026. De beslistermijn loopt weer.')
  expect(after).not.toContain('staat stil vanaf')
})

test('an expected day beyond the term is shown until it has passed', () => {
  const later = { einddatumGepland: '2027-02-12' }
  expect(render(LOOPT, { today: '2027-01-20', ...later }).text).toContain(
    'Wij verwachten uiterlijk vrijdag 12 februari 2027',
  )
  expect(render(LOOPT, { today: '2027-02-12', ...later }).text).toContain('Wij verwachten uiterlijk')
  expect(render(LOOPT, { today: '2027-02-13', ...later }).text).not.toContain('Wij verwachten uiterlijk')
  expect(render(LOOPT, { einddatumGepland: '2027-01-10' }).text).not.toContain('Wij verwachten uiterlijk')
})

const VAN_RECHTSWEGE: Voortgang = {
  ...LOOPT,
  isBesloten: true,
  geldt: [tekst('Volgens de wet is uw aanvraag goedgekeurd.')],
  vanRechtswege: { ingangsdatum: '2027-01-25', bekendmakenUiterlijk: '2027-02-05' },
}

test('a besluit by law is never late; when its bekendmaking is, the citizen reads what can be done', () => {
  const inTime = render(VAN_RECHTSWEGE, { today: '2027-02-05' }).text
  expect(inTime).not.toContain('Naar een brief')
  expect(inTime).toContain('Wij sturen u dit uiterlijk vrijdag 5 februari 2027.')
  expect(inTime).not.toContain('Onze excuses')
  const late = render(VAN_RECHTSWEGE, { today: '2027-02-06' }).text
  expect(late).toContain('Wij moesten u dit uiterlijk vrijdag 5 februari 2027 sturen.')
  expect(late).toMatch(/Schrijf ons dan dat wij te laat zijn\..*Naar een brief die u kunt gebruiken/)
  expect(late).not.toContain('beslissen')
  const ingebrekestelling = { op: '2027-02-08', beslisUiterlijk: '2027-02-22', dwangsom: null }
  const told = render(VAN_RECHTSWEGE, { today: '2027-02-08', ingebrekestelling }).text
  expect(told).toContain('Sturen wij u dit niet uiterlijk maandag 22 februari 2027?')
  expect(told).not.toContain('Naar een brief')
  expect(render(VAN_RECHTSWEGE, { today: '2027-02-06', taal: 'en' }).text).toContain('a notice of default')
})

test('the dwangsom for a late besluit is shown with the last day to object, or with the reason that there is none', () => {
  const dwangsom = { bekendmakingsdatum: '2027-03-01', bedrag: 1442, grond: null, uiterlijkeReactiedatum: '2027-04-12' }
  const ingebrekestelling = { op: '2027-01-25', beslisUiterlijk: '2027-02-08', dwangsom }
  const closed = { ...LOOPT, afgerond: true }
  const told = render(closed, { today: '2027-04-12', ingebrekestelling }).text
  expect(told).toMatch(/Daarom krijgt u €\s1\.442 van ons\./)
  expect(told).toContain('bezwaar maken tot en met maandag 12 april 2027')
  expect(render(closed, { today: '2027-04-13', ingebrekestelling }).text).not.toContain('bezwaar')
  const none = { ...ingebrekestelling, dwangsom: { ...dwangsom, bedrag: 0, grond: 'onredelijk_laat' as const } }
  expect(render(closed, { today: '2027-03-01', ingebrekestelling: none }).text).toContain('U krijgt geen vergoeding')
  expect(render(LOOPT, { today: '2027-03-01', ingebrekestelling }).text).not.toContain('Wij laten u weten hoeveel.')
})

test('after an ingebrekestelling the citizen reads until when no dwangsom runs, and then that it runs', () => {
  const ingebrekestelling = { op: '2027-01-25', beslisUiterlijk: '2027-02-08', dwangsom: null }
  const before = render(LOOPT, { today: '2027-01-25' }).text
  expect(before).toContain('Wilt u niet langer wachten? Schrijf ons dan dat wij te laat zijn.')
  const waiting = render(LOOPT, { today: '2027-02-08', ingebrekestelling }).text
  expect(waiting).toContain('Beslissen wij niet uiterlijk maandag 8 februari 2027?')
  expect(waiting).not.toContain('Wilt u niet langer wachten?')
  expect(render(LOOPT, { today: '2027-02-09', ingebrekestelling }).text).toContain('Wij laten u weten hoeveel.')
  expect(render(LOOPT, { today: '2027-02-09', ingebrekestelling, taal: 'en' }).text).toContain('your notice of default')
})

test('a term that had passed before something was asked does not stand still, and is late', () => {
  const { stilstand } = AANVULLEN
  const late = { ...AANVULLEN, stilstand: stilstand && { ...stilstand, staatStil: false } }
  const { text } = render(late, { uiterlijkeEinddatumAfdoening: '2026-11-20' })
  expect(text).toContain('Stuur ons uiterlijk woensdag 9 december 2026 nog 2 dingen.')
  expect(text).toContain('Wij moesten uiterlijk vrijdag 20 november 2026 beslissen.')
  expect(text).not.toContain('staat stil vanaf')
})

test('while the term stands still the answer says since when, why and what ends it, and promises nothing', () => {
  const { text, html } = render(OPGESCHORT, { today: '2026-11-27' })
  expect(text).toContain(
    'De termijn staat stil vanaf donderdag 26 november 2026. De reden: Overmacht.' +
      'Wij verwachten dat dit duurt tot en met donderdag 24 december 2026. Daarna loopt de termijn weer. Dan hoort u wanneer wij uiterlijk beslissen. U hoeft nu niets te doen.',
  )
  expect(text).not.toContain('22 januari')
  expect(html).not.toContain('zb-antwoord--te-doen')

  const longer = render(OPGESCHORT, { today: '2027-02-01' }).text
  expect(longer).not.toContain('Wij verwachten')
  expect(longer).not.toContain('Wij moesten')
})

test('what the citizen must send is listed, with its last day and the form of the municipality', () => {
  const { html, text } = render(AANVULLEN)
  expect(html).toContain('zb-antwoord--te-doen')
  expect(text).toContain(
    'Stuur ons uiterlijk woensdag 9 december 2026 nog 2 dingen.PlattegrondMet de maten.Naar het formulier',
  )
  expect(html.match(/<a [^<>]{1,200}>/g)).toEqual([
    '<a class="utrecht-button utrecht-button--primary-action" href="https://gemeente.example/plattegrond">',
  ])
  // a thing without a form is named, with the place to bring it
  expect(text).toContain('Zo levert u dit inFotoBreng het naar de balie.Zet uw zaaknummer erbij.')
  expect(text).toContain('De beslistermijn van uw aanvraag staat stil vanaf donderdag 26 november 2026.')
  expect(text).not.toContain('22 januari')
  expect(text).not.toContain('niets te doen')
})

test('each thing has one visible control; the other ways are folded away, after the upload', () => {
  const melden = {
    isGemeld: () => false,
    perAanvulling: () => null,
    sturen: <button type="submit">Stuur</button>,
    terug: null,
    anders: [
      <button key="gestuurd" type="submit">
        Gestuurd
      </button>,
    ],
  }
  const { html, text } = render(AANVULLEN, { melden })
  const [inSight = '', folded = ''] = html.split('<details class="zb-vouw zb-anders">')
  const controls = (part: string) => part.match(/<(a|button) /g)?.length
  expect(controls(inSight)).toBe(2)
  expect(controls(folded)).toBe(1)
  expect(folded).toContain('<summary>Of lever het zo in</summary>')
  expect(folded).toContain('Breng het naar de balie.')
  expect(text.indexOf('Of lever het zo in')).toBeGreaterThan(text.indexOf('Stuur'))
  expect(render(AANVULLEN).html).not.toContain('<details')
})

test('the consequences of sending nothing stay visible, and the explanation of the stilstand is folded', () => {
  const melden = { isGemeld: () => false, perAanvulling: () => null, sturen: null, terug: null, anders: ['anders'] }
  const { html } = render(AANVULLEN, { melden })
  const folded = [...html.matchAll(/<details [^<>]*>.*?<\/details>/g)].join()
  expect(folded).toContain('De beslistermijn van uw aanvraag staat stil vanaf')
  expect(folded).not.toContain('Krijgen wij niet alles op tijd?')
})

test('in English, text that staff typed is marked as Dutch', () => {
  const { html, text } = render(AANVULLEN, { taal: 'en' })
  expect(text).toContain('Please send us 2 more things by Wednesday 9 December 2026.')
  expect(html).toContain('<strong lang="nl">Plattegrond</strong>')
  expect(html).toContain('for <span lang="nl">Plattegrond</span>')
})

test('after the last day the citizen is asked to call, and is not told that the term stands still', () => {
  const { html, text } = render(AANVULLEN, { today: '2026-12-10' })
  expect(text).toContain('De laatste dag om dit te sturen was woensdag 9 december 2026.')
  expect(text).not.toContain('staat stil')
  expect(html).toContain('zb-antwoord--te-doen')
})

test('bezwaar is possible until the last day of the besluit, and without a besluit it is not mentioned', () => {
  const { html } = render(GEWEIGERD, { reacties: [BEZWAAR] })
  expect(html).toContain('Maak dan uiterlijk <strong>woensdag 13 januari 2027</strong> bezwaar.')
  const without = render(GEWEIGERD)
  expect(without.text).toBe('Wij behandelen uw aanvraag.In het besluit staat waarom.')
  expect(without.html).not.toMatch(/<p[^<>]{0,100}><\/p>/)
})

const VERLEEND: Voortgang = {
  ...GEWEIGERD,
  bezwaarpagina: 'https://gemeente.example/bezwaar',
  teDoen: tekst('Bewaar de vergunning.'),
}

test('the last day to object is shown, and how, also when the texts of the besluit leave it out', () => {
  const { html, text } = render(VERLEEND, { reacties: [BEZWAAR], today: '2027-01-13' })
  expect(text).toContain('Dan kunt u bezwaar maken tot en met woensdag 13 januari 2027.')
  expect(html).toContain('href="https://gemeente.example/bezwaar">Zo maakt u bezwaar</a>')
  const told = render({ ...VERLEEND, teDoen: GEWEIGERD.teDoen }, { reacties: [BEZWAAR] }).text
  expect(told.match(/woensdag 13 januari 2027/g)).toHaveLength(1)
  expect(told).toContain('Zo maakt u bezwaar')
})

test.each([GEWEIGERD, VERLEEND])(
  'after the last day the term to object is shown as over, without a link to the form',
  (voortgang) => {
    const { html, text } = render(voortgang, { reacties: [BEZWAAR], today: '2027-01-14' })
    expect(text).toContain(
      'U kon bezwaar maken tegen het besluit tot en met woensdag 13 januari 2027. Die termijn is voorbij.',
    )
    expect(text).not.toContain('Maak dan')
    expect(html).not.toContain('<a ')
    expect(render(voortgang, { reacties: [BEZWAAR], today: '2027-01-14', taal: 'en' }).text).toContain(
      'That period is over.',
    )
  },
)

test('while a closed zaak is open again, its besluit holds and its reacties are still shown', () => {
  const geldt = [tekst('Ons besluit van 1 december geldt.')]
  const { text } = render({ ...LOOPT, geldt, bezwaarpagina: VERLEEND.bezwaarpagina }, { reacties: [BEZWAAR] })
  expect(text).toContain('Ons besluit van 1 december geldt.')
  expect(text).toContain('Dan kunt u bezwaar maken tot en met woensdag 13 januari 2027.')
})

test('after an uitgebreide procedure the answer names beroep at the rechtbank, and no bezwaar', () => {
  const { html, text } = render(VERLEEND, { reacties: [{ ...BEZWAAR, soort: 'beroep' }] })
  expect(text).toContain('Dan kunt u in beroep gaan bij de rechtbank tot en met woensdag 13 januari 2027.')
  expect(html).not.toMatch(/bezwaar/i)
  const refused = render({ ...GEWEIGERD }, { reacties: [{ ...BEZWAAR, soort: 'beroep' }] })
  expect(refused.text).not.toMatch(/bezwaar/i)
  const late = render(VERLEEND, { reacties: [{ ...BEZWAAR, soort: 'beroep' }], today: '2027-01-14' })
  expect(late.text).toContain('U kon in beroep gaan tegen het besluit tot en met')
})

test('the answer names bezwaar against the intrekking of a besluit', () => {
  const { text } = render(LOOPT, { reacties: [{ ...BEZWAAR, tegen: 'intrekking' }] })
  expect(text).toContain('niet eens met de intrekking? Dan kunt u bezwaar maken')
})

test('things that missed their last day are still asked, as an open task', () => {
  const ontbreekt = AANVULLEN.stilstand?.aanvullingen ?? []
  const { text } = render({ ...LOOPT, ontbreekt })
  expect(text).toContain('Wij missen nog stukken. Stuur ze alsnog of bel ons.Plattegrond')
  expect(text).not.toContain('U hoeft nu niets te doen.')
  expect(render({ ...LOOPT, ontbreekt, verlopenOp: '2026-12-09' }).text).toContain('Wij misten:Plattegrond')
  expect(render(LOOPT).text).toContain('U hoeft nu niets te doen.')
})
