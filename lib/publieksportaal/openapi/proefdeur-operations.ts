import { z } from 'zod'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import { answerProefdeur, PROEFDEUR_PROBLEMS } from '../proefdeur/answer-proefdeur.ts'
import { GEVALLEN } from '../proefdeur/judge-verloop.ts'
import { CODE } from '../proefdeur/proefdeur.ts'
import { AFWIJZING_PROBLEMS } from '../receiver/afwijzing-response.ts'
import { TOESTEMMING_VRAGEN, WEBHOOK } from './webhook-operations.ts'

const uitkomst = z
  .object({
    geslaagd: z.boolean().describe('True when every result is `goed`.'),
    gevallen: z.array(
      z.object({
        geval: z.enum(GEVALLEN).describe('The requirement for the sender.'),
        uitslag: z.enum(['goed', 'fout', 'open']).describe('The result. `open`: too few requests to decide.'),
        bevinding: z.string().describe('A machine-readable code for the finding. Later versions may add codes.'),
        gevonden: z.string().optional().describe('The actual value, as the sender sent it or as numbers.'),
      }),
    ),
    vervaltOp: z.iso.datetime().describe('The time at which the test endpoint closes (RFC 3339).'),
  })
  .meta({ id: 'Proefdeuruitkomst' })

const DEUR = { tag: 'Proefdeur', path: { code: z.string().regex(CODE) }, handle: answerProefdeur } as const

/** The operations of a proefdeur, where a sender is tried. */
export const PROEFDEUR_OPERATIONS = [
  {
    ...WEBHOOK,
    ...DEUR,
    on: 'POST /proefdeuren/{code}',
    id: 'proefdeurBezorgen',
    summary: 'Test the delivery of an event',
    description:
      'Examines an event as the webhook does, but the portal stores nothing. To test how the sender retries, it refuses the second valid event with 503, the third with 429 and the fourth with 400, each by its id. The sender may retry after the 400 if it waits longer each time, but every retry is refused. As at the webhook, the id of an accepted event with other content gets 409.',
    problems: { ...AFWIJZING_PROBLEMS, ...PROEFDEUR_PROBLEMS },
  },
  {
    ...TOESTEMMING_VRAGEN,
    ...DEUR,
    on: 'OPTIONS /proefdeuren/{code}',
    id: 'proefdeurToestemmingVragen',
    problems: { trial_full: PROEFDEUR_PROBLEMS.trial_full },
  },
  {
    ...DEUR,
    below: WEBHOOK.below,
    on: 'GET /proefdeuren/{code}',
    id: 'proefdeurUitkomstLezen',
    summary: 'Get the outcome of a test',
    answers: {
      200: {
        description: 'The outcome so far.',
        schema: uitkomst,
        example: {
          geslaagd: false,
          gevallen: [{ geval: 'handshake', uitslag: 'goed', bevinding: 'toestemming_gevraagd' }],
          vervaltOp: '2026-12-06T10:00:00Z',
        },
      },
    },
  },
] as const satisfies readonly Operation<never>[]
