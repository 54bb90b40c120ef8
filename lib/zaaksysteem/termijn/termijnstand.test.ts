import { expect, test } from 'vitest'
import { stilstandOf, type Termijnfeiten, termijnstandOf } from './termijnstand.ts'

const TODAY = '2026-12-03'

/** A zaak whose term runs, and that must be decided by 22 January. */
const LOPEND: Termijnfeiten = {
  einddatum: null,
  uiterlijkeEinddatum: '2027-01-22',
  opschorting: null,
  opgeschortOp: null,
  opgeschortTot: null,
  hervatOp: null,
  daarnaReden: null,
  daarnaTot: null,
  zienswijzen: null,
  aanvullingsverzoek: null,
  inzendingen: [],
  history: [{ soort: 'registratie' }],
  fataleDatum: '2027-01-22',
  ontbrekend: [],
  verblijfTot: null,
  kanZienswijzenVastleggen: false,
  vanRechtswege: null,
}

const PLATTEGROND = { id: 'plattegrond', naam: 'Plattegrond' }
const FOTO = { id: 'foto', naam: 'Foto' }

/** Asked on 23 November for a plattegrond and a foto, through 7 December. */
const WACHTEND: Termijnfeiten = {
  ...LOPEND,
  opschorting: 'aanvulling',
  opgeschortOp: '2026-11-23',
  opgeschortTot: '2026-12-07',
  fataleDatum: null,
  aanvullingsverzoek: {
    tot: '2026-12-07',
    onderdelen: [
      { naam: 'Plattegrond', ontvangenOp: null },
      { naam: 'Foto', ontvangenOp: null },
    ],
  },
  ontbrekend: [PLATTEGROND, FOTO],
  history: [{ soort: 'opschorting' }, { soort: 'registratie' }],
}

/** Suspended on 23 November through 7 December for another reason than an aanvulling. */
const STIL: Termijnfeiten = { ...WACHTEND, opschorting: 'opschorting', aanvullingsverzoek: null, ontbrekend: [] }

/** The aanvulling came on time, and the term runs again from 30 November. */
const HERVAT: Termijnfeiten = { ...LOPEND, hervatOp: '2026-11-30', history: [{ soort: 'aanvulling_ontvangen' }] }

const VERLENING = { datum: '2026-11-30', ingangsdatum: '2026-12-01', bekendmakenUiterlijk: '2026-12-14' }

test.each<[article: string, state: string, zaak: Termijnfeiten, today: string, stand: unknown]>([
  ['4:13', 'a term that runs', LOPEND, TODAY, null],
  ['4:20b', 'a grant by law', { ...LOPEND, vanRechtswege: VERLENING }, TODAY, { naam: 'vanRechtswege', ...VERLENING }],
  [
    '4:20b',
    'a grant by law of a zaak that is suspended too late',
    { ...WACHTEND, fataleDatum: '2026-11-20', vanRechtswege: VERLENING },
    TODAY,
    { naam: 'vanRechtswege', ...VERLENING },
  ],
  [
    '4:15 lid 1',
    'an aanvulling asked on the day after the term',
    { ...WACHTEND, uiterlijkeEinddatum: '2026-11-22', fataleDatum: '2026-11-22' },
    TODAY,
    { naam: 'wachtTeLaat', tot: '2026-12-07', fataleDatum: '2026-11-22' },
  ],
  [
    '4:15 lid 1',
    'an aanvulling asked on the last day of the term, whose own last day has passed',
    { ...WACHTEND, uiterlijkeEinddatum: '2026-11-23', fataleDatum: '2026-12-08' },
    '2026-12-08',
    { naam: 'stilstandVoorbij', tot: '2026-12-07', fataleDatum: '2026-12-08' },
  ],
  [
    '4:5 lid 1',
    'an aanvulling of which nothing came',
    WACHTEND,
    TODAY,
    { naam: 'wacht', tot: '2026-12-07', ontbreekt: [], daarna: null },
  ],
  [
    '4:5 lid 1',
    'an aanvulling of which a part came',
    { ...WACHTEND, ontbrekend: [FOTO] },
    TODAY,
    { naam: 'wacht', tot: '2026-12-07', ontbreekt: ['Foto'], daarna: null },
  ],
  [
    '4:15 lid 2',
    'an aanvulling during a suspension that goes on after it',
    { ...WACHTEND, daarnaReden: 'advies', daarnaTot: '2026-12-31' },
    TODAY,
    { naam: 'wacht', tot: '2026-12-07', ontbreekt: [], daarna: { reden: 'advies', tot: '2026-12-31' } },
  ],
  [
    '4:15 lid 1 a',
    'an aanvulling of which the aanvrager reported one part',
    { ...WACHTEND, inzendingen: [{ aanvullingIds: ['foto'] }] },
    TODAY,
    { naam: 'wacht', tot: '2026-12-07', ontbreekt: [], daarna: null },
  ],
  [
    '4:15 lid 1 a',
    'an aanvulling of which the aanvrager reported each part, in two messages',
    { ...WACHTEND, inzendingen: [{ aanvullingIds: ['foto'] }, { aanvullingIds: ['plattegrond'] }] },
    TODAY,
    { naam: 'wachtOpU', tot: '2026-12-07' },
  ],
  [
    '4:15 lid 2 b',
    'a suspension until something arrives',
    STIL,
    TODAY,
    { naam: 'staatStil', vanaf: '2026-11-24', tot: '2026-12-07' },
  ],
  [
    '4:15 lid 2 a',
    'a suspension that the aanvrager agreed to',
    { ...STIL, opschorting: 'instemming' },
    TODAY,
    { naam: 'uitgesteld', vanaf: '2026-11-24', tot: '2026-12-07' },
  ],
  [
    '3:16',
    'an ontwerp that is ter inzage',
    { ...LOPEND, verblijfTot: '2027-01-08' },
    TODAY,
    { naam: 'terInzage', tot: '2027-01-08' },
  ],
  [
    '3:18 lid 4',
    'zienswijzen that nobody recorded',
    { ...LOPEND, kanZienswijzenVastleggen: true },
    TODAY,
    { naam: 'zienswijzenOpen' },
  ],
  [
    '3:18 lid 4',
    'zienswijzen that did not come',
    { ...LOPEND, zienswijzen: false, kanZienswijzenVastleggen: true },
    TODAY,
    null,
  ],
  [
    '4:5 lid 4',
    'the last day of the four weeks after an aanvulling',
    HERVAT,
    '2026-12-28',
    { naam: 'ontvangen', op: '2026-11-30', uiterlijk: '2026-12-28' },
  ],
  [
    '4:5 lid 4',
    'the day after the four weeks after an aanvulling',
    HERVAT,
    '2026-12-29',
    { naam: 'ontvangenTeLaat', op: '2026-11-30', uiterlijk: '2026-12-28' },
  ],
  [
    '4:5 lid 4',
    'parts that came on two days before the term ran again: the last of them counts',
    {
      ...HERVAT,
      aanvullingsverzoek: {
        tot: '2026-12-07',
        onderdelen: [
          { naam: 'Plattegrond', ontvangenOp: '2026-11-26' },
          { naam: 'Foto', ontvangenOp: '2026-11-25' },
        ],
      },
    },
    TODAY,
    { naam: 'ontvangen', op: '2026-11-26', uiterlijk: '2026-12-24' },
  ],
  [
    '4:5 lid 4',
    'an aanvulling that the aanvrager reported and nobody confirmed',
    { ...HERVAT, history: [{ soort: 'statuswijziging' }, { soort: 'aanvulling_gemeld' }] },
    TODAY,
    { naam: 'gemeld', op: '2026-11-30', uiterlijk: '2026-12-28' },
  ],
  [
    '4:5 lid 4',
    'a reported aanvulling after its four weeks',
    { ...HERVAT, history: [{ soort: 'aanvulling_gemeld' }] },
    '2026-12-29',
    { naam: 'gemeldTeLaat', op: '2026-11-30', uiterlijk: '2026-12-28' },
  ],
  [
    '4:5 lid 4',
    'an aanvulling that did not come: four weeks from its last day, to the Monday after',
    { ...HERVAT, history: [{ soort: 'aanvulling_verlopen' }] },
    '2026-12-28',
    { naam: 'verlopen', op: '2026-11-30', uiterlijk: '2026-12-28', nagekomen: [] },
  ],
  [
    '4:5 lid 4',
    'an aanvulling that came after its last day, and after the four weeks',
    {
      ...HERVAT,
      history: [{ soort: 'aanvulling_verlopen' }],
      aanvullingsverzoek: {
        tot: '2026-11-29',
        onderdelen: [
          { naam: 'Plattegrond', ontvangenOp: '2026-11-29' },
          { naam: 'Foto', ontvangenOp: '2026-11-30' },
        ],
      },
    },
    '2026-12-29',
    {
      naam: 'verlopenTeLaat',
      op: '2026-11-30',
      uiterlijk: '2026-12-28',
      nagekomen: [{ naam: 'Foto', op: '2026-11-30' }],
    },
  ],
  ['4:15 lid 2', 'a suspension that was ended by hand', { ...HERVAT, history: [{ soort: 'hervatting' }] }, TODAY, null],
  ['4:13', 'a closed zaak', { ...HERVAT, einddatum: '2026-12-01' }, TODAY, null],
])('Awb %s: %s', (_article, _state, zaak, today, stand) => {
  expect(termijnstandOf(zaak, today)).toEqual(stand)
})

test('the term stands still from the day after a suspension', () => {
  expect(stilstandOf({ ...STIL, opgeschortOp: '2026-12-31', opgeschortTot: '2027-01-15' }).vanaf).toBe('2027-01-01')
})
