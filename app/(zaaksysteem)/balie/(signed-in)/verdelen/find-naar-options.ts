import type { Option } from '#lib/ui/form/form-field.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { findCollegas } from '#lib/zaaksysteem/balie/behandelaars/find-collegas.ts'
import { findTeams } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { isCoordinator } from '#lib/zaaksysteem/sign-in/is-coordinator.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { teamValue } from './read-verdeel-form.ts'

/** Whom a coordinator may give zaken to: those of the own team and of these teams, and every team. Nobody for others. */
export async function findNaarOptions(behandelaar: SignedInBehandelaar, teams: string[] = []): Promise<Option[]> {
  if (!isCoordinator(behandelaar)) return []
  const ctx = zaaksysteem()
  const [collegas, every] = await Promise.all([findCollegas(ctx, [behandelaar.team, ...teams]), findTeams(ctx)])
  return [
    ...collegas.map(({ id, naam, team }) => ({ value: id, label: behandeling.collega(naam, team) })),
    ...every.map((team) => ({ value: teamValue(team), label: behandeling.team(team) })),
  ]
}
