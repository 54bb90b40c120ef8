import type { Option } from '#lib/ui/form/labels.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findCollegas } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { mag, openVan } from '#lib/zaaksysteem/rechten/mag.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'

/** The possible behandelaars of a new zaak: the behandelaar, and for a coordinator the rest of the team. */
export async function findBehandelaarOptions(behandelaar: SignedInBehandelaar): Promise<Option[]> {
  const teamnaamOf = await loadTeamnamen(zaaksysteem())
  const isCoordinator = mag(behandelaar, 'coordineren', openVan(behandelaar))
  const collegas = isCoordinator ? await findCollegas(zaaksysteem(), [behandelaar.team]) : [behandelaar]
  return collegas
    .filter((collega) => collega.id === behandelaar.id || mag(collega, 'behandelen', openVan(collega)))
    .map(({ id, naam, team }) => ({ value: id, label: behandeling.collega(naam, teamnaamOf(team)) }))
}
