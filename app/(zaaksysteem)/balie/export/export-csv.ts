import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import type { ExportRegel, exportWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/export-werkvoorraad.ts'
import { BYTE_ORDER_MARK, csvDate, csvLine } from './csv.ts'

const { kolommen, staatStil, teVeel } = werkvoorraad.export

/** The lines of a file, a batch at a time. One that does not hold all says so at its end. */
export async function* exportCsv(batches: ReturnType<typeof exportWerkvoorraad>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(kolommen)
  for await (const { regels, isCut } of batches) {
    yield regels.map((regel) => csvLine(cellsOf(regel))).join('')
    if (isCut) yield csvLine([teVeel])
  }
}

function cellsOf(regel: ExportRegel): string[] {
  return [
    regel.identificatie,
    regel.omschrijving,
    regel.zaaktype,
    regel.status,
    regel.aanvragerNaam,
    regel.team,
    regel.behandelaarNaam,
    csvDate(regel.startdatum),
    csvDate(regel.einddatumGepland),
    csvDate(regel.uiterlijkeEinddatum),
    regel.staatStil ? staatStil : '',
    csvDate(regel.einddatum),
  ]
}
