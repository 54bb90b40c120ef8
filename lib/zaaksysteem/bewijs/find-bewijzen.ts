import { GEKEKEN, isGekeken } from '#lib/contract/bewijzen.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Bewijs, Bewijssoort } from '../generated/client.ts'

/** An outcome of a change on the side of the aanvrager. */
type BewijsVanWijziging = { soort: Bewijssoort; op: Date }

export const isGezien = ({ soort }: Pick<Bewijs, 'soort'>) => isGekeken(soort)

/** Returns the first bewijs of each soort, from any client, in order of time. */
export function toBewijzen(bewijzen: readonly Pick<Bewijs, 'soort' | 'tijdstip'>[]): BewijsVanWijziging[] {
  const sorted = bewijzen.toSorted((a, b) => a.tijdstip.getTime() - b.tijdstip.getTime())
  return sorted
    .filter(({ soort }, index) => sorted.findIndex((first) => first.soort === soort) === index)
    .map(({ soort, tijdstip: op }) => ({ soort, op }))
}

/** Returns when a view was first reported; null without a report. Earlier changes have no known views. */
export async function findGemeldSinds({ db }: Pick<ZaaksysteemContext, 'db'>): Promise<Date | null> {
  const first = await db.bewijs.findFirst({
    where: { soort: { in: [...GEKEKEN] } },
    orderBy: { ontvangenOp: 'asc' },
    select: { ontvangenOp: true },
  })
  return first?.ontvangenOp ?? null
}
