/** How the state of an abonnement looks, beside its word. */
export const ABONNEMENT_TONES = {
  wacht_op_toestemming: 'warning',
  actief: 'success',
  geweigerd: 'error',
  gepauzeerd: 'warning',
  uitgeschakeld: 'error',
} as const

/** The same of a bezorging. */
export const BEZORGING_TONES = {
  wachtend: 'warning',
  bezorgd: 'success',
  mislukt: 'error',
  overgeslagen: 'neutral',
} as const
