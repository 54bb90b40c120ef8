import type { SignedInBehandelaar } from './sessies.ts'

/** May give zaken to colleagues and other teams. */
export function isCoordinator({ rollen }: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return rollen.includes('coordinator')
}
