import { notFound } from 'next/navigation'
import { z } from 'zod'
import { attachment } from '#lib/platform/http/attachment.ts'
import { exportBewijs } from '#lib/zaaksysteem/bewijs/export-bewijs.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

type Props = { params: Promise<{ zaakId: string }> }

const form = z.enum(['csv', 'jsonl']).catch('csv')

/** Returns the reception of each change of a zaak as a file. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const lezer = await requireBeheerder()
  const actor = await deskActor(lezer)
  const vorm = form.parse(new URL(request.url).searchParams.get('vorm'))
  const { zaakId } = await params
  const bestand = await exportBewijs(zaaksysteem(), { zaakId, form: vorm, lezer, actor })
  if (bestand === undefined) notFound()
  return attachment(bestand, `bewijs.${vorm}`)
}
