import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { euros } from '#lib/ui/text/amounts.ts'
import { type Datums, fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { reactieTeksten } from './besluiten.ts'
import { isBekend, promisedDatums, verwachteDag } from './promised-datums.ts'
import type { Voortgang } from './voortgang.ts'

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
  /** what follows on that */
  gevolgen: Zin[]
  /** what holds besides */
  feiten: Zin[]
  /** what the citizen can do, though need not, about what was decided or was not in time */
  kan: Zin | null
  /** page that says how to object, while one can */
  bezwaarpagina: string | null
  /** the date that matters most now; null when none holds */
  datum: Datum | null
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
  /** the citizen asked to withdraw the aanvraag, and nobody answered yet */
  wilIntrekken?: boolean
  /** ids of things that the citizen said to have sent */
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
    als: (kennis) => {
      const { stilstand } = kennis.stand
      const waits = stilstand?.soort === 'aanvulling' && stilstand.tot >= kennis.today
      return waits && missing(kennis).length > 0 && nogTeSturen(kennis) === 0
    },
    toon: 'loopt',
    kop: ({ t }) => zin(t.antwoord.aanvulling.gemeld.kop),
    zinnen: ({ t }) => [zin(t.antwoord.aanvulling.gemeld.uitleg)],
    datum: (kennis) => (kennis.stand.stilstand?.staatStil ? stilSinds(kennis) : beslisdatum(kennis)),
  },
  aanvullen: {
    als: ({ stand: { stilstand }, today }) => stilstand?.soort === 'aanvulling' && stilstand.tot >= today,
    toon: 'teDoen',
    kop: (kennis) => zin(kennis.t.antwoord.aanvulling.kop(nogTeSturen(kennis)), tot(kennis)),
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
    als: ({ stand: { stilstand, ontbreekt, verlopenOp } }) =>
      stilstand?.soort === 'aanvulling' || (verlopenOp !== null && ontbreekt.length > 0),
    toon: 'teDoen',
    kop: (kennis) => zin(kennis.t.antwoord.aanvulling.voorbij.kop(missing(kennis).length)),
    zinnen: (kennis) => {
      const { laatsteDag, misten } = kennis.t.antwoord.aanvulling.voorbij
      return [zin(`${laatsteDag} ${misten}`, tot(kennis))]
    },
    gevolgen: ({ stand: { stilstand, verlopenOp }, t, today }) => {
      const { gevolg, nog } = t.antwoord.aanvulling.voorbij
      const over = stilstand?.tot ?? verlopenOp ?? ''
      return [zin(today <= addToDate(over, NIET_BEHANDELEN) ? `${gevolg} ${nog}` : nog)]
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
    zinnen: (kennis) => [statusUitleg(kennis), zin(kennis.stand.teDoen?.[kennis.taal] ?? '', kennis.datums)],
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
  intrekkingGevraagd: {
    als: ({ zaak }) => zaak.wilIntrekken === true,
    toon: 'loopt',
    kop: ({ t }) => zin(t.inzending.intrekking),
    zinnen: ({ t }) => [zin(t.antwoord.intrekking)],
  },
  uitstelVoorbij: {
    als: ({ stand: { stilstand }, today }) => stilstand?.eindigtVanzelf === true && stilstand.tot < today,
    toon: 'loopt',
    kop: ({ t }) => zin(t.antwoord.opschorting.verder),
    zinnen: stilstandUitleg,
    datum: () => null,
  },
  opgeschort: {
    als: ({ stand }) => stand.stilstand !== null,
    toon: 'staatStil',
    kop: ({ t }) => zin(t.antwoord.opschorting.antwoord),
    zinnen: stilstandUitleg,
    datum: stilSinds,
  },
  vertraagd: {
    als: (kennis) => !isBekend(kennis.stand.nietLaatVanaf, kennis.today) && aangekondigd(kennis) !== null,
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
    gevraagd: rij === 'aanvullingVoorbij' ? missing(kennis) : gevraagdOf(stand),
    gevolgen: regel.gevolgen?.(kennis) ?? [],
    feiten: feitenOf(kennis, rij).filter(isSaid),
    kan: laatste ? zin(laatste.kan[taal], { uiterlijk: laatste.uiterlijk }) : (teLaatZinnen(kennis)[1] ?? null),
    bezwaarpagina: open.some(({ soort }) => soort === 'bezwaar') ? stand.bezwaarpagina : null,
    datum: regel.datum ? regel.datum(kennis) : beslisdatum(kennis),
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

/** Where the zaak stands and what that means, when something else speaks first. */
function statusZin({ stand, taal, datums }: Kennis): Zin {
  return zin(`${stand.antwoord[taal]} ${stand.statustekst[taal]}`.trim(), datums)
}

/** Another sentence says by when we decide. */
function withoutTermijn(kennis: Kennis): Kennis {
  return { ...kennis, datums: { ...kennis.datums, fataleDatum: null } }
}

/** That nothing need be done stands with the rest, unless something must, or it cannot be known. */
function withCalm(zinnen: Zin[], { stand, t }: Kennis, toon: Toon): Zin[] {
  const { onbekend, stilstand, ontbreekt } = stand
  if (onbekend || stilstand?.wachtOpAanvrager || toon === 'teDoen' || toon === 'afgerond') return zinnen
  if (ontbreekt.length > 0) return [...zinnen, zin(t.antwoord.aanvulling.ontbreekt)]
  const { tekst, datums } = zinnen.at(-1) ?? zin('')
  return [...zinnen.slice(0, -1), zin(`${tekst} ${t.antwoord.nietsTeDoen}`.trim(), datums)]
}

function gevraagdOf({ stilstand, ontbreekt }: Voortgang): Antwoord['gevraagd'] {
  return stilstand?.soort === 'aanvulling' ? stilstand.aanvullingen : ontbreekt
}

/** What of that did not come. */
function missing({ stand }: Kennis): Antwoord['gevraagd'] {
  return gevraagdOf(stand).filter(({ ontvangenOp }) => !ontvangenOp)
}

/** How much of that the citizen did not say to have sent either. */
function nogTeSturen(kennis: Kennis): number {
  const { gemeld = [] } = kennis.zaak
  return missing(kennis).filter(({ id }) => !(id && gemeld.includes(id))).length
}

function tot({ stand }: Kennis): Datums {
  return { tot: stand.stilstand?.tot ?? null }
}

/** The first sentence of what must be done is on top, and the others below it. */
function taakOf({ stand, taal }: Kennis): { eerst: string; verder: string } {
  const [eerst = '', ...verder] = (stand.teDoen?.[taal] ?? '').split(/(?<=[.!?])\s+/)
  return { eerst, verder: verder.join(' ') }
}

/** Why the term stands still, since when, and what ends it. */
function stilstandUitleg({ stand: { stilstand }, t: { antwoord }, taal, today }: Kennis): Zin[] {
  if (!stilstand) return []
  const { vanaf, reden, eindigtVanzelf, wachtOpAanvrager } = stilstand
  const t = antwoord.opschorting
  const isOver = stilstand.tot < today
  if (isOver && eindigtVanzelf) return [zin(t.voorbij, { tot: stilstand.tot })]
  const why = [t.uitleg, reden && t.reden(reden[taal]), wachtOpAanvrager && t.vraagWat]
  const einde = eindigtVanzelf ? t.afgesproken : t.einde
  return [zin(why.filter(Boolean).join(' '), { vanaf }), zin(einde, { tot: isOver ? null : stilstand.tot })]
}

function stilSinds({ stand: { stilstand } }: Kennis): Datum | null {
  return stilstand && { soort: 'staatStil', date: stilstand.vanaf }
}

/** By when we decide, or had to. Once what was decided is known, nothing is late, also of a zaak that was reopened. */
function beslisdatum({ stand, zaak: { uiterlijkeEinddatum: date }, today }: Kennis): Datum | null {
  if (date >= today) return { soort: 'beslist', date }
  return isBekend(stand.nietLaatVanaf, today) ? null : { soort: 'hadBeslist', date }
}

/** That it is late, and then what the citizen can do about it, or did. */
function teLaatZinnen({ stand: { vanRechtswege }, zaak, t, taal, today, isLate }: Kennis): Zin[] {
  const { op = null, beslisUiterlijk: uiterlijk = null, dwangsom, perDag } = zaak.ingebrekestelling ?? {}
  const { kan, loopt, wacht, bedragen } = t.antwoord.ingebreke
  const said = uiterlijk === null ? kan : uiterlijk < today ? loopt : wacht
  const amounts = perDag ? [zin(bedragen(perDag.map((bedrag) => euros(bedrag, taal))))] : []
  const what = (text: string) => (dwangsom ? [] : [zin(text, { op, uiterlijk }), ...amounts])
  const bekend = vanRechtswege?.bekendmakenUiterlijk
  if (bekend && bekend >= today) return []
  if (bekend) return [zin(t.vanRechtswege.teLaat, { bekend }), ...what(t.vanRechtswege[op ? 'ingebreke' : 'kan'])]
  if (!isLate) return []
  return [zin(t.antwoord.teLaat.sorry, { fataal: zaak.uiterlijkeEinddatum }), ...what(said)]
}

/** What the citizen gets because the besluit was late, or why nothing, and until when one can object to that. */
function vergoedingZinnen({ zaak: { ingebrekestelling }, t, taal, today }: Kennis): Zin[] {
  if (!ingebrekestelling?.dwangsom) return []
  const { bedrag, grond, uiterlijkeReactiedatum } = ingebrekestelling.dwangsom
  const { dwangsom } = t.antwoord
  const what = grond ? dwangsom.grond[grond] : dwangsom.bedrag(euros(bedrag, taal))
  return [
    zin(`${what} ${dwangsom.bezwaar}`, { uiterlijk: uiterlijkeReactiedatum < today ? null : uiterlijkeReactiedatum }),
  ]
}

function openReacties({ stand, today }: Kennis) {
  return reactieTeksten(stand).filter(({ uiterlijk }) => uiterlijk >= today)
}

/** What one can do against what was decided, until when, or that the term for it has passed. */
function reactieZinnen(kennis: Kennis): Zin[] {
  const { stand, t, taal } = kennis
  const open = openReacties(kennis)
  // one that has passed is told when there is no other: somebody may look for it
  const passed = open.length > 0 ? [] : reactieTeksten(stand).slice(-1)
  return [
    ...open.filter(({ isSaid }) => !isSaid).map(({ kan, uiterlijk }) => zin(kan[taal], { uiterlijk })),
    ...passed.map(({ soort, uiterlijk }) => zin(t.rechtsmiddel[soort].voorbij, { uiterlijk })),
  ]
}

/** By which day a besluit is expected that will be late, when that was announced. */
function aangekondigd({ zaak: { einddatumGepland, uiterlijkeEinddatum }, today }: Kennis): string | null {
  if (!einddatumGepland || einddatumGepland <= uiterlijkeEinddatum) return null
  return verwachteDag({ einddatumGepland, uiterlijkeEinddatum }, today)
}

function feitenOf(kennis: Kennis, rij: Rij): Zin[] {
  const { stand, t, taal, today } = kennis
  const verwacht = rij === 'vertraagd' || stand.afgerond ? null : aangekondigd(kennis)
  const bekend = stand.vanRechtswege?.bekendmakenUiterlijk ?? ''
  return [
    ...teLaatZinnen(kennis),
    ...vergoedingZinnen(kennis),
    zin(t.antwoord.verwacht, { verwacht }),
    zin(stand.doorzending?.[taal] ?? ''),
    ...stand.geldt.map((besluit) => zin(besluit[taal])),
    zin(t.vanRechtswege.bevestigen, { bekend: bekend < today ? null : bekend }),
    ...reactieZinnen(kennis),
  ]
}
