import { euros } from '#lib/ui/text/amounts.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactieTeksten } from '../besluiten.ts'
import { isDecided, type Kennis, openReacties, reagerenTot, type Zin } from './kennis.ts'

export function zin(tekst: string, datums: Datums = {}): Zin {
  return { tekst, datums }
}

export function statusKop({ stand, taal, zaak, datums }: Kennis): Zin {
  return zin(stand.antwoord[taal], { ...datums, fataleDatum: zaak.uiterlijkeEinddatumAfdoening })
}

export function statusUitleg({ stand, taal, datums }: Kennis): Zin {
  return zin(stand.statustekst[taal], datums)
}

/** Says from which day until which day the besluit holds. */
export function geldigheidZin({ stand: { geldigheid }, t: { besluit } }: Kennis): Zin {
  if (!geldigheid) return zin('')
  return zin(geldigheid.tot ? besluit.geldtVanTot : besluit.geldtVanaf, geldigheid)
}

/** Says where the zaak stands and what that means, when another sentence speaks first. */
export function statusZin({ stand, taal, datums }: Kennis): Zin {
  return zin(`${stand.antwoord[taal]} ${stand.statustekst[taal]}`.trim(), datums)
}

/** Drops the last day of the term, because another sentence names it. */
export function withoutTermijn(kennis: Kennis): Kennis {
  return { ...kennis, datums: { ...kennis.datums, fataleDatum: null } }
}

/** Splits a task: its first sentence is the heading, and the others follow below. */
export function taakOf({ stand, taal }: Kennis): { eerst: string; verder: string } {
  const [eerst = '', ...verder] = (stand.teDoen?.[taal] ?? '').split(/(?<=[.!?])\s+/)
  return { eerst, verder: verder.join(' ') }
}

/** Says why the term stands still, since when, and what ends that. */
export function stilstandUitleg({ stand: { stilstand }, t: { antwoord }, taal, today }: Kennis): Zin[] {
  if (!stilstand) return []
  const { vanaf, reden, eindigtVanzelf, wachtOpAanvrager, vanDerden } = stilstand
  const t = antwoord.opschorting
  const { afgesproken, voorbij } = vanDerden ? t.derden : t
  const isOver = stilstand.tot < today
  if (isOver && eindigtVanzelf) return [zin(voorbij, { tot: stilstand.tot })]
  const why = reden ? t.reden(reden[taal]) : ''
  const einde = zin(eindigtVanzelf ? afgesproken : t.einde, { tot: isOver ? null : stilstand.tot })
  // the task comes first
  if (wachtOpAanvrager) return [zin(`${why} ${t.watNu}`.trim()), zin(t.uitleg, { vanaf }), einde]
  return [zin(`${t.uitleg} ${why}`.trim(), { vanaf }), einde]
}

/** Says that the besluit is late, and then what the citizen can do about it, or did. */
export function teLaatZinnen({ stand, zaak, t, taal, today, isLate }: Kennis): Zin[] {
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
  return [zin(t.antwoord.teLaat.sorry, { fataal: zaak.uiterlijkeEinddatumAfdoening }), ...what(said)]
}

/**
 * Says which compensation the citizen gets for a late besluit and by when, or why there is none, and the last
 * day to object.
 */
export function vergoedingZinnen({ stand, zaak: { ingebrekestelling }, t, taal, today }: Kennis): Zin[] {
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

export function reagerenZin(kennis: Kennis): Zin[] {
  const reageren = reagerenTot(kennis)
  return reageren ? [zin(kennis.t.antwoord.reageren, { reageren })] : []
}

/** Says how and until when one can object, or that the term for it has passed. */
export function reactieZinnen(kennis: Kennis): Zin[] {
  const { stand, t, taal } = kennis
  const open = openReacties(kennis)
  // a passed term is shown when there is no open one, because somebody may look for it
  const passed = open.length > 0 ? [] : reactieTeksten(stand).slice(-1)
  return [
    ...open.filter(({ isSaid }) => !isSaid).map(({ kan, uiterlijk }) => zin(kan[taal], { uiterlijk })),
    ...passed.map(({ soort, tegen, uiterlijk }) => zin(t.rechtsmiddel[soort].voorbij[tegen], { uiterlijk })),
  ]
}
