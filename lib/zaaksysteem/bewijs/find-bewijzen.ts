import { GEKEKEN, isGekeken } from '#lib/contract/bewijzen.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Bewijs, Bewijssoort } from '../generated/client.ts'

/** What became of a change at the side of the aanvrager. */
type BewijsVanWijziging = { soort: Bewijssoort; op: Date }

export const isGezien = ({ soort }: Pick<Bewijs, 'soort'>) => isGekeken(soort)

/** The first bewijs of each soort, whichever client reported it, in order of time. */
export function toBewijzen(bewijzen: readonly Pick<Bewijs, 'soort' | 'tijdstip'>[]): BewijsVanWijziging[] {
  const sorted = bewijzen.toSorted((a, b) => a.tijdstip.getTime() - b.tijdstip.getTime())
  return sorted
    .filter(({ soort }, index) => sorted.findIndex((first) => first.soort === soort) === index)
    .map(({ soort, tijdstip: op }) => ({ soort, op }))
}

/** When it was first reported that a change was seen; null while nobody reports that. Nothing is known of changes before. */
export async function findGemeldSinds({ db }: Pick<ZaaksysteemContext, 'db'>): Promise<Date | null> {
  const first = await db.bewijs.findFirst({
    where: { soort: { in: [...GEKEKEN] } },
    orderBy: { ontvangenOp: 'asc' },
    select: { ontvangenOp: true },
  })
  return first?.ontvangenOp ?? null
}
