import { z } from 'zod'
import { EVENT_SCHEMAS, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { HOOGSTE_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { gebeurtenissenQuery } from '../../outbox/handle-gebeurtenissen.ts'
import type { ApiOperation } from '../api-operation.ts'

export const GEBEURTENISSEN: readonly ApiOperation[] = [
  {
    on: 'GET /gebeurtenissen',
    id: 'gebeurtenissenLezen',
    tag: 'Gebeurtenissen',
    summary: 'Reads the events that a receiver missed',
    description:
      'In order and without gaps, as a CloudEvents batch. A page holds at most 4 MiB; it is empty when nothing comes after `vanaf`. After a 410, read all zaken instead.',
    scope: 'gebeurtenissen.lezen',
    query: gebeurtenissenQuery,
    answers: {
      200: {
        description: 'The events after `vanaf`.',
        type: 'application/cloudevents-batch+json; charset=utf-8',
        schema: z.array(z.union(Object.values(EVENT_SCHEMAS))).meta({ id: 'Gebeurtenissen' }),
        headers: {
          [HOOGSTE_SEQUENCE]: z.string().describe('The highest sequence at this moment.').meta({ example: '42' }),
        },
        example: [exampleEvent(EVENT_TYPES.zaakstatusGewijzigd)],
      },
    },
    problems: { 410: ['events_purged'] },
  },
]
