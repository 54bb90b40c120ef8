'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { startBulk } from '#lib/zaaksysteem/bulk/start-bulk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { bulkPath } from '../../paths.ts'
import { requireBulk } from '../require-bulk.ts'
import { loadBulkopdracht } from './load-bulkopdracht.ts'

/** Starts the opdracht as previewed, and redirects to its progress. */
export async function startBulkAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireBulk())
  const { id: opdrachtId } = await loadBulkopdracht(
    readHidden(z.object({ opdrachtId: z.string() }), formData).opdrachtId,
  )
  await startBulk(zaaksysteem(), { opdrachtId, actor })
  redirect(bulkPath(opdrachtId))
}
