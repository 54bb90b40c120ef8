import type { PublieksportaalContext } from '../context.ts'

/** True when a gemachtigde had this versie on screen; it may still be new to the citizen. */
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
