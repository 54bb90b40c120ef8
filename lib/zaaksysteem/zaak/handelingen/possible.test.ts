import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToDate } from '#lib/platform/calendar.ts'
import { INFORMATIEOBJECTTYPEN, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { Opschorting } from '../../generated/client.ts'
import type { BesluitAtVersie } from '../wijziging/besluiten.ts'
import type { Document } from '../wijziging/documenten.ts'
import { HANDELINGEN, type Handelingsnaam } from './handelingen.ts'
import { type Act, isPossible } from './perform-handeling.ts'
import { NOTHING_AFTER, type Standing } from './rules.ts'
import { BESLUIT_ID, BESTAND_ID, DOCUMENT_ID, FIRST_DAY, INPUTS } from './test-course.ts'

/** More days than any term here reaches. */
const CALENDAR = Array.from({ length: 120 }, (_, n) => addToDate(FIRST_DAY, `P${n}D`))
const DAYS = CALENDAR.slice(0, 100)
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => CALENDAR[n] as string)
const daysAfter = (date: string, days: number) => CALENDAR[CALENDAR.indexOf(date) + days] as string

const statustypen = ['ontvangen', 'in_behandeling', 'besloten'].map((code, index) => ({
  code,
  minstens: index === 1 ? 'P2W' : null,
}))

const BESLUIT: BesluitAtVersie = {
  id: BESLUIT_ID,
  versie: 2,
  besluittype: 'verleend',
  rechtsmiddel: 'bezwaar',
  datum: FIRST_DAY,
  bekendmakingsdatum: FIRST_DAY,
  terinzagedatum: null,
  ingangsdatum: FIRST_DAY,
  vervaldatum: null,
  vervalreden: null,
  vervangenDoor: null,
  intrekkingsdatum: null,
  intrekkingBekendOp: null,
  vanRechtswege: false,
}

const DOCUMENT: Document = {
  id: DOCUMENT_ID,
  versie: 2,
  titel: 'Brief',
  informatieobjecttype: 'brief',
  datum: FIRST_DAY,
  formaat: 'application/pdf',
  grootte: 1234,
  sha256: '0'.repeat(64),
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  zichtbaarVanaf: FIRST_DAY,
  besluit: null,
  documentversie: 1,
}

const { formaat, grootte, sha256 } = DOCUMENT
const LOS_BESTAND = { id: BESTAND_ID, naam: 'brief.pdf', formaat, grootte, sha256 }

const OVERMACHT = { code: 'overmacht', grond: 'overmacht' }
const INSTEMMING = { code: 'aanvrager_stemt_in', grond: 'instemming' }

/** Any zaak that acts can produce, and some that they cannot. */
const standing = fc
  .record({
    today: day(0, 90),
    closed: fc.boolean(),
    opschorting: fc.constantFrom<Opschorting | null>(null, 'opschorting', 'instemming', 'aanvulling'),
    opgeschortOp: day(0, 90),
    dagenTot: fc.integer({ min: 1, max: 20 }),
    hervatOp: fc.option(day(0, 90)),
    uiterlijkeEinddatum: day(10, 80),
    verlengd: fc.boolean(),
    regeling: fc.constantFrom('wet', 'redelijk'),
    verlengingstermijn: fc.constantFrom(null, { duur: 'P14D', regeling: 'wet' }),
    redenen: fc.constantFrom([], [OVERMACHT], [OVERMACHT, INSTEMMING]),
    daarnaReden: fc.constantFrom(null, null, 'overmacht', 'aanvrager_stemt_in'),
    laatsteSoort: fc.constantFrom('registratie' as const, 'statuswijziging' as const, 'verlenging' as const),
    bekendmakingsdatum: fc.option(day(0, 90)),
    isBekend: fc.boolean(),
    vanRechtswege: fc.constantFrom(null, { resultaat: 'verleend', grondslag: '' }),
    intrekkingGevraagd: fc.boolean(),
    vraagGesteld: fc.boolean(),
    ingebrekegesteldOp: fc.option(day(0, 90)),
    aanvullingGehad: fc.boolean(),
    vanzelf: fc.boolean(),
    gevraagd: fc.boolean(),
    hasBestand: fc.boolean(),
    hasDocument: fc.boolean(),
    ontwerpdatum: fc.constantFrom(null, null, null, FIRST_DAY),
    ontvangen: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  })
  .filter(({ today, opgeschortOp, ...days }) =>
    [opgeschortOp, days.hervatOp, days.ingebrekegesteldOp].every((day) => day === null || day <= today),
  )
  .map(
    ({
      today,
      closed,
      redenen,
      regeling,
      verlengingstermijn,
      opgeschortOp,
      dagenTot,
      daarnaReden,
      bekendmakingsdatum,
      isBekend,
      vanRechtswege,
      gevraagd,
      hasBestand,
      hasDocument,
      ontvangen,
      ontwerpdatum,
      ...made
    }): Standing => {
      const opschorting = closed ? null : made.opschorting
      const tot = daysAfter(opgeschortOp, dagenTot)
      const waits = opschorting === 'aanvulling'
      const ended = { einde: 'aanvulling_verlopen', hervatOp: daysAfter(tot, 1) } as const
      return {
        today,
        zaaktype: {
          statustypen,
          informatieobjecttypen: INFORMATIEOBJECTTYPEN,
          resultaattypen: [
            { code: 'verleend', statuscode: 'verleend', isBesluit: true },
            { code: 'ingetrokken', statuscode: 'ingetrokken', isBesluit: false },
          ],
          opschortingsredenen: redenen,
          doorlooptijd: { duur: 'P8W', regeling },
          verlengingstermijn,
          vanRechtswege,
        } as unknown as Zaaktype,
        zaak: {
          ...made,
          startdatum: FIRST_DAY,
          statustype: closed ? 'besloten' : 'ontvangen',
          statuscode: closed ? 'verleend' : 'ontvangen',
          resultaat: closed ? 'verleend' : null,
          einddatum: closed ? today : null,
          einddatumGepland: made.uiterlijkeEinddatum,
          doorgeschovenDagen: 0,
          opschorting,
          opgeschortOp: opschorting && opgeschortOp,
          opgeschortTot: opschorting && tot,
          ...(daarnaReden ? { daarnaReden, daarnaOp: opgeschortOp, daarnaTot: tot } : NOTHING_AFTER),
          aanvullingsverzoek:
            waits || gevraagd
              ? {
                  op: opgeschortOp,
                  tot,
                  ...(waits ? { einde: null, hervatOp: null } : ended),
                  onderdelen: ontvangen.map((came, n) => ({
                    id: String(n),
                    naam: 'Foto',
                    ontvangenOp: came ? opgeschortOp : null,
                  })),
                }
              : null,
          versie: 2,
          ontwerpdatum,
          zienswijzen: null,
          dwangsomBekendOp: null,
          dwangsomBedrag: null,
          dwangsomGrond: null,
          perDag: [23, 35, 45],
          doorgezondenNaar: null,
          doorgezondenOp: null,
          losseBestanden: hasBestand ? [LOS_BESTAND] : [],
          documenten: hasDocument ? [DOCUMENT] : [],
          besluiten: bekendmakingsdatum
            ? [
                {
                  ...BESLUIT,
                  bekendmakingsdatum: isBekend ? bekendmakingsdatum : null,
                  ingangsdatum: bekendmakingsdatum,
                },
              ]
            : [],
        },
      }
    },
  )

test.each(Object.keys(HANDELINGEN) as Handelingsnaam[])(
  '%s is possible exactly when some input breaks no rule',
  (naam) => {
    const act: Act = HANDELINGEN[naam]
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(standing, (at) => {
        const subjects = INPUTS[naam](DAYS).map((input) => ({ ...at, input }) as never)
        const rules = [...act.needs, ...act.rules]
        const canBeDone = subjects.some((subject) => rules.every(({ broken }) => !broken(subject)))
        seen.add(canBeDone)
        expect(isPossible(act, at)).toBe(canBeDone)
      }),
      { numRuns: 300, seed: 11 },
    )
    // an act without needs is always possible
    expect(seen).toEqual(new Set(act.needs.length > 0 ? [true, false] : [true]))
  },
)
