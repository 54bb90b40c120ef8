import { platformEnv } from '#lib/platform/env.ts'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { loadZaak } from '../../load-zaak.ts'
import { briefBlokken } from '../brief-blokken.ts'

/** The letter to print, for whoever may treat the zaak; that it was opened is a look. */
export async function GET(_: Request, { params }: { params: Promise<{ zaakId: string }> }): Promise<Response> {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  const now = zaaksysteem().clock()
  const { GEMEENTE_NAAM: auteur } = platformEnv()
  const pdf = await writePdf({ titel: texts.titel, auteur, op: now, blokken: briefBlokken(zaak, now) })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${texts.bestand(zaak.identificatie)}"`,
      'Cache-Control': 'no-store',
    },
  })
}
