import { GEBEURTENIS_ID, MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { bewijzenAnswer, bewijzenRequest } from '#lib/contract/bewijzen.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { recordBewijzen } from './record-bewijzen.ts'

const gezien = { gebeurtenisId: GEBEURTENIS_ID, soort: 'gezien' } as const

export const bewijzenMelden = operation({
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
  async handle(ctx, { body, caller: { zaaktypen }, actor }) {
    const bewijzen = body.bewijzen.map(({ tijdstip, ...rest }) => ({ ...rest, tijdstip: new Date(tijdstip) }))
    const uitkomsten = await recordBewijzen(ctx, { bewijzen, zaaktypen, actor })
    return jsonResponse({
      bewijzen: bewijzen.map(({ gebeurtenisId, soort }, index) => ({
        gebeurtenisId,
        soort,
        uitkomst: uitkomsten[index],
      })),
    })
  },
})
