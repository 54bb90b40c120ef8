import { isoDate } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaak-of-burger.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { openTermijnen, type Termijn } from './open-termijnen.ts'

/**
 * Returns the subject of a reminder; `undefined` when it no longer holds: it was done, the last day moved or
 * passed, or the citizen does not want it. Read at sending time, because the citizen may have acted
 * meanwhile.
 */
export async function findHerinnering(
  ctx: PublieksportaalContext,
  { herinneringId, burgerId }: { herinneringId: string; burgerId: string },
): Promise<{ termijn: Termijn; zaak: ZaakVanBurger } | undefined> {
  const found = await ctx.db.herinnering.findFirst({
    where: {
      id: herinneringId,
      burgerId,
      OR: [
        { soort: 'aanvulling', burger: { herinnerAanvulling: true } },
        { soort: 'bezwaar', burger: { herinnerBezwaar: true } },
      ],
    },
  })
  const zaak = found && (await findZaakOfBurger(ctx, { burgerId, zaakId: found.zaakId }))
  if (!zaak) return undefined
  const termijn = openTermijnen(zaak, ctx.clock()).find(
    ({ soort, laatsteDag }) => soort === found.soort && laatsteDag === isoDate(found.laatsteDag),
  )
  return termijn && { termijn, zaak }
}
