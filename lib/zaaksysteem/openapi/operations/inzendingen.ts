import { MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { inzendingAnswer, inzendingRequest } from '#lib/contract/inzending/inzendingen.ts'
import { codesOf } from '#lib/platform/openapi/codes-of.ts'
import { INZENDING_PROBLEMS } from '../../inzending/handle-inzending.ts'
import type { ApiOperation } from '../api-operation.ts'
import { AANVULLING_ID } from '../examples.ts'

const KENMERK = 'K7QD-3MXA'
const answer = {
  schema: inzendingAnswer.meta({ id: 'InzendingVerwerkt' }),
  example: { kenmerk: KENMERK, uitkomst: 'recorded' },
}

export const INZENDINGEN: readonly ApiOperation[] = [
  {
    on: 'POST /zaken/{uuid}/inzendingen',
    id: 'inzendingDoorgeven',
    tag: 'Handelingen',
    summary: 'Passes on what the aanvrager says of a zaak, or asks',
    description:
      'The behandelaar is told of it. It makes no event itself; that all of an aanvulling was said to be sent lets the term run again, which does. It happens once for each kenmerk, so it needs no Idempotency-Key.',
    scope: 'zaken.inzenden',
    body: {
      schema: inzendingRequest.meta({ id: 'Inzending' }),
      example: { kenmerk: KENMERK, soort: 'aanvulling', tijdstip: MOMENT, aanvullingen: [AANVULLING_ID] },
    },
    answers: {
      200: { description: 'It was recorded before. What has become of it by now.', ...answer },
      201: { description: 'It is recorded. What has become of it.', ...answer },
    },
    problems: codesOf(INZENDING_PROBLEMS),
  },
]
