import { magErgens } from '../rechten/mag.ts'

/** True when somebody has the right coördineren for some team. The act checks it again for each zaak. */
export function mayDoBulk(behandelaar: { rollen: string[] }): boolean {
  return magErgens(behandelaar, 'coordineren')
}
