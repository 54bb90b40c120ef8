import { doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { findPublicDoorlooptijden } from './find-doorlooptijden.ts'

/** Records no look, because the answer is about no single zaak. */
export const doorlooptijdenLezen = operation({
  on: 'GET /doorlooptijden',
  id: 'doorlooptijdenLezen',
  tag: 'Zaken',
  summary: 'Tells how long zaken of each zaaktype took',
  description:
    'In whole weeks, rounded up, from the startdatum to the einddatum, of the zaken that ended in a besluit in the year up to `peildatum`. Days on which the term stood still do not count, nor do zaken that were reopened. A zaaktype with fewer than 30 such zaken is not in it, nor is one of which the municipality does not want to tell it. Measured once a day, and no event tells of it; a token for some zaaktypen gets only those.',
  scope: 'zaken.lezen',
  answers: {
    200: {
      description: 'What is known of each zaaktype.',
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
