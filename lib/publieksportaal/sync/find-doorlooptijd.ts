import type { DoorlooptijdResource } from '#lib/contract/doorlooptijden.ts'
import type { PublieksportaalContext } from '../context.ts'

export type Doorlooptijd = Omit<DoorlooptijdResource, 'zaaktype' | 'peildatum'>

/** Returns how long zaken of a zaaktype usually take; null when the zaaksysteem does not say. */
export async function findDoorlooptijd(
  { db }: Pick<PublieksportaalContext, 'db'>,
  zaaktype: string,
): Promise<Doorlooptijd | null> {
  return db.doorlooptijd.findUnique({ where: { zaaktype }, omit: { zaaktype: true } })
}
