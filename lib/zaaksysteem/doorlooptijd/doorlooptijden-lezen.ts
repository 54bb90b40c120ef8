import { doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { findPublicDoorlooptijden } from './find-doorlooptijden.ts'

/** Records no look, because the answer is about no single zaak. */
export const doorlooptijdenLezen = operation({
  on: 'GET /doorlooptijden',
  id: 'doorlooptijdenLezen',
  tag: 'Zaken',
  summary: 'List the processing times of zaaktypen',
  description:
    'Covers zaken that ended with a besluit in the year up to `peildatum`, except reopened zaken. A time runs from the startdatum to the einddatum, without the days on which the term was suspended, in whole weeks, rounded up. A zaaktype is absent if it has fewer than 30 such zaken, or if the municipality does not publish its times. The times are measured once a day; no event announces a change. A token that is limited to some zaaktypen gets only those.',
  scope: 'zaken.lezen',
  answers: {
    200: {
      description: 'The processing times, by zaaktype.',
      schema: doorlooptijdenAnswer.meta({ id: 'Doorlooptijden' }),
      example: {
        doorlooptijden: [
          {
            zaaktype: 'OMG-REG',
            peildatum: '2026-11-25',
            aantal: 64,
            helftBinnenWeken: 4,
            negenVanTienBinnenWeken: 7,
          },
        ],
      },
    },
  },
  async handle(ctx, { caller }) {
    return jsonResponse({ doorlooptijden: await findPublicDoorlooptijden(ctx, caller) })
  },
})
