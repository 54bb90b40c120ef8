import type { DoorlooptijdResource } from '#lib/contract/doorlooptijden.ts'
import type { PublieksportaalContext } from '../context.ts'

export type Doorlooptijd = Omit<DoorlooptijdResource, 'zaaktype' | 'peildatum'>

/** How long zaken of a zaaktype usually take; `null` when that is not told. */
export async function findDoorlooptijd(
  { db }: Pick<PublieksportaalContext, 'db'>,
  zaaktype: string,
): Promise<Doorlooptijd | null> {
  return db.doorlooptijd.findUnique({ where: { zaaktype }, omit: { zaaktype: true } })
}
