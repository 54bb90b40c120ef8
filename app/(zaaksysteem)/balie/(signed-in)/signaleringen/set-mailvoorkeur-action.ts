'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { tick } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { setMailvoorkeur } from '#lib/zaaksysteem/signalering/mailvoorkeur.ts'
import { SIGNALERINGEN } from '../paths.ts'

export async function setMailvoorkeurAction(formData: FormData): Promise<void> {
  const { id: behandelaarId } = await requireBehandelaar()
  const { mailen: aan } = readHidden(z.object({ mailen: tick }), formData)
  await setMailvoorkeur(zaaksysteem(), { behandelaarId, aan })
  redirect(`${SIGNALERINGEN}?mail=${aan ? 'aan' : 'uit'}`)
}
