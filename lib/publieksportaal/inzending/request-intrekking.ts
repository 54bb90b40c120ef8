import type { Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { InzendingVanBurger } from './find-inzendingen.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'
import { REFUSED } from './send-inzendingen.ts'

const CLOSED: Inzendinguitkomst = 'closed'

/** The citizen wants to withdraw the aanvraag. Asking twice gives the nummer of the first time. */
export function requestIntrekking(ctx: PublieksportaalContext, wanted: Wanted): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before }) => {
    const asked = findOpenIntrekking(zaak, before)
    if (asked) return { ok: true, nummer: asked.nummer }
    return zaak.einddatum
      ? { ok: false, reason: 'changed', versie: zaak.versie }
      : { soort: 'intrekking', aanvullingen: [], terugTeNemenTot: null }
  })
}

/** What the citizen asked last, unless it was declined after that, or came too late, or can never be taken. */
export function findOpenIntrekking<Asked extends Pick<InzendingVanBurger, 'soort' | 'versie' | 'uitkomst'>>(
  { statussen }: Pick<ZaakVanBurger, 'statussen'>,
  inzendingen: readonly Asked[],
): Asked | undefined {
  const asked = inzendingen.findLast(({ soort }) => soort === 'intrekking')
  const declined = statussen.findLast(({ soort }) => soort === 'intrekking_afgewezen')
  if (!asked || asked.uitkomst === REFUSED || asked.uitkomst === CLOSED) return undefined
  return declined && declined.versie > asked.versie ? undefined : asked
}
