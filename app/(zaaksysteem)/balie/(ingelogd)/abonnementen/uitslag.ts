import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

/** What the form about an abonnement holds, as text. */
export type Ingevuld = {
  naam: string
  sink: string
  contact: string
  types: string[]
  zaaktypen: string[]
  credentialtype: string
  contentmodus: string
  herhaalschema: string
  maxGelijktijdig: string
  filters: string
}

export type Veldfout = { name: keyof Ingevuld; text: string }

/** An abonnement as it was just stored and verified, with the secret that is never shown again. */
export type Opgeslagen = {
  id: string
  naam: string
  geheim: string | null
  status: AbonnementStatus
  foutcode: string | null
  /** what exactly, such as `CERT_HAS_EXPIRED` */
  foutdetail: string | null
}

/** `poging` counts the answers. */
export type Uitslag = { poging: number } & (
  | { soort: 'begin' }
  | { soort: 'ongeldig'; fouten: Veldfout[]; ingevuld: Ingevuld }
  | ({ soort: 'opgeslagen' } & Opgeslagen)
)

export type OpslaanAction = (vorige: Uitslag, formData: FormData) => Promise<Uitslag>

export const BEGIN: Uitslag = { soort: 'begin', poging: 0 }
