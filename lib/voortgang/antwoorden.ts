import { type StatusSoort, tellsStatus } from '#lib/contract/event-types.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { euros } from '#lib/ui/text/amounts.ts'
import { type Datums, fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { reactieTeksten } from './besluiten.ts'
import { ASKS, STOPS } from './past-stappen.ts'
import { type Besluitdatums, promisedDatums } from './promised-datums.ts'
import { isOnvolledig, type Voortgang } from './voortgang.ts'

/** A paragraph with `{name}` for each of its dates; a sentence with one that is null is left out. */
export type Zin = { tekst: string; datums: Datums }

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

type Toon = 'teDoen' | 'staatStil' | 'loopt' | 'afgerond'
/** `date` is `yyyy-mm-dd` */
type Datum = { soort: keyof Texts['zaken']['datum']; date: string }

/** What its voortgang does not say of a zaak. Dates are `yyyy-mm-dd`. */
export type Beantwoord = {
  uiterlijkeEinddatum: string
  /** by which day a besluit is expected */
  einddatumGepland?: string | undefined
  einddatum?: string | null
  ingebrekestelling?: ZaakResource['ingebrekestelling']
  ontwerp?: ZaakResource['ontwerp']
  /** the citizen asked to withdraw the aanvraag, and nobody answered yet */
  wilIntrekken?: boolean
  /** ids of things that the citizen said to have sent while they were asked */
  gemeld?: readonly string[]
}

type Kennis = {
  stand: Voortgang
  zaak: Beantwoord
  t: Texts
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
  isLate: boolean
  besluit: Besluitdatums
  /** the dates that are promised now */
  datums: Datums
}

type Regel = {
  als: (kennis: Kennis) => boolean
  toon: Toon
  kop: (kennis: Kennis) => Zin
  zinnen: (kennis: Kennis) => Zin[]
  gevolgen?: (kennis: Kennis) => Zin[]
  /** the day on which we decide at the latest, when absent */
  datum?: (kennis: Kennis) => Datum | null
}

/** Awb 4:5 lid 4: within four weeks after the last day to send it, the aanvraag can be left unconsidered. */
const NIET_BEHANDELEN = 'P4W'

/** The first row that holds speaks: what the citizen must do comes before what happened last, and that before the status. */
const REGELS = {
  vanRechtswege: {
    als: ({ stand }) => stand.vanRechtswege !== null,
    toon: 'loopt',
    kop: ({ t }) => zin(t.vanRechtswege.antwoord),
    zinnen: () => [],
    datum: ({ stand }) => stand.vanRechtswege && { soort: 'geldtVanaf', date: stand.vanRechtswege.ingangsdatum },
  },
  // said is not received: whether all is there the desk still has to see
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
    datum: (kennis) => (kennis.zaak.uiterlijkeEinddatum < kennis.today ? null : beslisdatum(kennis)),
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

type Rij = keyof typeof REGELS

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

function zin(tekst: string, datums: Datums = {}): Zin {
  return { tekst, datums }
}

function statusKop({ stand, taal, zaak, datums }: Kennis): Zin {
  return zin(stand.antwoord[taal], { ...datums, fataleDatum: zaak.uiterlijkeEinddatum })
}

function statusUitleg({ stand, taal, datums }: Kennis): Zin {
  return zin(stand.statustekst[taal], datums)
}

/** From when until when what was decided holds. */
function geldigheidZin({ stand: { geldigheid }, t: { besluit } }: Kennis): Zin {
  if (!geldigheid) return zin('')
  return zin(geldigheid.tot ? besluit.geldtVanTot : besluit.geldtVanaf, geldigheid)
}

/** Where the zaak stands and what that means, when something else speaks first. */
function statusZin({ stand, taal, datums }: Kennis): Zin {
  return zin(`${stand.antwoord[taal]} ${stand.statustekst[taal]}`.trim(), datums)
}

/** Another sentence says by when we decide. */
function withoutTermijn(kennis: Kennis): Kennis {
  return { ...kennis, datums: { ...kennis.datums, fataleDatum: null } }
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

function gevraagdOf({ stilstand, ontbreekt }: Voortgang): Antwoord['gevraagd'] {
  if (stilstand?.soort === 'aanvulling') return isOnvolledig(stilstand.aanvullingen) ? stilstand.aanvullingen : []
  return stilstand?.wachtOpAanvrager ? stilstand.aanvullingen : ontbreekt
}

/** Whether what was asked is waited for, or did not come before its last day and nothing happened since. */
function isAsked({ stand: { stilstand, verlopenOp, ontbreekt } }: Kennis): boolean {
  if (stilstand?.soort === 'aanvulling') return isOnvolledig(stilstand.aanvullingen)
  return verlopenOp !== null && ontbreekt.length > 0
}

function isUitgesteld({ stand: { stilstand } }: Kennis): boolean {
  return stilstand?.soort === 'opschorting'
}

/** Whether its last day has passed, also before the zaaksysteem has said so. */
function isVoorbij({ stand: { stilstand }, today }: Kennis): boolean {
  return !stilstand || stilstand.tot < today
}

/** What of that did not come. */
function missing({ stand }: Kennis): Antwoord['gevraagd'] {
  return gevraagdOf(stand).filter(({ ontvangenOp }) => !ontvangenOp)
}

function nogTeSturen({ stand, zaak: { gemeld = [] } }: Kennis): Antwoord['gevraagd'] {
  return nietGestuurd(gevraagdOf(stand), gemeld)
}

/** What did not come and the citizen did not say to have sent either: what was sent in time is never late. */
export function nietGestuurd(asked: Antwoord['gevraagd'], gemeld: readonly string[]): Antwoord['gevraagd'] {
  return asked.filter(({ id, ontvangenOp }) => !ontvangenOp && !(id && gemeld.includes(id)))
}

function tot({ stand }: Kennis): Datums {
  return { tot: stand.stilstand?.tot ?? stand.verlopenOp }
}

/** The first sentence of what must be done is on top, and the others below it. */
function taakOf({ stand, taal }: Kennis): { eerst: string; verder: string } {
  const [eerst = '', ...verder] = (stand.teDoen?.[taal] ?? '').split(/(?<=[.!?])\s+/)
  return { eerst, verder: verder.join(' ') }
}

/** Why the term stands still, since when, and what ends it. */
function stilstandUitleg({ stand: { stilstand }, t: { antwoord }, taal, today }: Kennis): Zin[] {
  if (!stilstand) return []
  const { vanaf, reden, eindigtVanzelf, wachtOpAanvrager, vanDerden } = stilstand
  const t = antwoord.opschorting
  const { afgesproken, voorbij } = vanDerden ? t.derden : t
  const isOver = stilstand.tot < today
  if (isOver && eindigtVanzelf) return [zin(voorbij, { tot: stilstand.tot })]
  const why = reden ? t.reden(reden[taal]) : ''
  const einde = zin(eindigtVanzelf ? afgesproken : t.einde, { tot: isOver ? null : stilstand.tot })
  // what must be done comes first
  if (wachtOpAanvrager) return [zin(`${why} ${t.watNu}`.trim()), zin(t.uitleg, { vanaf }), einde]
  return [zin(`${t.uitleg} ${why}`.trim(), { vanaf }), einde]
}

function stilSinds({ stand: { stilstand } }: Kennis): Datum | null {
  return stilstand && { soort: 'staatStil', date: stilstand.vanaf }
}

/** Which steps a row of the table is about, when not the last one that says where the zaak stands. */
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

/** Say where a zaak stands without a status, unless that asks something. */
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

/** When a besluit is expected that was announced to be late, else by when we decide or had to, or what was decided is made known. */
function beslisdatum(kennis: Kennis): Datum | null {
  const { besluit, today } = kennis
  const { verwacht, uiterlijk } = besluit
  const announced = aangekondigd(kennis)
  if (announced) return { soort: 'verwacht', date: announced }
  if (uiterlijk) return { soort: uiterlijk < today ? 'hadBeslist' : 'beslist', date: uiterlijk }
  return verwacht ? { soort: 'besluitKomt', date: verwacht } : null
}

/** That it is late, and then what the citizen can do about it, or did. */
function teLaatZinnen({ stand, zaak, t, taal, today, isLate }: Kennis): Zin[] {
  const { vanRechtswege } = stand
  const { op = null, beslisUiterlijk: uiterlijk = null, dwangsom, perDag } = zaak.ingebrekestelling ?? {}
  const { bedragen, geenDwangsom } = t.antwoord.ingebreke
  const { kan, loopt, wacht } = stand.geenDwangsom ? geenDwangsom : t.antwoord.ingebreke
  const said = uiterlijk === null ? kan : uiterlijk < today ? loopt : wacht
  const amounts = perDag?.some(Boolean) ? [zin(bedragen(perDag.map((bedrag) => euros(bedrag, taal))))] : []
  const what = (text: string) => (dwangsom ? [] : [zin(text, { op, uiterlijk }), ...amounts])
  const bekend = vanRechtswege?.bekendmakenUiterlijk
  if (bekend && bekend >= today) return []
  if (bekend) return [zin(t.vanRechtswege.teLaat, { bekend }), ...what(t.vanRechtswege[op ? 'ingebreke' : 'kan'])]
  if (!isLate) return []
  return [zin(t.antwoord.teLaat.sorry, { fataal: zaak.uiterlijkeEinddatum }), ...what(said)]
}

/** Whether what was decided was made known, or it ended without. */
function isDecided({ afgerond, isBesloten, nogBekend, vanRechtswege }: Voortgang): boolean {
  return vanRechtswege === null && ((afgerond && nogBekend === null) || isBesloten)
}

/** Because it was not decided in time, or what the law gave not made known. */
function magInGebreke({ stand: { vanRechtswege }, zaak: { ingebrekestelling }, today, isLate }: Kennis): boolean {
  return !ingebrekestelling && (vanRechtswege ? vanRechtswege.bekendmakenUiterlijk < today : isLate)
}

/** What the citizen gets because the besluit was late, by when, or why nothing, and until when one can object to that. */
function vergoedingZinnen({ stand, zaak: { ingebrekestelling }, t, taal, today }: Kennis): Zin[] {
  const { dwangsom: set, vaststellenUiterlijk: vaststellen, betalenUiterlijk: betalen = null } = ingebrekestelling ?? {}
  const { dwangsom } = t.antwoord
  if (!set) {
    if (!vaststellen || !isDecided(stand)) return []
    const said = vaststellen < today ? dwangsom.nietGezegd : dwangsom.hoort
    return [zin(`${dwangsom.volgt} ${said}`, { vaststellen, betalen })]
  }
  const { bedrag, grond, uiterlijkeReactiedatum } = set
  const what = grond ? dwangsom.grond[grond] : dwangsom.bedrag(euros(bedrag, taal))
  const paid = betalen === null ? '' : betalen < today ? dwangsom.nietBetaald : dwangsom.betalen
  const uiterlijk = uiterlijkeReactiedatum < today ? null : uiterlijkeReactiedatum
  return [zin([what, paid, dwangsom.bezwaar].filter(Boolean).join(' '), { betalen, uiterlijk })]
}

function openReacties({ stand, today }: Kennis) {
  return reactieTeksten(stand).filter(({ uiterlijk }) => uiterlijk >= today)
}

/** The last day to respond to the draft that is on display; null when one cannot, or no more. */
function reagerenTot({ stand, zaak: { ontwerp }, today }: Kennis): string | null {
  return ontwerp && !stand.afgerond && ontwerp.zienswijzenUiterlijk >= today ? ontwerp.zienswijzenUiterlijk : null
}

function reagerenZin(kennis: Kennis): Zin[] {
  const reageren = reagerenTot(kennis)
  return reageren ? [zin(kennis.t.antwoord.reageren, { reageren })] : []
}

/** What one can do against what was decided, until when, or that the term for it has passed. */
function reactieZinnen(kennis: Kennis): Zin[] {
  const { stand, t, taal } = kennis
  const open = openReacties(kennis)
  // one that has passed is told when there is no other: somebody may look for it
  const passed = open.length > 0 ? [] : reactieTeksten(stand).slice(-1)
  return [
    ...open.filter(({ isSaid }) => !isSaid).map(({ kan, uiterlijk }) => zin(kan[taal], { uiterlijk })),
    ...passed.map(({ soort, tegen, uiterlijk }) => zin(t.rechtsmiddel[soort].voorbij[tegen], { uiterlijk })),
  ]
}

/** By which day a besluit is expected that will be late, when that was announced. */
function aangekondigd({ stand, zaak: { einddatumGepland = '', uiterlijkeEinddatum }, besluit }: Kennis): string | null {
  return stand.nogBekend === null && einddatumGepland > uiterlijkeEinddatum ? besluit.verwacht : null
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
