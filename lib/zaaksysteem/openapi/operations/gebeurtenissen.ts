import { z } from 'zod'
import { EVENT_SCHEMAS, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import {
  HOOGSTE_SEQUENCE,
  MAX_SEQUENCE,
  OUDSTE_SEQUENCE,
  STROOM_CONTENT_TYPE,
  TOT_SEQUENCE,
} from '#lib/contract/gebeurtenissen-page.ts'
import { codesOf } from '#lib/platform/openapi/codes-of.ts'
import { gebeurtenissenQuery, stroomQuery } from '../../stroom/gebeurtenissen-query.ts'
import { GEBEURTENIS_PROBLEMS } from '../../stroom/handle-gebeurtenis.ts'
import { STROOM_PROBLEMS, WEBSOCKET_VERSION } from '../../stroom/refusals.ts'
import type { ApiOperation } from '../api-operation.ts'

const vanaf = stroomQuery.shape.vanaf.describe(
  `The sequence after which events are wanted, at most ${MAX_SEQUENCE}. A page needs it; a stream without it starts with what comes from now on.`,
)
const lastEventId = stroomQuery.shape.vanaf.describe(
  'Of a stream: the last `id` that the client saw. It goes before `vanaf`.',
)

const sequenceHeader = z.string().meta({ example: '42' })
const hoogsteSequence = sequenceHeader.describe('The highest sequence at this moment.')
const totSequence = sequenceHeader.describe(
  'Of a page: the reader has all that it wants up to this sequence: the next `vanaf`.',
)

export const GEBEURTENISSEN: readonly ApiOperation[] = [
  {
    on: 'GET /gebeurtenissen',
    id: 'gebeurtenissenLezen',
    tag: 'Gebeurtenissen',
    summary: 'Reads events: a page that can wait, or a stream',
    description:
      'In order and without gaps, as a CloudEvents batch. A page holds at most 4 MiB; it is empty when nothing comes after `vanaf`, and with `wacht` the answer waits so many seconds for the first event. With 2147483647 as `vanaf`, which no sequence exceeds, it tells where the end is, and waits from there. `types`, `zaaktypen` (each a list with commas) and `filters` (JSON, as those of an abonnement) choose; what is passed over is no hole, because `Tot-Sequence` says how far the page has come. A client for some zaaktypen or event types gets only those. With `Accept: text/event-stream` it is a stream of server-sent events, each with its sequence as `id`, that resumes by `Last-Event-ID`; upgraded to a WebSocket with the subprotocol `cloudevents.json` each message is one event. After a 410 or a 409, read all zaken instead. The 410 of a page says in `Oudste-Sequence` which event after it is the first that is still kept, if there is one: for who wants to go on from there, `vanaf` is one less.',
    scope: 'gebeurtenissen.lezen',
    query: gebeurtenissenQuery.extend({ vanaf }),
    headers: z.object({ 'Last-Event-ID': lastEventId }),
    answers: {
      200: {
        description: 'The events after `vanaf`.',
        type: 'application/cloudevents-batch+json; charset=utf-8',
        schema: z.array(z.union(Object.values(EVENT_SCHEMAS))).meta({ id: 'Gebeurtenissen' }),
        alternatives: { [STROOM_CONTENT_TYPE]: z.string() },
        headers: {
          [TOT_SEQUENCE]: totSequence.optional(),
          [HOOGSTE_SEQUENCE]: hoogsteSequence.optional().describe('Of a page: the highest sequence at this moment.'),
        },
        example: [exampleEvent(EVENT_TYPES.zaakstatusGewijzigd)],
      },
    },
    problems: codesOf(STROOM_PROBLEMS),
    problemHeaders: {
      400: {
        'Sec-WebSocket-Version': z.literal(WEBSOCKET_VERSION).optional().describe('Of an upgrade that is refused.'),
      },
      409: { [HOOGSTE_SEQUENCE]: hoogsteSequence },
      410: {
        [HOOGSTE_SEQUENCE]: hoogsteSequence,
        [OUDSTE_SEQUENCE]: sequenceHeader
          .optional()
          .describe('Of a page: the first event that is still kept after the one that is not.'),
      },
    },
  },
  {
    on: 'GET /gebeurtenissen/{id}',
    id: 'gebeurtenisLezen',
    tag: 'Gebeurtenissen',
    summary: 'Reads one event again',
    description: 'By the `id` of the event, with the bytes that are delivered.',
    scope: 'gebeurtenissen.lezen',
    answers: {
      200: {
        description: 'The event.',
        type: 'application/cloudevents+json; charset=utf-8',
        schema: z.union(Object.values(EVENT_SCHEMAS)),
        example: exampleEvent(EVENT_TYPES.zaakstatusGewijzigd),
      },
    },
    problems: codesOf(GEBEURTENIS_PROBLEMS),
  },
]
