import { Readable } from 'node:stream'
import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import { readSearchParams } from '#lib/ui/staff/search-params.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readVerwijderdeZaken, type VerwijderdeZaak } from '#lib/zaaksysteem/vernietiging/find-verwijderde-zaken.ts'
import { requireVernietiger } from '../../require-vernietiger.ts'
import { toVerwijderdeZaakFilter, verwijderdFields } from '../verwijderd-filter.ts'

const { verwijderd, lijsten } = vernietiging

/** The removed zaken that a filter finds as a file, streamed. */
export async function GET(request: Request): Promise<Response> {
  await requireVernietiger()
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const filter = toVerwijderdeZaakFilter(readSearchParams(verwijderdFields, params))
  const lines = linesOf(readVerwijderdeZaken(zaaksysteem(), filter))
  return new Response(Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="verwijderde-zaken.csv"',
      'Cache-Control': 'no-store',
    },
  })
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
