'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { storable } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { proposeVernietiging } from '#lib/zaaksysteem/zaak/bewaren/propose-vernietiging.ts'
import { lijstPath, NIEUWE_LIJST } from '../../paths.ts'

/** Makes a lijst of the zaken past their bewaartermijn, and redirects to it. */
export async function proposeAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireRecht('vernietigen'))
  const { zaaktype } = readHidden(z.object({ zaaktype: storable.max(100).optional() }), formData)
  const proposed = await proposeVernietiging(zaaksysteem(), { zaaktype: zaaktype || undefined, actor })
  if (!proposed.ok) redirect(hrefWith(NIEUWE_LIJST, { gedaan: 'intussen' }))
  redirect(hrefWith(lijstPath(proposed.lijstId), { gedaan: 'gemaakt' }))
}
