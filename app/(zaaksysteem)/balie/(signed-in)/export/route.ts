import { redirect } from 'next/navigation'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { exportWerkvoorraad } from '#lib/zaaksysteem/werkvoorraad/export-werkvoorraad.ts'
import { readWholeList } from '../werkvoorraad-filter.ts'
import { exportCsv } from './export-csv.ts'

/** Streams a list of zaken as a file. */
export async function GET(request: Request): Promise<Response> {
  const behandelaar = await requireBehandelaar()
  const actor = await deskActor(behandelaar)
  const ctx = zaaksysteem()
  const { query, href } = readWholeList(ctx, new URL(request.url).searchParams, behandelaar)
  if (!query) redirect(href)
  const lines = exportCsv(await exportWerkvoorraad(ctx, { query, lezer: behandelaar, actor }))
  return attachment(lines, `zaken-${dateInAmsterdam(ctx.clock())}.csv`)
}
