'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { approveLijst } from '#lib/zaaksysteem/zaak/bewaren/approve-lijst.ts'
import { goedkeurenPath, lijstPath } from '../../../paths.ts'

/** Approves a lijst that another person proposed, and redirects to its progress. */
export async function approveAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireRecht('vernietigen'))
  const { lijstId } = readHidden(z.object({ lijstId: z.uuid() }), formData)
  const approved = await approveLijst(zaaksysteem(), { lijstId, actor })
  redirect(
    approved
      ? hrefWith(lijstPath(lijstId), { gedaan: 'goedgekeurd' })
      : hrefWith(goedkeurenPath(lijstId), { fout: 'intussen' }),
  )
}
