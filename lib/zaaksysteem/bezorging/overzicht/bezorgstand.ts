import type { AbonnementStatus } from '../../generated/enums.ts'

/**
 * Open: nothing is tried until a moment. Halfopen: one bezorging may be tried as a probe,
 * whose outcome closes the circuit or opens it again.
 */
export type Circuit = 'gesloten' | 'open' | 'halfopen'

/** The state of the bezorgingen of an abonnement, for people. */
export type Bezorgstand = 'niet' | 'faalt' | 'open' | 'halfopen' | 'normaal'

/** Returns the state that matters most: a failing abonnement says so, also while its circuit is open. */
export function bezorgstand(abonnement: {
  status: AbonnementStatus
  /** since when no attempt succeeded; null after a success */
  falendSinds: Date | null
  circuit: Circuit
}): Bezorgstand {
  const { status, falendSinds, circuit } = abonnement
  if (status !== 'actief') return 'niet'
  if (falendSinds) return 'faalt'
  return circuit === 'gesloten' ? 'normaal' : circuit
}
