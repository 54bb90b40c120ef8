import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import type { ExportBatch, ExportRegel } from '#lib/zaaksysteem/werkvoorraad/export-werkvoorraad.ts'

const { kolommen, opTijd, staatStil, teVeel, vertrouwelijk } = werkvoorraad.export

/** Yields the lines of a file, batch by batch. A truncated file says so at its end. */
export async function* exportCsv(batches: AsyncIterable<ExportBatch>): AsyncGenerator<string> {
  yield CSV_START + csvLine(kolommen)
  for await (const { regels, isCut } of batches) {
    yield regels.map((regel) => csvLine(cellsOf(regel))).join('')
    if (isCut) yield csvLine([teVeel])
  }
}

/** Formats `yyyy-mm-dd` as `dd-mm-jjjj`. */
const dutch = (date: string | null) => date?.split('-').reverse().join('-')

function cellsOf(regel: ExportRegel) {
  return [
    regel.identificatie,
    regel.omschrijving,
    regel.zaaktype,
    regel.status,
    regel.aanvragerNaam,
    regel.team,
    regel.behandelaarNaam,
    dutch(regel.startdatum),
    dutch(regel.einddatumGepland),
    dutch(regel.uiterlijkeEinddatum),
    regel.staatStil && staatStil,
    dutch(regel.einddatum),
    dutch(regel.besluitdatum),
    regel.opTijd === null ? '' : regel.opTijd ? opTijd.ja : opTijd.nee,
    regel.vertrouwelijk && vertrouwelijk,
  ].map((cell) => cell || '')
}
