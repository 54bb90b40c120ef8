'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { Bulkhandeling } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { prepareBulk } from '#lib/zaaksysteem/bulk/prepare-bulk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { opForm, opschortenForm, verlengenForm } from '../../../zaken/[zaakId]/[handeling]/forms.ts'
import { readFields, statusForm } from '../../../zaken/[zaakId]/read-zaak-form.ts'
import { bulkPath } from '../../paths.ts'
import { requireBulk } from '../../require-bulk.ts'
import type { BulkState } from './bulk-state.ts'

const FORMS = {
  status: statusForm,
  opschorten: opschortenForm,
  hervatten: opForm,
  verlengen: verlengenForm,
} as const satisfies Record<Bulkhandeling, z.ZodType>

const hiddenFields = z.object({ opdrachtId: z.uuid(), handeling: z.enum(Object.keys(FORMS) as Bulkhandeling[]) })

/** Fills in an act for the chosen zaken, and shows what it would do. */
export async function prepareBulkAction({ round }: BulkState, formData: FormData): Promise<BulkState> {
  const { id: behandelaarId } = await requireBulk()
  const hidden = hiddenFields.safeParse(Object.fromEntries(formData))
  if (!hidden.success) notFound()
  const { opdrachtId, handeling } = hidden.data
  const form = readFields<Record<string, unknown>>(FORMS[handeling], formData)
  if (!form.ok) return { round: round + 1, errors: form.errors, entered: form.entered }
  const prepared = await prepareBulk(zaaksysteem(), { opdrachtId, behandelaarId, handeling, invoer: form.fields })
  if (!prepared.ok) notFound()
  redirect(bulkPath(prepared.opdrachtId))
}
