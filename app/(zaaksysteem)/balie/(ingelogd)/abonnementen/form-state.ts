import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

/** What the form about an abonnement holds, as text. */
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
}

export type FieldError = { name: keyof Entered; text: string }

/** An abonnement as it was just stored and verified, with the secret that is never shown again. */
export type Saved = {
  id: string
  naam: string
  geheim: string | null
  status: AbonnementStatus
  foutcode: string | null
  /** what exactly, such as `CERT_HAS_EXPIRED` */
  foutdetail: string | null
}

/** `round` counts the answers. */
export type FormState = { round: number } & (
  | { kind: 'initial' }
  | { kind: 'invalid'; errors: FieldError[]; entered: Entered }
  | ({ kind: 'saved' } & Saved)
)

export type SaveAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const INITIAL: FormState = { kind: 'initial', round: 0 }
