import { expect, test } from 'vitest'
import { antwoordOf } from './antwoorden/antwoorden.ts'
import type { VoortgangStatus } from './past-stappen.ts'
import { teksten, testZaaktype } from './test-zaaktype.ts'
import { voortgang } from './voortgang.ts'

const CODES = ['ontvangen', 'compleet', 'beoordeeld', 'afgehandeld'] as const

const ZAAKTYPE = testZaaktype(CODES, {
  resultaattypen: [
    { code: 'verleend', statuscode: 'vergunning_verleend', ...teksten('verleend', 'Lees de voorwaarden.') },
    { code: 'geweigerd', statuscode: 'vergunning_geweigerd', ...teksten('geweigerd') },
  ],
})

const TODAY = '2026-12-01'
const NOTHING = { opschorting: null, aanvullingen: [], besluiten: [], vanRechtswege: null, doorzending: null }
const RUNNING = { zaaktype: ZAAKTYPE, ...NOTHING }

function statussen(...codes: string[]): VoortgangStatus[] {
  return codes.map((code, index) => ({
    versie: index + 1,
    soort: code.startsWith('heropend:') ? 'heropening' : index === 0 ? 'registratie' : 'statuswijziging',
    statuscode: code.replace('heropend:', ''),
    datumStatusGezet: new Date(Date.UTC(2026, 10, index + 1)),
    statustoelichting: index === 1 ? 'Dank voor de plattegrond.' : null,
    reden: null,
    uiterlijkeEinddatumAfdoening: null,
  }))
}

/** Returns the steps as a reader sees them: `✓` done, `●` now, `○` to come; `(versie)` when it has one. */
function show(...codes: string[]) {
  const history = statussen(...codes)
  const statuscode = history.at(-1)?.statuscode as string
  const { stappen, ...answer } = voortgang({ ...RUNNING, statuscode, statussen: history }, TODAY)
  const { stap } = antwoordOf(
    { stappen, ...answer },
    { uiterlijkeEinddatumAfdoening: '2027-01-22' },
    { taal: 'nl', now: new Date(TODAY) },
  )
  const signs = { klaar: '✓', komt: '○' }
  const lines = stappen.map(
    ({ toestand, omschrijving, versie }) =>
      `${versie && versie === stap ? '●' : signs[toestand]} ${omschrijving.nl}${versie ? ` (${versie})` : ''}`,
  )
  return { lines, stappen, ...answer }
}

test('a new zaak stands at its first step, with everything else ahead', () => {
  const { lines, antwoord, afgerond, teDoen } = show('ontvangen')
  expect(lines).toEqual(['● ontvangen (1)', '○ compleet', '○ beoordeeld', '○ afgehandeld'])
  expect(antwoord.en).toBe('Antwoord ontvangen. (en)')
  expect(afgerond).toBe(false)
  expect(teDoen).toBeNull()
})

test('a step keeps its moment and note', () => {
  const { stappen } = show('ontvangen', 'compleet', 'beoordeeld')
  expect(stappen[1]).toMatchObject({
    toestand: 'klaar',
    datumStatusGezet: new Date('2026-11-02T00:00:00Z'),
    statustoelichting: 'Dank voor de plattegrond.',
  })
})

test('a skipped status is left out', () => {
  const { lines } = show('ontvangen', 'beoordeeld')
  expect(lines).toEqual(['✓ ontvangen (1)', '● beoordeeld (2)', '○ afgehandeld'])
})

test.each([
  ['vergunning_verleend', 'verleend', 'Lees de voorwaarden.'],
  ['vergunning_geweigerd', 'geweigerd', undefined],
])('a zaak closed as %s has the texts of its resultaat and no steps ahead', (statuscode, naam, teDoen) => {
  const voortgang = show('ontvangen', 'compleet', 'beoordeeld', statuscode)
  expect(voortgang.lines).toEqual(['✓ ontvangen (1)', '✓ compleet (2)', '✓ beoordeeld (3)', `✓ ${naam} (4)`])
  expect(voortgang.antwoord.nl).toBe(`Antwoord ${naam}.`)
  expect(voortgang.statustekst.nl).toMatch(`Uitleg ${naam}.`)
  expect(voortgang.teDoen?.nl).toBe(teDoen)
  expect(voortgang.afgerond).toBe(true)
})

test('a reopened zaak says so, keeps its past, and has its coming steps again', () => {
  const { lines, stappen, antwoord, afgerond } = show(
    'ontvangen',
    'compleet',
    'vergunning_geweigerd',
    'heropend:compleet',
  )
  expect(lines).toEqual([
    '✓ ontvangen (1)',
    '✓ compleet (2)',
    '✓ geweigerd (3)',
    '● Zaak heropend (4)',
    '○ beoordeeld',
    '○ afgehandeld',
  ])
  expect(stappen[3]?.soort).toBe('heropening')
  expect(antwoord.nl).toBe('Antwoord compleet.')
  expect(afgerond).toBe(false)
})

test('after heropenen the zaak goes on from there', () => {
  const { lines } = show('ontvangen', 'vergunning_geweigerd', 'heropend:ontvangen', 'beoordeeld')
  expect(lines.slice(2)).toEqual(['✓ Zaak heropend (3)', '● beoordeeld (4)', '○ afgehandeld'])
})

test('a zaak that begins at a later statustype skipped nothing', () => {
  expect(show('compleet').lines).toEqual(['● compleet (1)', '○ beoordeeld', '○ afgehandeld'])
})

test('a statuscode that our copy of the zaaktype lacks shows a change, and promises and asks nothing', () => {
  const { lines, ...answer } = show('ontvangen', 'compleet', 'heroverwogen')
  expect(lines).toEqual(['✓ ontvangen (1)', '✓ compleet (2)', '● Uw zaak is gewijzigd (3)'])
  expect(answer).toMatchObject({ onbekend: true, afgerond: false, moetHandelen: false, teDoen: null })
  expect(answer.antwoord).toEqual({
    nl: 'Er is iets veranderd in uw zaak.',
    en: 'Something has changed in your case.',
  })
  expect(show('ontvangen').onbekend).toBe(false)
})

test('once a known status follows, only the step before it stays unknown', () => {
  const { lines, antwoord, onbekend } = show('ontvangen', 'heroverwogen', 'beoordeeld')
  expect(lines).toEqual(['✓ ontvangen (1)', '✓ Uw zaak is gewijzigd (2)', '● beoordeeld (3)', '○ afgehandeld'])
  expect([antwoord.nl, onbekend]).toEqual(['Antwoord beoordeeld.', false])
})

test('a zaak with an unknown status and no history is still shown', () => {
  const empty = { ...ZAAKTYPE, statustypen: [], resultaattypen: [], opschortingsredenen: [] }
  const statuscode = 'heroverwogen'
  expect(voortgang({ ...RUNNING, zaaktype: empty, statuscode, statussen: [] }, TODAY)).toMatchObject({ stappen: [] })
  expect(
    voortgang({ ...RUNNING, zaaktype: empty, statuscode, statussen: statussen(statuscode) }, TODAY).stappen,
  ).toHaveLength(1)
})

test('no date is promised while the status is unknown', () => {
  const [ontvangen, heroverwogen] = statussen('ontvangen', 'heroverwogen')
  if (!ontvangen || !heroverwogen) throw new Error('a status is missing')
  const verlenging = {
    ...ontvangen,
    versie: 2,
    soort: 'verlenging',
    uiterlijkeEinddatumAfdoening: '2027-02-05',
  } as const
  const geldt = (...history: VoortgangStatus[]) => {
    const statuscode = history.at(-1)?.statuscode as string
    return voortgang({ ...RUNNING, statuscode, statussen: history }, TODAY).stappen.find(({ termijn }) => termijn)
      ?.termijn?.geldt
  }
  expect(geldt(ontvangen, verlenging)).toBe(true)
  expect(geldt(ontvangen, verlenging, { ...heroverwogen, versie: 3 })).toBe(false)
})

test('things to send are asked also while the status is unknown', () => {
  const opschorting = { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' } as const
  const history = statussen('ontvangen', 'heroverwogen')
  const stand = voortgang({ ...RUNNING, opschorting, statuscode: 'heroverwogen', statussen: history }, TODAY)
  expect(stand).toMatchObject({ onbekend: true, moetHandelen: true, stilstand: { tot: '2026-12-09' } })
})

test('an aanvraag that was sent on says to whom, and whether all of it was', () => {
  const history = statussen('ontvangen')
  const told = (geheel: boolean) => {
    const doorzending = { naar: 'het waterschap', op: '2026-11-25', geheel }
    return voortgang({ ...RUNNING, doorzending, statuscode: 'ontvangen', statussen: history }, TODAY).doorzending
  }
  expect(told(true)?.nl).toContain('Wij stuurden uw aanvraag op woensdag 25 november 2026 door naar het waterschap.')
  expect(told(false)?.en).toContain('a part of your application to het waterschap on Wednesday')
})

test('a grant by law holds, from its ingangsdatum', () => {
  const vanRechtswege = {
    besluittype: 'verleend',
    datum: '2027-01-23',
    ingangsdatum: '2027-01-25',
    bekendmakenUiterlijk: '2027-02-08',
  }
  const stand = voortgang(
    { ...RUNNING, vanRechtswege, statuscode: 'ontvangen', statussen: statussen('ontvangen') },
    TODAY,
  )
  expect(stand.geldt.map(({ nl }) => nl)).toEqual([
    'Wij hebben niet op tijd beslist. Volgens de wet is uw aanvraag daarom goedgekeurd op zaterdag 23 januari 2027. Dat geldt vanaf maandag 25 januari 2027.',
  ])
})
