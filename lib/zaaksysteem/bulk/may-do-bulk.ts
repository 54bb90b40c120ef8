import { magErgens } from '../rechten/mag.ts'

/** Whether there may be zaken for which somebody may do one act together: coördineren. Of each zaak its act asks again. */
export function mayDoBulk(behandelaar: { rollen: string[] }): boolean {
  return magErgens(behandelaar, 'coordineren')
}
