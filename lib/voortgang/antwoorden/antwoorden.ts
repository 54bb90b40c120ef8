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

/** What a citizen reads of a zaak: on its page and card, in Berichten and mails, and in the preview at the desk. */
export type Antwoord = {
  /** which row of the table speaks */
  rij: Rij
  /** `teDoen` alone asks for attention */
  toon: Toon
  /** what the citizen must do now, or what happened, or where the zaak stands */
  kop: Zin
  zinnen: Zin[]
  /** what is asked, or did not come before its last day */
  gevraagd: ZaakResource['aanvullingen']
  /** what of that did not come, and the citizen did not say to have sent */
  nogTeSturen: ZaakResource['aanvullingen']
  /** what follows on that */
  gevolgen: Zin[]
  /** what holds besides */
  feiten: Zin[]
  /** what the citizen can do, though need not, about what was decided or was not in time */
  kan: Zin | null
  /** the last day for that, `yyyy-mm-dd`; null when it has none */
  kanTot: string | null
  /** whether the citizen can write that we are late, and did not */
  magInGebreke: boolean
  /** page that says how to object, while one can */
  bezwaarpagina: string | null
  /** the date that matters most now; null when none holds */
  datum: Datum | null
  /** versie of the step that it is about, where the zaak is now; null once that has ended */
  stap: number | null
  besluit: Besluitdatums
  /** by when the citizen hears from us, `yyyy-mm-dd`; null while that is not promised */
  hoortUiterlijk: string | null
  /** what the step by which the term stands still says of that now: until when, what must be sent, or that it was */
  stilstand: Zin | null
}

/** By the table. Pure, so that the desk can preview what the citizen will read. */
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

/** As text, for what knows no bold. */
export function zinText({ tekst, datums }: Zin, taal: Taal): string {
  return fillDates(tekst, datums, taal)
}

/** That nothing need be done stands with the rest, unless something must, or it cannot be known. */
function withCalm(zinnen: Zin[], kennis: Kennis, toon: Toon): Zin[] {
  const { stand, t } = kennis
  const { onbekend, ontbreekt } = stand
  if (onbekend || toon === 'teDoen' || toon === 'afgerond') return zinnen
  if (ontbreekt.length > 0 && nogTeSturen(kennis).length > 0) return [...zinnen, zin(t.antwoord.aanvulling.ontbreekt)]
  const { tekst, datums } = zinnen.at(-1) ?? zin('')
  return [...zinnen.slice(0, -1), zin(`${tekst} ${t.antwoord.nietsTeDoen}`.trim(), datums)]
}

/** The steps that a row of the table is about. Any other row is about the last step that says where the zaak stands. */
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

/** These steps say where a zaak stands although they are no status, unless the status asks something. */
const STANDS: readonly StatusSoort[] = ['aanvulling_verlopen', 'ingebrekestelling']

/** A letter or a document is news, and no step that the zaak is at. */
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
    // of a closed zaak its status says so
    ...(stand.nogBekend && !stand.afgerond ? [zin(t.besluit.nogNiet.komt, { bekend: stand.nogBekend })] : []),
    zin(t.vanRechtswege.bevestigen, { bekend: bekend < today ? null : bekend }),
    ...reactieZinnen(kennis),
  ]
}
