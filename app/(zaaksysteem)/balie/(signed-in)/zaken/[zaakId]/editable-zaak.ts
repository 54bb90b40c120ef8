import type { ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { VoortgangStatus } from '#lib/voortgang/past-stappen.ts'
import type { Handelingspad } from './[handeling]/handelingen.ts'

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
  /** the acts of a page of their own that can be done now */
  handelingen: Handelingspad[]
  choices: { code: string; title: string; intern: string; vraagtResultaat: boolean }[]
  resultaten: { code: string; title: string; intern: string; isBesluit: boolean }[]
  /** standaardteksten, filled in for this zaak */
  teksten: { naam: string; tekst: string }[]
  /** `yyyy-mm-dd` */
  today: string
  besluit: ZaakResource['besluit']
  opschorting: ZaakResource['opschorting']
  aanvullingen: ZaakResource['aanvullingen']
  zaaktype: ZaaktypeResource
  statuscode: string
  statussen: VoortgangStatus[]
  uiterlijkeEinddatum: string
  einddatum: string | null
}
