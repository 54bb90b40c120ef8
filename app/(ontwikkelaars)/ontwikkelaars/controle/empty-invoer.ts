import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'

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
