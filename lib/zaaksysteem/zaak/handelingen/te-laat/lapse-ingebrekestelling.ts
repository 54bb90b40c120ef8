import type { Standing } from '../rules.ts'
import { isTeVroeg } from './te-laat.ts'

/**
 * Lapses an ingebrekestelling that turned out to be too early, so that it never had effect (Awb 4:17 lid 3).
 * Nothing is owed, and the aanvrager reads why. Follows the act that shows this (`performHandeling`).
 */
export const LAPSE_INGEBREKESTELLING = {
  soort: 'ingebrekestelling_vervallen',
  auditnaam: 'ingebrekestelling_vervallen',
  recht: 'behandelen',
  needs: [
    {
      reason: 'not_too_early',
      tekst: 'Er is geen ingebrekestelling die te vroeg kwam.',
      detail: 'No ingebrekestelling was recorded that came too early.',
      broken: (standing: Standing) => !isTeVroeg(standing),
    },
  ],
  rules: [],
  next: () => ({ ingebrekegesteldOp: null }),
} as const
