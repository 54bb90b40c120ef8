'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { chooseZaken } from '#lib/zaaksysteem/bulk/choose-zaken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkPath } from '../../paths.ts'
import { requireBulk } from '../require-bulk.ts'
import { loadBulkopdracht } from './load-bulkopdracht.ts'

/** Makes a new opdracht of the refused zaken, in their present state. */
export async function rechooseAction(formData: FormData): Promise<void> {
  const { id: behandelaarId } = await requireBulk()
  const { regels } = await loadBulkopdracht(readHidden(z.object({ opdrachtId: z.string() }), formData).opdrachtId)
  const zaakIds = regels.filter(({ uitkomst }) => uitkomst === 'geweigerd').map(({ zaakId }) => zaakId)
  const chosen = await chooseZaken(zaaksysteem(), { behandelaarId, zaakIds })
  if (!chosen.ok) notFound()
  redirect(bulkPath(chosen.opdrachtId))
}
