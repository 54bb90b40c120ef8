import type { PublieksportaalContext } from '../../context.ts'

/** The optional kinds of changes that are pushed. */
export type Pushvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type ApparaatVanBurger = {
  id: string
  /** SHA-256 of its endpoint in hex, by which a browser recognizes itself */
  endpointHash: string
  naam: string | null
  toegevoegdOp: Date
}

/** Returns the devices of this citizen, newest first, and the choice of pushes. */
export async function findApparaten(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId }: { burgerId: string },
): Promise<{ apparaten: ApparaatVanBurger[]; voorkeuren: Pushvoorkeuren }> {
  const { apparaten, pushVoortgang, pushTermijnen } = await db.burger.findUniqueOrThrow({
    where: { id: burgerId },
    select: {
      pushVoortgang: true,
      pushTermijnen: true,
      apparaten: {
        select: { id: true, endpointHash: true, naam: true, toegevoegdOp: true },
        orderBy: [{ toegevoegdOp: 'desc' }, { id: 'desc' }],
      },
    },
  })
  return { apparaten, voorkeuren: { voortgang: pushVoortgang, termijnen: pushTermijnen } }
}
