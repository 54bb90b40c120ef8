'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { addTeam } from '#lib/zaaksysteem/catalogus/team/change-team.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { TEAMLIJST } from '../../paths.ts'
import { naam } from './team-fields.ts'

export async function addTeamAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(z.object({ naam }), formData)
  if (!form.ok) return form.refusal
  const added = await addTeam(zaaksysteem(), { ...form.fields, actor })
  if (!added.ok) return form.refuse({ name: 'naam', text: teamlijst.fout[added.reason] })
  redirect(`${TEAMLIJST}?gedaan=toegevoegd`)
}
