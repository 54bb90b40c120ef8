'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { endTeam } from '#lib/zaaksysteem/catalogus/team/change-team.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { TEAMLIJST } from '../../../paths.ts'

const shown = z.object({ code: z.string(), beeindigd: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja') })

export async function endTeamAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(shown, formData)
  if (!form.ok) return form.refusal
  const ended = await endTeam(zaaksysteem(), { ...form.fields, actor })
  if (!ended.ok) return form.refuse({ name: 'code', text: teamlijst.fout[ended.reason] })
  redirect(`${TEAMLIJST}?gedaan=${form.fields.beeindigd ? 'beeindigd' : 'hervat'}`)
}
