import { z } from 'zod'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import { answerProefdeur, PROEFDEUR_PROBLEMS } from '../proefdeur/answer-proefdeur.ts'
import { GEVALLEN } from '../proefdeur/judge-verloop.ts'
import { CODE } from '../proefdeur/proefdeur.ts'
import { AFWIJZING_PROBLEMS } from '../receiver/afwijzing-response.ts'
import { TOESTEMMING_VRAGEN, WEBHOOK } from './webhook-operations.ts'

const uitkomst = z
  .object({
    geslaagd: z.boolean().describe('Whether all is `goed`.'),
    gevallen: z.array(
      z.object({
        geval: z.enum(GEVALLEN).describe('What a sender must do.'),
        uitslag: z.enum(['goed', 'fout', 'open']).describe('`open`: too little came to say.'),
        bevinding: z.string().describe('What was found, for machines. There can come more.'),
        gevonden: z.string().optional().describe('What was found instead, as the sender sent it or in numbers.'),
      }),
    ),
    vervaltOp: z.iso.datetime().describe('Until when it is open.'),
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
    summary: 'Examines an event as the webhook does, and takes nothing of it',
    description:
      'Of an event that is right it refuses the second with 503, the third with 429 and the fourth with 400, on purpose and each by its id, to see what the sender does then. It may repeat what was refused with 400, if it waits longer each time; that does not mend it. The id of an event that was taken, with another content, is 409, as at the webhook.',
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
    summary: 'What came of it, for who has its address',
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
