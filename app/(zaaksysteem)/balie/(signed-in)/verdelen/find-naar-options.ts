import type { Option } from '#lib/ui/form/labels.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { findTeams, loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findCollegas } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { type Afgeschermd, mag, openVan, teamsMet } from '#lib/zaaksysteem/rechten/mag.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { teamValue } from './read-verdeel-form.ts'

/**
 * Returns the colleagues who may treat zaken, and every team, for a coordinator. Another behandelaar gives
 * one zaak at a time, to colleagues only.
 *
 * @param zaak the zaak to give; absent for zaken of a list, which are judged one by one when they are given
 */
export async function findNaarOptions(behandelaar: SignedInBehandelaar, zaak?: Afgeschermd): Promise<Option[]> {
  const coordinated = teamsMet(behandelaar, 'coordineren')
  const mayGiveToTeam = zaak ? mag(behandelaar, 'coordineren', zaak) : coordinated.length > 0
  if (!mayGiveToTeam && !(zaak && mag(behandelaar, 'behandelen', zaak))) return []
  const ctx = zaaksysteem()
  const own = coordinated === 'alle' || !mayGiveToTeam ? [behandelaar.team] : coordinated
  const teams = zaak ? [...own, zaak.team] : own
  const [collegas, every, teamnaamOf] = await Promise.all([
    findCollegas(ctx, teams),
    findTeams(ctx),
    loadTeamnamen(ctx),
  ])
  const others = collegas.filter(({ id }) => mayGiveToTeam || id !== behandelaar.id)
  const able = others.filter((collega) => mag(collega, 'behandelen', zaak ?? openVan(collega)))
  return [
    ...able.map(({ id, naam, team }) => ({ value: id, label: behandeling.collega(naam, teamnaamOf(team)) })),
    ...(mayGiveToTeam ? every : []).map((team) => ({
      value: teamValue(team),
      label: behandeling.team(teamnaamOf(team)),
    })),
  ]
}
