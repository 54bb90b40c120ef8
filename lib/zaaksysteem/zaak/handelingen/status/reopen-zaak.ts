import { heropeningRequest } from '#lib/contract/handeling-requests.ts'
import type { Handeling } from '../../wijziging/apply-change.ts'
import { findOpenState } from '../../wijziging/find-zaak-at-versie.ts'
import { type Act, performing } from '../perform-handeling.ts'

/**
 * Heropenen: restores the state of a closed zaak from before the closing, except an ingebrekestelling
 * recorded since. Its besluiten stay in force, also the one on a dwangsom: only an intrekking or another
 * besluit ends one. An API client needs the scope zaken.heropenen (ZGW zrc-008).
 */
export const REOPEN_ZAAK = {
  soort: 'heropening',
  auditnaam: 'zaak_heropenen',
  recht: 'heropenen',
  needs: [
    {
      reason: 'not_closed',
      tekst: 'Deze zaak is al heropend. Er is niets veranderd.',
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
    summary: 'Reopen a closed zaak',
    example: { versie: 5, statustoelichting: 'Wij bekijken uw aanvraag opnieuw.' },
  },
} as const satisfies Act<Handeling>

export const reopenZaak = performing(REOPEN_ZAAK)
