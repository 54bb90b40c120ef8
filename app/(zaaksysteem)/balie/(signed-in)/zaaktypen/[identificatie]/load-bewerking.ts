import { type Concept, findConcept } from '#lib/zaaksysteem/catalogus/concept/find-concept.ts'
import { findZaaktypestanden, type Zaaktypestand } from '#lib/zaaksysteem/catalogus/find-zaaktypestanden.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

type Bewerking = {
  identificatie: string
  /** the newest version; 0 when there is none yet */
  versie: number
  /** of the concept; 0 without one */
  bewerking: number
  /** of the concept, or else of the newest version */
  gegevens: ZaaktypeGegevens
  stand: Zaaktypestand
  concept: Concept | undefined
}

/** What a beheerder goes on with when he changes a zaaktype. */
export async function loadBewerking(identificatie: string): Promise<Bewerking | undefined> {
  const ctx = zaaksysteem()
  const [standen, concept] = await Promise.all([findZaaktypestanden(ctx), findConcept(ctx, identificatie)])
  const stand = standen.find((each) => each.identificatie === identificatie)
  if (!stand) return undefined
  const versie = stand.versies[0]?.versie ?? 0
  const { bewerking, gegevens } = concept ?? { bewerking: 0, gegevens: stand.gegevens }
  return { identificatie, versie, bewerking, gegevens, stand, concept }
}
