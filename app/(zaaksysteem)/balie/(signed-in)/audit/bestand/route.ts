import { z } from 'zod'
import { attachment } from '#lib/platform/http/attachment.ts'
import { readSearchParams } from '#lib/ui/staff/search-params.ts'
import { exportAuditregels } from '#lib/zaaksysteem/audit/export-auditregels.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { auditFields, toAuditregelFilter } from '../audit-filter.ts'

const form = z.enum(['csv', 'jsonl']).catch('csv')

/** Streams the audittrail as a file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await deskActor(await requireBeheerder())
  const ctx = zaaksysteem()
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const vorm = form.parse(params.vorm)
  const filter = await toAuditregelFilter(ctx, readSearchParams(auditFields, params))
  const lines = await exportAuditregels(ctx, { form: vorm, filter, actor })
  return attachment(lines, `audittrail.${vorm}`)
}
