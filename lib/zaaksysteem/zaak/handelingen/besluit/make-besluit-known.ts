import { bekendmakingRequest } from '#lib/contract/handeling-requests.ts'
import type { Besluit, BesluitAtVersie } from '../../wijziging/besluiten.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { BEKENDMAKING_BEFORE_BESLUIT, BEKENDMAKING_TOO_FAR, nogBekendTeMaken } from './besluitdatums.ts'

/**
 * Besluit bekendmaken (Awb 4:20c): tells the aanvrager about a verlening van rechtswege. The term for
 * bezwaar begins on the day after.
 */
export const MAKE_BESLUIT_KNOWN = {
  soort: 'besluit_bekendgemaakt',
  auditnaam: 'besluit_bekendmaken',
  recht: 'behandelen',
  needs: [
    {
      reason: 'nothing_to_make_known',
      tekst: 'Er is geen besluit dat u nog bekend moet maken.',
      detail: 'The zaak has no besluit that must still be made known.',
      broken: ({ zaak }) => !nogBekendTeMaken(zaak.besluiten),
    },
  ],
  rules: [
    {
      ...BEKENDMAKING_BEFORE_BESLUIT,
      broken: ({ zaak, input }) => input.bekendmakingsdatum < (nogBekendTeMaken(zaak.besluiten)?.datum ?? ''),
    },
    BEKENDMAKING_TOO_FAR,
  ],
  next: ({ zaak, input: { bekendmakingsdatum } }) => {
    const { versie: _, ...besluit } = nogBekendTeMaken(zaak.besluiten) as BesluitAtVersie
    return { besluiten: [{ ...besluit, bekendmakingsdatum } satisfies Besluit] }
  },
  api: {
    segment: 'bekendmakingen',
    scope: 'zaken.besluiten',
    schema: bekendmakingRequest,
    id: 'besluitBekendmaken',
    name: 'Bekendmaking',
    summary: 'Record the bekendmaking of a besluit van rechtswege',
    example: { versie: 4, bekendmakingsdatum: '2026-12-01' },
  },
} as const satisfies Act<InputOf<typeof bekendmakingRequest>>

export const makeBesluitKnown = performing(MAKE_BESLUIT_KNOWN)
