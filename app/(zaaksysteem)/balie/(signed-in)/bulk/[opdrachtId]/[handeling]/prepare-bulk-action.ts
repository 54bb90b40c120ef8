'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { BULKHANDELINGEN } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { prepareBulk } from '#lib/zaaksysteem/bulk/prepare-bulk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkPath } from '../../../paths.ts'
import { formOf } from '../../../zaken/[zaakId]/handeling-fields.ts'
import { requireBulk } from '../../load-bulkopdracht.ts'

const hiddenFields = z.object({ opdrachtId: z.uuid(), handeling: z.enum(BULKHANDELINGEN) })

/** Stores the input of an act for the chosen zaken, and redirects to the preview. */
export async function prepareBulkAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id: behandelaarId } = await requireBulk()
  const { opdrachtId, handeling } = readHidden(hiddenFields, formData)
  const form = readForm(formOf(handeling), formData)
  if (!form.ok) return form.refusal
  const prepared = await prepareBulk(zaaksysteem(), { opdrachtId, behandelaarId, handeling, invoer: form.fields })
  if (!prepared.ok) notFound()
  redirect(bulkPath(prepared.opdrachtId))
}
