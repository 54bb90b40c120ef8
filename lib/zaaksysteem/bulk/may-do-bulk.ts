import { isCoordinator } from '../sign-in/is-coordinator.ts'

/** Who may do one act for many zaken: asked at each page, and for each zaak when its turn comes. */
export function mayDoBulk(behandelaar: { rollen: string[] }): boolean {
  return isCoordinator(behandelaar)
}
