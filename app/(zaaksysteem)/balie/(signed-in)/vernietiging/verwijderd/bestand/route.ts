import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { readSearchParams } from '#lib/ui/staff/search-params.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { readVerwijderdeZaken, type VerwijderdeZaak } from '#lib/zaaksysteem/zaak/bewaren/find-verwijderde-zaken.ts'
import { toVerwijderdeZaakFilter, verwijderdFields } from '../verwijderd-filter.ts'

const { verwijderd, lijsten } = vernietiging

/** Streams the removed zaken that match a filter as a file. */
export async function GET(request: Request): Promise<Response> {
  await requireRecht('vernietigen')
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const filter = toVerwijderdeZaakFilter(readSearchParams(verwijderdFields, params))
  const lines = linesOf(readVerwijderdeZaken(zaaksysteem(), filter))
  return attachment(lines, 'verwijderde-zaken.csv')
}

async function* linesOf(batches: AsyncIterable<VerwijderdeZaak[]>): AsyncGenerator<string> {
  yield CSV_START + csvLine(verwijderd.bestand)
  for await (const zaken of batches) {
    yield zaken
      .map(({ identificatie, zaaktype, verwijderdOp, grond, doorNaam, lijstNummer }) =>
        csvLine([identificatie, zaaktype, verwijderdOp.toISOString(), lijsten.gronden[grond], doorNaam, lijstNummer]),
      )
      .join('')
  }
}
