import type { Option } from '#lib/ui/form/labels.ts'
import { findTeams, loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/** The teams that can get zaken, as options. */
export async function teamOptions(): Promise<Option[]> {
  const ctx = zaaksysteem()
  const [teams, teamnaamOf] = await Promise.all([findTeams(ctx), loadTeamnamen(ctx)])
  return teams.map((value) => ({ value, label: teamnaamOf(value) }))
}
