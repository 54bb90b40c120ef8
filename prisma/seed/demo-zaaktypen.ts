import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type ZaaktypeGegevens, zaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

const FOLDER = join(import.meta.dirname, 'zaaktypen')

/** The zaaktypen of the demo, one file for each. A gemeente makes its own at the desk. */
export function demoZaaktypen(): { identificatie: string; gegevens: ZaaktypeGegevens }[] {
  return readdirSync(FOLDER).map((file) => {
    const { identificatie, ...gegevens } = parse(readFileSync(join(FOLDER, file), 'utf8'))
    return { identificatie, gegevens: zaaktypeGegevens.parse(gegevens) }
  })
}
