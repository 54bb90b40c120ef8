import { z } from 'zod'
import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findAllRegels } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { standOf } from '../../stand.tsx'
import { loadLijst } from '../load-lijst.ts'
import { verklaringBlokken, verklaringRijen, verklaringTitel } from './verklaring.ts'

const form = z.enum(['csv', 'pdf']).catch('csv')

type Props = { params: Promise<{ lijstId: string }> }

/** Returns the verklaring van vernietiging of a lijst whose last zaak is destroyed. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const lijst = await loadLijst((await params).lijstId)
  if (standOf(lijst) !== 'klaar') return new Response(null, { status: 404 })
  const vorm = form.parse(new URL(request.url).searchParams.get('vorm'))
  const regels = await findAllRegels(zaaksysteem(), lijst.id)
  const auteur = platformEnv().GEMEENTE_NAAM
  const body =
    vorm === 'csv'
      ? CSV_START + verklaringRijen(lijst, regels).map(csvLine).join('')
      : new Uint8Array(
          await writePdf({
            titel: verklaringTitel(lijst),
            auteur,
            op: lijst.klaarOp as Date,
            ontbreekt: vernietiging.verklaring.ontbreekt,
            blokken: verklaringBlokken(auteur, lijst, regels),
          }),
        )
  return attachment(body, `verklaring-vernietiging-${lijst.nummer}.${vorm}`)
}
