import type {
  OpschortingsredenResource,
  ResultaattypeResource,
  StatustypeResource,
  ZaaktypeResource,
} from '#lib/contract/zaak-resource.ts'

/** `intern` is what the desk shows beside the choice: one short line, in Dutch. */
export type Opschortingsreden = OpschortingsredenResource & { intern: string }
export type Statustype = StatustypeResource & { intern: string }
export type Resultaattype = ResultaattypeResource & {
  intern: string
  /** whether it is a besluit (Awb 1:3), to which one can object */
  isBesluit: boolean
}

/** A statustype without its position, which `defineZaaktype` adds. */
export type Stap = Omit<Statustype, 'volgnummer' | 'isEindstatus'>

export type Zaaktype = Omit<ZaaktypeResource, 'statustypen' | 'resultaattypen' | 'opschortingsredenen'> & {
  opschortingsredenen: Opschortingsreden[]
  statustypen: Statustype[]
  resultaattypen: Resultaattype[]
  /** the team that handles it, as citizens see it */
  team: string
  /** fatale termijn: the legal term, in calendar days (ISO 8601 duration) */
  doorlooptijd: string
  /** streeftermijn: what the municipality promises, at most the doorlooptijd */
  servicenorm: string
  /** how far both dates can be moved once, as an ISO 8601 duration in days; null when the law allows none */
  verlengingstermijn: string | null
}

type Definition = Omit<Zaaktype, 'statustypen' | 'resultaattypen'> & {
  /** in order; the last is the eindstatus */
  stappen: readonly Stap[]
  resultaten: readonly Resultaattype[]
}

export function defineZaaktype({ stappen, resultaten, ...zaaktype }: Definition): Zaaktype {
  return {
    ...zaaktype,
    statustypen: stappen.map((stap, index) => ({
      ...stap,
      volgnummer: index + 1,
      isEindstatus: index === stappen.length - 1,
    })),
    resultaattypen: [...resultaten],
  }
}
