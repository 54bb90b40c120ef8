import { z } from 'zod'
import type { ZaaksysteemContext } from '../context.ts'
import { toRegel } from './find-api-clients.ts'

export type ApiClientDetail = NonNullable<Awaited<ReturnType<typeof findApiClientDetail>>>

export async function findApiClientDetail({ db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined
  const client = await db.apiClient.findUnique({
    where: { id },
    include: { gemaaktDoor: true, tokens: { orderBy: { id: 'desc' } } },
  })
  if (!client) return undefined
  const abonnementen = await db.abonnement.findMany({
    where: { client: client.naam },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
    select: { id: true, naam: true, sink: true, status: true },
  })
  const now = clock()
  return {
    ...toRegel(client, now),
    gemaaktOp: client.gemaaktOp,
    ingetrokkenOp: client.ingetrokkenOp,
    /** null when made on the command line */
    gemaaktDoorNaam: client.gemaaktDoor?.naam ?? null,
    /** the valid ones, newest first */
    tokens: client.tokens
      .filter(({ verlooptOp }) => verlooptOp === null || verlooptOp > now)
      .map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp }) => ({
        ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      })),
    abonnementen,
  }
}
