import type { ZaaksysteemContext } from '../../context.ts'
import type { Importregel } from '../import/read-catalogus.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from '../zaaktype.ts'

export type Concept = {
  identificatie: string
  /** the version that it changes; 0 when there is none yet */
  versie: number
  /** +1 with every change of it */
  bewerking: number
  gegevens: ZaaktypeGegevens
  /** false: it was imported, and what it lacks is not filled in yet */
  volledig: boolean
  importverslag: Importregel[] | null
  doorNaam: string
  gewijzigdOp: Date
}

/** What is being made of the next version of a zaaktype. */
export async function findConcept(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  identificatie: string,
): Promise<Concept | undefined> {
  const row = await db.zaaktypeconcept.findUnique({
    where: { identificatie },
    include: { gewijzigdDoor: { select: { naam: true } } },
  })
  if (!row) return undefined
  const { gewijzigdDoor, gewijzigdDoorId: _, gegevens, importverslag, ...concept } = row
  return {
    ...concept,
    gegevens: zaaktypeGegevens.parse(gegevens),
    importverslag: importverslag as Importregel[] | null,
    doorNaam: gewijzigdDoor.naam,
  }
}
