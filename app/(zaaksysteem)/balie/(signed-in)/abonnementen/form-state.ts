import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

/** The fields of the form about an abonnement, as they were typed. */
export type Entered = {
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
  /** those of NATS */
  subject: string
  stream: string
  identifier: string
  /** never shown again */
  secret: string
}

export const EMPTY: Entered = {
  naam: '',
  sink: '',
  contact: '',
  types: [],
  zaaktypen: [],
  credentialtype: '',
  contentmodus: 'structured',
  herhaalschema: '',
  maxGelijktijdig: '64',
  filters: '',
  subject: '',
  stream: '',
  identifier: '',
  secret: '',
}

/** A new abonnement, after its first handshake. `geheim` is null where the method needs none. */
export type Saved = {
  id: string
  naam: string
  geheim: string | null
  status: AbonnementStatus
  foutcode: string | null
  /** such as `CERT_HAS_EXPIRED` */
  foutdetail: string | null
}

/** `round` counts the answers; as a React key it makes the fields new, so that they take what was entered as defaults. */
export type FormState = { round: number } & (
  | { kind: 'initial' }
  | { kind: 'invalid'; errors: FieldError<keyof Entered>[]; entered: Entered }
  | ({ kind: 'saved' } & Saved)
)

export type SaveAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const INITIAL: FormState = { kind: 'initial', round: 0 }
