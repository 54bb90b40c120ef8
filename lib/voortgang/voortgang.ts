import type {
  ResultaattypeResource,
  StatusResource,
  StatustypeResource,
  Tweetalig,
} from '#lib/contract/zaak-resource.ts'

export type VoortgangStatus = {
  versie: number
  soort: StatusResource['soort']
  statuscode: string
  tijdstip: Date
  toelichting: string | null
}

export type VoortgangStap = {
  toestand: 'klaar' | 'nu' | 'komt'
  soort: 'stap' | 'heropend'
  omschrijving: Tweetalig
  /** null when it is still to come, or was skipped */
  tijdstip: Date | null
  toelichting: string | null
  /** null when it is still to come, or was skipped */
  versie: number | null
}

export type Voortgang = {
  antwoord: Tweetalig
  statustekst: Tweetalig
  handeling: Tweetalig | null
  afgerond: boolean
  stappen: VoortgangStap[]
}

type Zaaktype = {
  statustypen: readonly Omit<StatustypeResource, 'informeren'>[]
  resultaattypen: readonly ResultaattypeResource[]
}

const HEROPEND: Tweetalig = { nl: 'Zaak heropend', en: 'Case reopened' }

/**
 * Where a zaak stands and how it got there, for its citizen. Pure, so that the desk can preview what the citizen will
 * see.
 *
 * @param statussen oldest first
 * @throws when no statuscode of the zaak is in its zaaktype
 */
export function voortgang({
  zaaktype,
  statuscode,
  statussen,
}: {
  zaaktype: Zaaktype
  statuscode: string
  statussen: readonly VoortgangStatus[]
}): Voortgang {
  // An event can bring a statuscode that our copy of the zaaktype lacks: the last known one is then shown.
  const codes = [...statussen.map((status) => status.statuscode), statuscode]
  const current = codes.map((code) => findStatus(zaaktype, code)).findLast((found) => found !== undefined)
  if (!current) throw new Error('No statuscode of this zaak is of its zaaktype')
  const { antwoord, statustekst, handeling } = current.teksten
  const past = statussen.flatMap((status, index) => pastStappen(zaaktype, status, statussen[index - 1]))
  const last = past.at(-1)
  if (last && !current.isClosed) last.toestand = 'nu'
  const ahead = current.isClosed ? [] : zaaktype.statustypen.slice(current.position + 1)
  return {
    antwoord,
    statustekst,
    handeling,
    afgerond: current.isClosed,
    stappen: [...past, ...ahead.map(({ omschrijving }) => undatedStap('komt', omschrijving))],
  }
}

/** Position of a statuscode among the statustypen, and its texts; the statuscode of a resultaat comes last. */
function findStatus({ statustypen, resultaattypen }: Zaaktype, statuscode: string) {
  const resultaattype = resultaattypen.find((type) => type.statuscode === statuscode)
  if (resultaattype) return { position: statustypen.length - 1, teksten: resultaattype, isClosed: true }
  const position = statustypen.findIndex(({ code }) => code === statuscode)
  const teksten = statustypen[position]
  return teksten && { position, teksten, isClosed: false }
}

/** The step of one status, preceded by the steps that the desk skipped. */
function pastStappen(zaaktype: Zaaktype, status: VoortgangStatus, previous?: VoortgangStatus): VoortgangStap[] {
  const found = findStatus(zaaktype, status.statuscode)
  if (!found) return []
  const { versie, tijdstip, toelichting } = status
  const reached = { toestand: 'klaar', tijdstip, toelichting, versie } as const
  if (status.soort === 'heropening') return [{ ...reached, soort: 'heropend', omschrijving: HEROPEND }]
  const from = previous ? findStatus(zaaktype, previous.statuscode)?.position : undefined
  const skipped = from === undefined ? [] : zaaktype.statustypen.slice(from + 1, found.position)
  return [
    ...skipped.map(({ omschrijving }) => undatedStap('klaar', omschrijving)),
    { ...reached, soort: 'stap', omschrijving: found.teksten.omschrijving },
  ]
}

function undatedStap(toestand: 'klaar' | 'komt', omschrijving: Tweetalig): VoortgangStap {
  return { toestand, soort: 'stap', omschrijving, tijdstip: null, toelichting: null, versie: null }
}
