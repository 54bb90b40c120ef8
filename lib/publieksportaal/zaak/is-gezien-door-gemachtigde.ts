import type { PublieksportaalContext } from '../context.ts'

/** Whether a gemachtigde had this versie of the zaak on screen; it may still be new to the citizen himself. */
export async function isGezienDoorGemachtigde(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, zaakId, versie }: { burgerId: string; zaakId: string; versie: number },
): Promise<boolean> {
  const status = await db.status.findFirst({
    where: { zaakId, versie, zaak: { burgerId } },
    select: { gebeurtenisId: true },
  })
  if (!status) return false
  return (await db.bewijs.count({ where: { burgerId, soort: 'gezien_door_gemachtigde', ...status } })) > 0
}
