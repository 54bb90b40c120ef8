import type { Option } from '#lib/ui/form/form-field.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { findCollegas } from '#lib/zaaksysteem/balie/behandelaars/find-collegas.ts'
import { TEAMS } from '#lib/zaaksysteem/catalogus/catalogus.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { isCoordinator } from '#lib/zaaksysteem/sign-in/is-coordinator.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { teamValue } from './read-verdeel-form.ts'

/** Whom a coordinator may give zaken to: those of the own team and of these teams, and every team. Nobody for others. */
export async function findNaarOptions(behandelaar: SignedInBehandelaar, teams: string[] = []): Promise<Option[]> {
  if (!isCoordinator(behandelaar)) return []
  const collegas = await findCollegas(zaaksysteem(), [behandelaar.team, ...teams])
  return [
    ...collegas.map(({ id, naam, team }) => ({ value: id, label: behandeling.collega(naam, team) })),
    ...TEAMS.map((team) => ({ value: teamValue(team), label: behandeling.team(team) })),
  ]
}
