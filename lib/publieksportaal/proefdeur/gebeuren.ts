/** A deliberate refusal that shows how the sender reacts. */
export type Proef = 'wacht_503' | 'wacht_429' | 'weiger_400'

/** A handshake. `gegeven`: true when it got toestemming. */
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
  /** the reason of a refusal, its code when the reason has several, and every problem of an invalid event */
  reden: string | null
  code: string | null
  fouten: string[]
  kid: string | null
  /** empty after a refusal */
  gebeurtenissen: { id: string; type: string; sequence: number | null; inhoud: string }[]
  /** true when one of the events is new */
  isNieuw: boolean
  proef: Proef | null
  /** the Retry-After of the response, in seconds */
  terugNa: number | null
}

/** A request to the API of the sender for events after `vanaf`; `gat_gevuld` when the response was right. */
type Navraag = { soort: 'navraag'; op: string; vanaf: number; aantal: number; bevinding: GatBevinding }

export type GatBevinding =
  | 'gat_gevuld'
  | 'gat_andere_id'
  | 'gat_ontbreekt'
  | 'gat_ongeldig'
  | 'gat_onbereikbaar'
  | 'gat_geweigerd'
  | 'gat_niets_ontvangen'

/** An entry in the log of a proefdeur. Stored as JSON, so times are text. */
export type Gebeuren = Toestemming | Bericht | Navraag

export const berichtenIn = (verloop: readonly Gebeuren[]) =>
  verloop.filter((gebeuren): gebeuren is Bericht => gebeuren.soort === 'bericht')
