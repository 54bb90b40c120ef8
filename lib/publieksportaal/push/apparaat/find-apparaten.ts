import type { PublieksportaalContext } from '../../context.ts'

/** Which kinds of changes are pushed besides those that always are. */
export type Pushvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type ApparaatVanBurger = {
  id: string
  /** SHA-256 of its endpoint in hex, by which a browser knows itself */
  endpointHash: string
  naam: string | null
  toegevoegdOp: Date
}

/** The devices of this citizen, the newest first, and what is pushed to them. */
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
