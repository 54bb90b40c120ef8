/** What the door answers on purpose, to see what the sender does then. */
export type Proef = 'wacht_503' | 'wacht_429' | 'weiger_400'

/** A handshake. `gegeven`: whether it got toestemming. */
export type Toestemming = {
  soort: 'toestemming'
  op: string
  origin: string | null
  rate: string | null
  gegeven: boolean
}

/** A bezorging, without its content. */
export type Bericht = {
  soort: 'bericht'
  op: string
  status: number
  /** of a refusal: its reason, and its code where the reason has several; of an event that is wrong, all that is */
  reden: string | null
  code: string | null
  fouten: string[]
  kid: string | null
  /** empty when it was refused */
  gebeurtenissen: { id: string; type: string; sequence: number | null; inhoud: string }[]
  /** whether one of them came for the first time */
  isNieuw: boolean
  proef: Proef | null
  /** the Retry-After of the answer, in seconds */
  terugNa: number | null
}

/** A question to the API of the sender, for what came after `vanaf`. `bevinding` is `gat_gevuld` when it was answered rightly. */
type Navraag = { soort: 'navraag'; op: string; vanaf: number; aantal: number; bevinding: GatBevinding }

export type GatBevinding =
  | 'gat_gevuld'
  | 'gat_andere_id'
  | 'gat_ontbreekt'
  | 'gat_ongeldig'
  | 'gat_onbereikbaar'
  | 'gat_geweigerd'
  | 'gat_niets_ontvangen'

/** One thing that came to a door, or that it asked. Kept as JSON, so times are text. */
export type Gebeuren = Toestemming | Bericht | Navraag

export const berichtenIn = (verloop: readonly Gebeuren[]) =>
  verloop.filter((gebeuren): gebeuren is Bericht => gebeuren.soort === 'bericht')
