import { BOUND_TO as AGENDA } from '../agenda/token.ts'
import { BOUND_TO as VESTIGING } from '../burger/vestiging.ts'
import { BOUND_TO as EMAILADRES } from '../mail/emailadres/adres.ts'
import { BOUND_TO as APPARAAT } from '../push/apparaat/push-subscription.ts'

/** A table with `versleuteld` and `sleutel_id`, of which an index begins with the latter, and what its rows are bound to. */
export type EncryptedTable = { table: string; id: string; boundTo: string }

/** All that is encrypted under a key of PUBLIEKSPORTAAL_ENCRYPTION_KEYS: a test compares it with the schema. */
export const ENCRYPTED: EncryptedTable[] = [
  { table: 'emailadres', id: 'burger_id', boundTo: EMAILADRES },
  { table: 'agenda', id: 'burger_id', boundTo: AGENDA },
  { table: 'apparaat', id: 'id', boundTo: APPARAAT },
  { table: 'vestiging', id: 'burger_id', boundTo: VESTIGING },
  { table: 'uitgaande_mail', id: 'id', boundTo: '' },
  { table: 'bron_geheim', id: 'id', boundTo: '' },
]
