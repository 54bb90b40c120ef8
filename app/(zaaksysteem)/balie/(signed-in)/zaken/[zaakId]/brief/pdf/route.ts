import { readForm } from '#lib/ui/form/read-form.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { briefPath } from '../../../../paths.ts'
import { loadZaak } from '../../load-zaak.ts'
import { briefFields, writeBrief } from '../write-brief.ts'

/**
 * Returns the typed letter as PDF for a behandelaar who may treat the zaak; stores nothing. Opening it is
 * recorded as a look at the zaak.
 */
export async function POST(request: Request, { params }: { params: Promise<{ zaakId: string }> }): Promise<Response> {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  const form = readForm(briefFields, await request.formData())
  if (!form.ok) {
    const refused = form.refusal.errors.find(({ name }) => form.refusal.entered?.[name])
    if (!refused) return new Response(null, { status: 303, headers: { Location: briefPath(zaak.id) } })
    // shown in a tab of its own, so the form keeps its text
    return new Response(refused.text, { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const pdf = await writeBrief(zaak, form.fields, zaaksysteem().clock())
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${texts.bestand(zaak.identificatie)}"`,
      'Cache-Control': 'no-store',
    },
  })
}
