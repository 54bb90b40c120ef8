import { expect, test } from 'vitest'
import { antwoordOf } from './antwoorden/antwoorden.ts'
import type { VoortgangStatus, VoortgangZaak } from './past-stappen.ts'
import { tekst, testZaaktype } from './test-zaaktype.ts'
import { voortgang } from './voortgang.ts'

const ZAAKTYPE = testZaaktype(['ontvangen', 'compleet', 'beoordeeld', 'afgehandeld'])

type Act = Partial<Omit<VoortgangStatus, 'soort'>> & { soort?: VoortgangStatus['soort'] }

/**
 * Returns a history that begins at `ontvangen` with fatale datum 22 January. A field that an act leaves out
 * keeps its value.
 */
function zaakAfter(...acts: Act[]): Pick<VoortgangZaak, 'statuscode' | 'statussen'> {
  const statussen: VoortgangStatus[] = [row(1, { statuscode: 'ontvangen', soort: 'registratie' })]
  for (const [index, act] of acts.entries()) {
    const { statuscode, uiterlijkeEinddatumAfdoening } = statussen[index] as VoortgangStatus
    statussen.push(row(index + 2, { statuscode, uiterlijkeEinddatumAfdoening, ...act }))
  }
  return { statuscode: statussen.at(-1)?.statuscode as string, statussen }
}

function row(versie: number, act: Act): VoortgangStatus {
  const rest = {
    statuscode: 'ontvangen',
    uiterlijkeEinddatumAfdoening: '2027-01-22',
    statustoelichting: null,
    reden: null,
  }
  return { ...rest, versie, soort: 'statuswijziging', datumStatusGezet: new Date(Date.UTC(2026, 10, versie)), ...act }
}

function show(acts: Act[], zaak: Partial<Pick<VoortgangZaak, 'opschorting' | 'aanvullingen'>> = {}) {
  const stand = voortgang(
    {
      zaaktype: ZAAKTYPE,
      opschorting: null,
      aanvullingen: [],
      besluiten: [],
      vanRechtswege: null,
      doorzending: null,
      ...zaak,
      ...zaakAfter(...acts),
    },
    '2026-12-01',
  )
  const now = new Date('2026-12-01T12:00:00Z')
  const nu = antwoordOf(stand, { uiterlijkeEinddatumAfdoening: '2027-01-22' }, { taal: 'nl', now })
  const signs = { klaar: '✓', komt: '○' }
  const lines = stand.stappen.map(({ toestand, soort, omschrijving, versie }) => {
    const sign = soort === 'teruggenomen' ? '×' : versie && versie === nu.stap ? '●' : signs[toestand]
    return `${sign} ${omschrijving.nl}${versie ? ` (${versie})` : ''}`
  })
  const stap = (versie: number) => stand.stappen.find((one) => one.versie === versie)
  return { ...stand, lines, stap }
}

const OPGESCHORT = { soort: 'opschorting', op: '2026-11-25', tot: '2026-12-24' } as const
const AANVULLEN = { soort: 'aanvulling', op: '2026-11-25', tot: '2026-12-09' } as const
const PLATTEGROND = { id: null, naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null }

test('an opschorting is a step, with its reason and its expected end', () => {
  const { lines, stap, stilstand, moetHandelen } = show(
    [{ statuscode: 'compleet' }, { soort: 'opschorting', reden: 'overmacht' }],
    { opschorting: OPGESCHORT },
  )
  expect(lines).toEqual([
    '✓ ontvangen (1)',
    '✓ compleet (2)',
    '● Beslistermijn staat stil (3)',
    '○ beoordeeld',
    '○ afgehandeld',
  ])
  expect(stap(3)).toMatchObject({ reden: tekst('Overmacht'), staatStil: true })
  expect(stilstand).toMatchObject({ ...OPGESCHORT, vanaf: '2026-11-26', reden: tekst('Overmacht') })
  expect(moetHandelen).toBe(false)
})

test('a hervatting shows the old and the new date, and ends the wait of the step before it', () => {
  const { lines, stap, stilstand } = show([
    { soort: 'opschorting', reden: 'overmacht' },
    { soort: 'hervatting', uiterlijkeEinddatumAfdoening: '2027-02-05' },
  ])
  expect(lines.slice(1, 3)).toEqual(['✓ Beslistermijn staat stil (2)', '● Wij gaan verder (3)'])
  expect(stap(2)?.staatStil).toBeUndefined()
  expect(stap(3)?.termijn).toEqual({ oud: '2027-01-22', nieuw: '2027-02-05', geldt: true })
  expect(stilstand).toBeNull()
})

test('only the last of several suspensions is open, and only the newest date is a promise', () => {
  const acts: Act[] = [
    { soort: 'opschorting', reden: 'overmacht' },
    { soort: 'hervatting', uiterlijkeEinddatumAfdoening: '2027-02-05' },
    { soort: 'verlenging', uiterlijkeEinddatumAfdoening: '2027-03-05', statustoelichting: 'Het is druk.' },
  ]
  expect(show(acts).stap(3)?.termijn).toMatchObject({ geldt: false })
  expect(show(acts).stap(4)).toMatchObject({
    omschrijving: { nl: 'Wij hebben meer tijd nodig' },
    statustoelichting: 'Het is druk.',
    termijn: { oud: '2027-02-05', nieuw: '2027-03-05', geldt: true },
  })

  const again = show([...acts, { soort: 'opschorting', reden: 'weg' }], { opschorting: OPGESCHORT })
  expect(again.stap(2)?.staatStil).toBeUndefined()
  expect(again.stap(5)).toMatchObject({ staatStil: true, reden: undefined })
  expect(again.stap(4)?.termijn).toMatchObject({ geldt: false })
  expect(again.stilstand?.reden).toBeUndefined()
})

test('a step that was taken back promises nothing, and the state before it holds again', () => {
  const acts: Act[] = [
    { soort: 'verlenging', uiterlijkeEinddatumAfdoening: '2027-02-05', statustoelichting: 'Het is druk.' },
    { soort: 'herstel', uiterlijkeEinddatumAfdoening: '2027-01-22', statustoelichting: 'Dat was een andere zaak.' },
  ]
  const { lines, stap } = show(acts)
  expect(lines.slice(1, 3)).toEqual(['× Wij hebben meer tijd nodig (2)', '● Wij hebben een fout hersteld (3)'])
  expect(stap(2)).toMatchObject({ soort: 'teruggenomen', statustoelichting: 'Het is druk.' })
  expect(stap(2)?.termijn).toBeUndefined()
  expect(stap(3)).toMatchObject({ termijn: { oud: '2027-02-05', nieuw: '2027-01-22', geldt: true } })

  const still = show([{ soort: 'opschorting', reden: 'overmacht' }, { soort: 'hervatting' }, { soort: 'herstel' }], {
    opschorting: OPGESCHORT,
  })
  expect(still.stap(2)).toMatchObject({ staatStil: true })
  expect(still.stap(4)?.termijn).toMatchObject({ geldt: false })
})

test('an aanvullingsverzoek lists what is asked, by when, as a task', () => {
  const { lines, stap, moetHandelen, stilstand } = show([{ soort: 'aanvullingsverzoek' }], {
    opschorting: AANVULLEN,
    aanvullingen: [PLATTEGROND],
  })
  expect(lines[1]).toBe('● Wij hebben meer informatie nodig (2)')
  expect(stap(2)).toMatchObject({ staatStil: true })
  expect(moetHandelen).toBe(true)
  expect(stilstand?.aanvullingen).toEqual([PLATTEGROND])
})

test.each([
  ['aanvulling_ontvangen', 'Uw informatie is binnen'],
  ['aanvulling_gemeld', 'U liet weten dat u alles heeft gestuurd'],
  ['aanvulling_verlopen', 'De laatste dag om iets te sturen is voorbij'],
] as const)('%s shows the dates that it moved, and leaves no task', (soort, omschrijving) => {
  const { lines, stap, moetHandelen } = show([
    { soort: 'aanvullingsverzoek' },
    { soort, uiterlijkeEinddatumAfdoening: '2027-01-30' },
  ])
  expect(lines[2]).toBe(`● ${omschrijving} (3)`)
  expect(stap(2)?.staatStil).toBeUndefined()
  expect(stap(3)?.termijn).toEqual({ oud: '2027-01-22', nieuw: '2027-01-30', geldt: true })
  expect(moetHandelen).toBe(false)
})

test('a correctie keeps the wrong step visible as taken back, and everything after the status before it is ahead', () => {
  const { lines, stap, antwoord, afgerond } = show([
    { statuscode: 'verleend' },
    { soort: 'correctie', statuscode: 'ontvangen', statustoelichting: 'Dit besluit was van een ander.' },
  ])
  expect(lines).toEqual([
    '✓ ontvangen (1)',
    '× verleend (2)',
    '● Wij maakten een fout. Uw aanvraag is weer bij: ontvangen (3)',
    '○ compleet',
    '○ beoordeeld',
    '○ afgehandeld',
  ])
  expect(stap(3)?.statustoelichting).toBe('Dit besluit was van een ander.')
  expect(antwoord.nl).toBe('Antwoord ontvangen.')
  expect(afgerond).toBe(false)
})

test('after a correctie the zaak goes on from the status before the wrong one, and can be wrong again', () => {
  const { lines } = show([
    { statuscode: 'beoordeeld' },
    { soort: 'correctie', statuscode: 'ontvangen' },
    { statuscode: 'compleet' },
    { statuscode: 'beoordeeld' },
    { soort: 'correctie', statuscode: 'compleet' },
  ])
  expect(lines).toEqual([
    '✓ ontvangen (1)',
    '× beoordeeld (2)',
    '✓ Wij maakten een fout. Uw aanvraag is weer bij: ontvangen (3)',
    '✓ compleet (4)',
    '× beoordeeld (5)',
    '● Wij maakten een fout. Uw aanvraag is weer bij: compleet (6)',
    '○ beoordeeld',
    '○ afgehandeld',
  ])
})

test('a zaak that was closed while its term stood still waits again after heropenen', () => {
  const acts: Act[] = [{ soort: 'opschorting', reden: 'overmacht' }, { statuscode: 'verleend' }]
  const closed = show(acts, { opschorting: OPGESCHORT })
  expect(closed).toMatchObject({ stilstand: null, antwoord: tekst('Antwoord verleend.'), afgerond: true })
  expect(closed.stap(2)?.staatStil).toBeUndefined()

  const reopened = show([...acts, { soort: 'heropening', statuscode: 'ontvangen' }], { opschorting: OPGESCHORT })
  expect(reopened.lines.slice(1, 4)).toEqual([
    '● Beslistermijn staat stil (2)',
    '✓ verleend (3)',
    '✓ Zaak heropend (4)',
  ])
  expect(reopened.stap(2)?.staatStil).toBe(true)
  expect(reopened.stilstand?.reden).toEqual(tekst('Overmacht'))
})

test('rows without dates, from older versions, show none', () => {
  const { stap } = show([
    { soort: 'opschorting', uiterlijkeEinddatumAfdoening: null },
    { soort: 'hervatting', uiterlijkeEinddatumAfdoening: null },
    { soort: 'verlenging', uiterlijkeEinddatumAfdoening: '2027-03-05' },
  ])
  expect(stap(3)?.termijn).toBeUndefined()
  expect(stap(4)?.termijn).toEqual({ oud: null, nieuw: '2027-03-05', geldt: true })
})

test('corrected gegevens move the term only when it turns out to begin on another day', () => {
  const moved = { soort: 'verlenging', uiterlijkeEinddatumAfdoening: '2027-02-05' } as const
  const same = show([moved, { soort: 'gegevenswijziging' }])
  expect(same.stap(3)?.termijn).toBeUndefined()
  expect(same.stap(2)?.termijn).toMatchObject({ nieuw: '2027-02-05', geldt: true })
  const earlier = show([moved, { soort: 'gegevenswijziging', uiterlijkeEinddatumAfdoening: '2027-02-01' }])
  expect(earlier.stap(3)?.termijn).toEqual({ oud: '2027-02-05', nieuw: '2027-02-01', geldt: true })
})
