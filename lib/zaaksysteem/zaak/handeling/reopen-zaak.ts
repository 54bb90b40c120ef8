import { heropeningRequest } from '#lib/contract/handeling-requests.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { findOpenState } from '../wijziging/find-zaak-at-versie.ts'
import { type Act, performing } from './perform-handeling.ts'

/**
 * Takes a closed zaak back to the state that it had before it was closed, but for an ingebrekestelling that was recorded since. Its
 * besluiten stay in force, that on a dwangsom too: only an intrekking or another besluit ends one. ZGW zrc-008: it needs the scope zaken.heropenen, which an API client has by its token.
 */
export const REOPEN_ZAAK = {
  soort: 'heropening',
  auditnaam: 'zaak_heropenen',
  recht: 'heropenen',
  needs: [
    {
      reason: 'not_closed',
      detail: 'The zaak is open: there is nothing to reopen.',
      broken: ({ zaak }) => zaak.einddatum === null,
    },
  ],
  rules: [],
  next: async ({ zaak: { id, ingebrekegesteldOp, dwangsomBekendOp, dwangsomBedrag, dwangsomGrond } }, ctx) => ({
    ...(await findOpenState(ctx, id)),
    ingebrekegesteldOp,
    dwangsomBekendOp,
    dwangsomBedrag,
    dwangsomGrond,
  }),
  api: {
    segment: 'heropeningen',
    scope: 'zaken.heropenen',
    schema: heropeningRequest,
    id: 'zaakHeropenen',
    name: 'Heropening',
    summary: 'Opens a closed zaak again',
    example: { versie: 5, statustoelichting: 'Wij bekijken uw aanvraag opnieuw.' },
  },
} as const satisfies Act<Handeling>

export const reopenZaak = performing(REOPEN_ZAAK)
