import { type StatusSoort, tellsStatus } from '#lib/contract/event-types.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { ASKS, STOPS } from '../past-stappen.ts'
import { type Besluitdatums, promisedDatums } from '../promised-datums.ts'
import type { Voortgang } from '../voortgang.ts'
import {
  aangekondigd,
  type Beantwoord,
  beslisdatum,
  type Datum,
  gevraagdOf,
  type Kennis,
  magInGebreke,
  nogTeSturen,
  openReacties,
  reagerenTot,
  tot,
  type Zin,
} from './kennis.ts'
import { REGELS, type Regel, type Rij, type Toon } from './regels.ts'
import { reactieZinnen, reagerenZin, statusKop, teLaatZinnen, vergoedingZinnen, zin } from './zinnen.ts'

/**
 * The answer that a citizen reads on page and card, in Berichten and mails, and the behandelaar in the
 * preview.
 */
export type Antwoord = {
  /** the row of the table that speaks */
  rij: Rij
  /** `teDoen` alone asks for attention */
  toon: Toon
  /** the task of the citizen, or the newest change, or the status of the zaak */
  kop: Zin
  zinnen: Zin[]
  /** the things that are asked, or did not come before their last day */
  gevraagd: ZaakResource['aanvullingen']
  /** those that did not come and were not reported as sent */
  nogTeSturen: ZaakResource['aanvullingen']
  /** the consequences when they do not come */
  gevolgen: Zin[]
  /** further facts */
  feiten: Zin[]
  /** an optional act of the citizen: against a besluit, or when we are late */
  kan: Zin | null
  /** the last day for that, `yyyy-mm-dd`; null when it has none */
  kanTot: string | null
  /** true when the citizen can write an ingebrekestelling, and did not */
  magInGebreke: boolean
  /** page that says how to object, while that is possible */
  bezwaarpagina: string | null
  /** the most important date now; null when no date holds */
  datum: Datum | null
  /** versie of the current step; null once the zaak has ended */
  stap: number | null
  besluit: Besluitdatums
  /** the day by which the citizen hears from us, `yyyy-mm-dd`; null while that is not promised */
  hoortUiterlijk: string | null
  /** the sentence of the step that stopped the term: until when, what must be sent, or that it was sent */
  stilstand: Zin | null
}

/** Returns the answer of the first row of the table that holds. Pure, so that the desk can preview it. */
export function antwoordOf(stand: Voortgang, zaak: Beantwoord, { taal, now }: { taal: Taal; now: Date }): Antwoord {
  const promised = promisedDatums(stand, { ...zaak, now })
  const kennis: Kennis = { stand, zaak, t: texts(taal), taal, today: dateInAmsterdam(now), ...promised }
  const [rij, regel] = Object.entries<Regel>(REGELS).find(([, { als }]) => als(kennis)) as [Rij, Regel]
  const isSaid = ({ tekst, datums }: Zin) => fillDates(tekst, datums, taal) !== ''
  const kop = regel.kop(kennis)
  const open = openReacties(kennis)
  const laatste = open.at(-1)
  return {
    rij,
    toon: regel.toon,
    kop: isSaid(kop) ? kop : statusKop(kennis),
    zinnen: withCalm(regel.zinnen(kennis).filter(isSaid), kennis, regel.toon),
    gevraagd: rij === 'aanvullingVoorbij' || stand.ontbreekt.length > 0 ? nogTeSturen(kennis) : gevraagdOf(stand),
    nogTeSturen: nogTeSturen(kennis),
    gevolgen: regel.gevolgen?.(kennis) ?? [],
    feiten: feitenOf(kennis, rij).filter(isSaid),
    kan: laatste
      ? zin(laatste.kan[taal], { uiterlijk: laatste.uiterlijk })
      : (reagerenZin(kennis)[0] ?? teLaatZinnen(kennis)[1] ?? null),
    kanTot: laatste?.uiterlijk ?? reagerenTot(kennis),
    magInGebreke: magInGebreke(kennis),
    bezwaarpagina: open.some(({ soort }) => soort === 'bezwaar') ? stand.bezwaarpagina : null,
    datum: regel.datum ? regel.datum(kennis) : beslisdatum(kennis),
    stap: stapOf(stand, rij),
    besluit: promised.besluit,
    hoortUiterlijk: stand.afgerond ? null : (promised.datums.fataleDatum ?? null),
    stilstand: stilstandStap(kennis, rij),
  }
}

/** Returns a sentence as plain text, without bold. */
export function zinText({ tekst, datums }: Zin, taal: Taal): string {
  return fillDates(tekst, datums, taal)
}

/** Adds that nothing need be done, unless something must be done or the status is unknown. */
function withCalm(zinnen: Zin[], kennis: Kennis, toon: Toon): Zin[] {
  const { stand, t } = kennis
  const { onbekend, ontbreekt } = stand
  if (onbekend || toon === 'teDoen' || toon === 'afgerond') return zinnen
  if (ontbreekt.length > 0 && nogTeSturen(kennis).length > 0) return [...zinnen, zin(t.antwoord.aanvulling.ontbreekt)]
  const { tekst, datums } = zinnen.at(-1) ?? zin('')
  return [...zinnen.slice(0, -1), zin(`${tekst} ${t.antwoord.nietsTeDoen}`.trim(), datums)]
}

/**
 * The steps that a row of the table is about. Any other row is about the last step that changed where the
 * zaak stands.
 */
const STAPPEN: Partial<Record<Rij, readonly StatusSoort[]>> = {
  vanRechtswege: ['van_rechtswege_verleend'],
  aanvullingGemeld: ASKS,
  aanvullen: ASKS,
  aanvullingVoorbij: [...ASKS, 'aanvulling_verlopen'],
  wachtOpAanvrager: STOPS,
  uitstelVoorbij: STOPS,
  opgeschort: STOPS,
  vertraagd: ['vertraging_gemeld'],
}

/** Steps that are no status, yet become the current step unless the status asks something. */
const STANDS: readonly StatusSoort[] = ['aanvulling_verlopen', 'ingebrekestelling']

/** Returns the versie of the current step. A letter or a document is news, and never the current step. */
function stapOf({ stappen, gebeurd, afgerond }: Voortgang, rij: Rij): number | null {
  if (afgerond) return null
  if (rij === 'gebeurd') return gebeurd?.versie ?? null
  const last = (is: (soort: StatusSoort) => boolean) =>
    stappen.findLast(({ soort, toestand }) => toestand === 'klaar' && soort !== 'teruggenomen' && is(soort))
  const named = last((soort) => STAPPEN[rij]?.includes(soort) ?? false)
  const stands = (soort: StatusSoort) => tellsStatus(soort) || (rij !== 'taak' && STANDS.includes(soort))
  return (named ?? last(stands) ?? stappen.findLast(({ versie }) => versie !== null))?.versie ?? null
}

function stilstandStap(kennis: Kennis, rij: Rij): Zin | null {
  const { stand, t, today } = kennis
  const { stilstand } = stand
  if (!stilstand) return null
  if (rij === 'aanvullingGemeld') return REGELS[rij].kop(kennis)
  if (rij === 'aanvullingVoorbij') return zin(t.antwoord.aanvulling.voorbij.laatsteDag, tot(kennis))
  if (rij === 'aanvullen') return zin(t.antwoord.aanvulling.stuur, tot(kennis))
  if (stilstand.soort === 'aanvulling' || stilstand.tot < today) return null
  return zin(t.tijdlijn[stilstand.eindigtVanzelf ? 'duurtTot' : 'verwachtTot'], tot(kennis))
}

function feitenOf(kennis: Kennis, rij: Rij): Zin[] {
  const { stand, t, taal, today } = kennis
  const verwacht = rij === 'vertraagd' ? null : aangekondigd(kennis)
  const bekend = stand.vanRechtswege?.bekendmakenUiterlijk ?? ''
  return [
    ...reagerenZin(kennis),
    ...teLaatZinnen(kennis),
    ...vergoedingZinnen(kennis),
    zin(t.antwoord.verwacht, { verwacht }),
    zin(stand.verleningVervallen?.[taal] ?? ''),
    zin(stand.doorzending?.[taal] ?? ''),
    ...stand.geldt.map((besluit) => zin(besluit[taal])),
    // the status of a closed zaak says it already
    ...(stand.nogBekend && !stand.afgerond ? [zin(t.besluit.nogNiet.komt, { bekend: stand.nogBekend })] : []),
    zin(t.vanRechtswege.bevestigen, { bekend: bekend < today ? null : bekend }),
    ...reactieZinnen(kennis),
  ]
}
