import type { Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import { REFUSED, type ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { InzendingVanBurger } from './find-inzendingen.ts'

type Verzoek = {
  /** the change of the zaak that settles it */
  settledBy: ZaakVanBurger['statussen'][number]['soort']
  /** the uitkomsten with which the desk does not have the request */
  notThere: readonly (Inzendinguitkomst | typeof REFUSED)[]
}

/**
 * The requests of a citizen. An earlier request to withdraw is the same request; an earlier question is
 * another one.
 */
const VERZOEKEN = {
  intrekking: { settledBy: 'intrekking_afgewezen', notThere: [REFUSED, 'closed'] },
  vraag: { settledBy: 'vraag_beantwoord', notThere: [REFUSED, 'closed', 'requested_already'] },
} as const satisfies Record<string, Verzoek>

/** The last request of this kind, unless it was settled since, or the desk does not have it. */
export function findOpenVerzoek<Asked extends Pick<InzendingVanBurger, 'soort' | 'versie' | 'uitkomst'>>(
  soort: keyof typeof VERZOEKEN,
  { statussen }: Pick<ZaakVanBurger, 'statussen'>,
  inzendingen: readonly Asked[],
): Asked | undefined {
  const { settledBy, notThere }: Verzoek = VERZOEKEN[soort]
  const asked = inzendingen.findLast((one) => one.soort === soort && !notThere.some((each) => each === one.uitkomst))
  const settled = statussen.findLast((one) => one.soort === settledBy)
  return settled && asked && settled.versie > asked.versie ? undefined : asked
}
