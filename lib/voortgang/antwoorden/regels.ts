import { addToDate } from '#lib/platform/calendar.ts'
import type { Voortgang } from '../voortgang.ts'
import {
  aangekondigd,
  beslisdatum,
  type Datum,
  isAsked,
  isUitgesteld,
  isVoorbij,
  type Kennis,
  missing,
  nogTeSturen,
  stilSinds,
  tot,
  type Zin,
} from './kennis.ts'
import {
  geldigheidZin,
  statusKop,
  statusUitleg,
  statusZin,
  stilstandUitleg,
  taakOf,
  withoutTermijn,
  zin,
} from './zinnen.ts'

export type Toon = 'teDoen' | 'staatStil' | 'loopt' | 'afgerond'

export type Regel = {
  als: (kennis: Kennis) => boolean
  toon: Toon
  kop: (kennis: Kennis) => Zin
  zinnen: (kennis: Kennis) => Zin[]
  gevolgen?: (kennis: Kennis) => Zin[]
  /** the last day to decide, when absent */
  datum?: (kennis: Kennis) => Datum | null
}

/** Awb 4:5 lid 4: within four weeks after the last day to send it, the aanvraag can be left unconsidered. */
const NIET_BEHANDELEN = 'P4W'

/**
 * The first row that holds speaks. A task comes before the newest change, and the newest change before the
 * status.
 */
export const REGELS = {
  vanRechtswege: {
    als: ({ stand }) => stand.vanRechtswege !== null,
    toon: 'loopt',
    kop: ({ t }) => zin(t.vanRechtswege.antwoord),
    zinnen: () => [],
    datum: ({ stand }) => stand.vanRechtswege && { soort: 'geldtVanaf', date: stand.vanRechtswege.ingangsdatum },
  },
  // reported is not received: the desk still has to check whether all is there
  aanvullingGemeld: {
    als: (kennis) => isAsked(kennis) && missing(kennis).length > 0 && nogTeSturen(kennis).length === 0,
    toon: 'loopt',
    kop: (kennis) => zin(kennis.t.antwoord.aanvulling.gemeld[isVoorbij(kennis) ? 'opTijd' : 'kop']),
    zinnen: (kennis) => [zin(kennis.t.antwoord.aanvulling.gemeld[isVoorbij(kennis) ? 'nagaan' : 'uitleg'])],
    datum: (kennis) => {
      const { stilstand } = kennis.stand
      if (stilstand && isVoorbij(kennis)) return null
      return stilstand?.staatStil ? stilSinds(kennis) : beslisdatum(kennis)
    },
  },
  aanvullen: {
    als: (kennis) => isAsked(kennis) && !isVoorbij(kennis),
    toon: 'teDoen',
    kop: (kennis) => zin(kennis.t.antwoord.aanvulling.kop(nogTeSturen(kennis).length), tot(kennis)),
    zinnen: () => [],
    gevolgen: ({ stand: { stilstand }, t: { antwoord: t } }) => [
      zin(t.aanvulling.gevolg),
      ...(stilstand?.staatStil
        ? [zin(`${t.aanvulling.uitleg} ${t.aanvulling.einde}`, { vanaf: stilstand.vanaf })]
        : []),
    ],
    datum: ({ stand: { stilstand } }) => stilstand && { soort: 'aanvullenVoor', date: stilstand.tot },
  },
  // the term runs again by law (Awb 4:15), also before the zaaksysteem has said so
  aanvullingVoorbij: {
    als: isAsked,
    toon: 'teDoen',
    kop: (kennis) => zin(kennis.t.antwoord.aanvulling.voorbij.kop(nogTeSturen(kennis).length)),
    zinnen: (kennis) => {
      const { laatsteDag, rest } = kennis.t.antwoord.aanvulling.voorbij
      const some = nogTeSturen(kennis).length < missing(kennis).length
      return [...(some ? [zin(rest)] : []), zin(laatsteDag, tot(kennis))]
    },
    gevolgen: (kennis) => {
      const { t, today } = kennis
      const { gevolg, nog } = t.antwoord.aanvulling.voorbij
      return [zin(today <= addToDate(tot(kennis).tot ?? '', NIET_BEHANDELEN) ? `${gevolg} ${nog}` : nog)]
    },
    datum: (kennis) => {
      const { stilstand } = kennis.stand
      return stilstand ? { soort: 'aanvullenWas', date: stilstand.tot } : beslisdatum(kennis)
    },
  },
  onbekend: {
    als: ({ stand }) => stand.onbekend,
    toon: 'loopt',
    kop: statusKop,
    zinnen: (kennis) => [statusUitleg(kennis)],
    datum: (kennis) => (kennis.zaak.uiterlijkeEinddatumAfdoening < kennis.today ? null : beslisdatum(kennis)),
  },
  afgerond: {
    als: ({ stand }) => stand.afgerond,
    toon: 'afgerond',
    kop: statusKop,
    zinnen: (kennis) => [
      geldigheidZin(kennis),
      statusUitleg(kennis),
      zin(kennis.stand.teDoen?.[kennis.taal] ?? '', kennis.datums),
    ],
    datum: ({ zaak: { einddatum } }) => (einddatum ? { soort: 'afgerondOp', date: einddatum } : null),
  },
  taak: {
    als: ({ stand }) => stand.teDoen !== null,
    toon: 'teDoen',
    kop: (kennis) => zin(taakOf(kennis).eerst, kennis.datums),
    zinnen: (kennis) => [
      zin(taakOf(kennis).verder, kennis.datums),
      ...(kennis.stand.stilstand ? stilstandUitleg(kennis) : [statusZin(kennis)]),
    ],
    datum: (kennis) => (kennis.stand.stilstand ? stilSinds(kennis) : beslisdatum(kennis)),
  },
  // Awb 4:15 lid 2 b: the term waits for the aanvrager, whatever day the desk hoped for
  wachtOpAanvrager: {
    als: ({ stand: { stilstand } }) => stilstand?.wachtOpAanvrager === true,
    toon: 'teDoen',
    kop: ({ t }) => zin(t.antwoord.opschorting.wachtOpU),
    zinnen: () => [],
    gevolgen: stilstandUitleg,
    datum: stilSinds,
  },
  intrekkingGevraagd: {
    als: ({ zaak }) => zaak.wilIntrekken === true,
    toon: 'loopt',
    kop: ({ t }) => zin(t.inzending.intrekking),
    zinnen: ({ t }) => [zin(t.antwoord.intrekking)],
  },
  uitstelVoorbij: {
    als: (kennis) => isUitgesteld(kennis) && kennis.stand.stilstand?.eindigtVanzelf === true && isVoorbij(kennis),
    toon: 'loopt',
    kop: ({ t }) => zin(t.antwoord.opschorting.verder),
    zinnen: stilstandUitleg,
    datum: () => null,
  },
  opgeschort: {
    als: isUitgesteld,
    toon: 'staatStil',
    kop: ({ t }) => zin(t.antwoord.opschorting.antwoord),
    zinnen: stilstandUitleg,
    datum: stilSinds,
  },
  vertraagd: {
    als: (kennis) => aangekondigd(kennis) !== null,
    toon: 'loopt',
    kop: (kennis) => zin(kennis.t.antwoord.vertraagd, { verwacht: aangekondigd(kennis) }),
    zinnen: (kennis) => [statusZin(withoutTermijn(kennis))],
  },
  teLaat: {
    als: ({ isLate }) => isLate,
    toon: 'loopt',
    kop: ({ t }) => zin(t.antwoord.teLaat.kop),
    zinnen: (kennis) => [statusZin(kennis)],
  },
  gebeurd: {
    als: ({ stand }) => stand.gebeurd !== null,
    toon: 'loopt',
    kop: ({ stand, taal, datums }) => zin(stand.gebeurd?.antwoord[taal] ?? '', datums),
    zinnen: (kennis) => {
      const { stand, taal, t } = kennis
      const { uitleg, antwoord, termijn, zegtStatus } = stand.gebeurd as NonNullable<Voortgang['gebeurd']>
      const oud = termijn && termijn.oud !== termijn.nieuw ? termijn.oud : null
      const happened = zin(`${uitleg[taal]} ${t.tijdlijn.eerst}`.trim(), { oud })
      if (!zegtStatus) return [happened]
      return [happened, statusZin(antwoord.nl.includes('{fataleDatum}') ? withoutTermijn(kennis) : kennis)]
    },
  },
  status: {
    als: () => true,
    toon: 'loopt',
    kop: statusKop,
    zinnen: (kennis) => [statusUitleg(kennis)],
  },
} satisfies Record<string, Regel>

export type Rij = keyof typeof REGELS
