import { findConcept } from '#lib/zaaksysteem/catalogus/concept.ts'
import { findZaaktypestanden } from '#lib/zaaksysteem/catalogus/find-zaaktypestanden.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/**
 * Loads the data to edit: the concept, or else the newest version. `versie` is 0 without a version, and
 * `bewerking` is 0 without a concept.
 */
export async function loadBewerking(identificatie: string) {
  const ctx = zaaksysteem()
  const [standen, concept] = await Promise.all([findZaaktypestanden(ctx), findConcept(ctx, identificatie)])
  const stand = standen.find((each) => each.identificatie === identificatie)
  if (!stand) return undefined
  const versie = stand.versies[0]?.versie ?? 0
  const { bewerking, gegevens } = concept ?? { bewerking: 0, gegevens: stand.gegevens }
  return { identificatie, versie, bewerking, gegevens, stand, concept }
}
