import type { ZaaksysteemContext } from '../context.ts'
import type { Herstelactie } from '../generated/client.ts'

const NEWEST = 20

/** The newest herstelacties of a client's abonnement, with their progress; `undefined` if it has no such abonnement. */
export async function findHerstelactiesOfClient(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { client, abonnementId }: { client: string; abonnementId: string },
) {
  const abonnement = await db.abonnement.findFirst({
    where: { id: abonnementId, client },
    select: { herstelacties: { orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }], take: NEWEST } },
  })
  return abonnement?.herstelacties.map(toHerstelactieResource)
}

/** `hersteld` of `totaal` bezorgingen were put back to be sent; once ready, the others could no longer be. */
function toHerstelactieResource({ id, vanaf, aangemaaktOp, totaal, hersteld, klaarOp }: Herstelactie) {
  return { id, vanaf, aangemaaktOp, totaal, hersteld, klaarOp }
}
