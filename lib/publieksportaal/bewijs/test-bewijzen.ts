import { v7 as uuidv7 } from 'uuid'
import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE } from '../test-bron.ts'
import { testZaak } from '../test-zaak.ts'

/** Adds bewijzen of a new zaak that are still to be reported. @returns the ids of the changes */
export async function addBewijzen(
  ctx: PublieksportaalContext,
  { count = 1, ...fields }: { count?: number } & Partial<Prisma.BewijsCreateManyInput> = {},
): Promise<string[]> {
  const { uuid: zaakId } = testZaak()
  await storeZaak(ctx, testZaak({ uuid: zaakId }))
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const now = ctx.clock()
  const row = {
    bron: SOURCE,
    soort: 'gezien',
    zaakId,
    burgerId,
    tijdstip: now,
    volgendePoging: now,
    ...fields,
  } as const
  const rows = Array.from({ length: count }, () => ({ gebeurtenisId: uuidv7(), ...row }))
  await ctx.db.bewijs.createMany({ data: rows })
  return rows.map(({ gebeurtenisId }) => gebeurtenisId)
}
