import type { ZaaksysteemContext } from '../../context.ts'
import type { Importregel } from '../import/read-catalogus.ts'
import { zaaktypeGegevens } from '../zaaktype.ts'

export type Concept = NonNullable<Awaited<ReturnType<typeof findConcept>>>

/** Returns the concept of the next version of a zaaktype; `undefined` without one. */
export async function findConcept({ db }: Pick<ZaaksysteemContext, 'db'>, identificatie: string) {
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
