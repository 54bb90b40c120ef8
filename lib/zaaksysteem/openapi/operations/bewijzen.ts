import { GEBEURTENIS_ID, MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { bewijzenAnswer, bewijzenRequest } from '#lib/contract/bewijs/bewijzen.ts'
import type { ApiOperation } from '../api-operation.ts'

const gezien = { gebeurtenisId: GEBEURTENIS_ID, soort: 'gezien' } as const

export const BEWIJZEN: readonly ApiOperation[] = [
  {
    on: 'POST /bewijzen',
    id: 'bewijzenMelden',
    tag: 'Gebeurtenissen',
    summary: 'Tells what became of changes at the side of the citizen',
    description:
      'The first bewijs of each soort for a change stays, so a repeat changes nothing and gets the same answer. One that is refused spoils no other: the answer says of each what became of it.',
    scope: 'bewijzen.melden',
    body: {
      schema: bewijzenRequest.meta({ id: 'Bewijzen' }),
      example: { bewijzen: [{ ...gezien, tijdstip: MOMENT }] },
    },
    answers: {
      200: {
        description: 'What became of each, in the order of the request.',
        schema: bewijzenAnswer.meta({ id: 'BewijzenVerwerkt' }),
        example: { bewijzen: [{ ...gezien, uitkomst: 'recorded' }] },
      },
    },
  },
]
