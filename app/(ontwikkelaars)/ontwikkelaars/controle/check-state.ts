import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { Invoer, InvoerFouten } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'

/** `invoer` is what was typed, without the secret: that is in no answer. */
export type CheckState = { invoer: Invoer; fouten?: InvoerFouten; controle?: Controle }

export const EMPTY: Invoer = {
  headers: '',
  body: '',
  method: '',
  sink: '',
  credentialtype: '',
  geheim: '',
  jwks: '',
  moment: '',
}
