import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { VoortgangStatus } from '#lib/voortgang/voortgang.ts'

/** What the browser gets of a zaak. */
export type EditableZaak = {
  id: string
  versie: number
  omschrijving: string
  team: string
  statusOmschrijving: string
  /** short date of the latest change */
  since: string
  isAfgehandeld: boolean
  choices: { code: string; title: string; intern: string; vraagtResultaat: boolean }[]
  resultaten: { code: string; title: string; intern: string }[]
  zaaktype: ZaaktypeResource
  statuscode: string
  statussen: VoortgangStatus[]
  uiterlijkeEinddatum: string
  einddatum: string | null
}
