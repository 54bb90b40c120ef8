import { redirect } from 'next/navigation'
import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findInzage } from '#lib/zaaksysteem/zaak/betrokkene/find-inzage.ts'
import { INZAGE } from '../../paths.ts'
import { inzageForm } from '../../zoeken/bsn/bsn-zoek-fields.ts'
import { inzageCells } from '../inzage-cells.ts'

/** The access log about a betrokkene as a file. Uses POST, so that no URL holds the BSN. */
export async function POST(request: Request): Promise<Response> {
  const door = await requireRecht('inzage_geven')
  const form = readForm(inzageForm, await request.formData())
  if (!form.ok) redirect(INZAGE)
  const regels = await findInzage(zaaksysteem(), { ...form.fields, actor: await deskActor(door) })
  const lines = regels.map((regel) => csvLine(Object.values(inzageCells(regel))))
  return attachment(CSV_START + csvLine(Object.values(betrokkene.inzage.kolom)) + lines.join(''), 'wie-keek-er.csv')
}
