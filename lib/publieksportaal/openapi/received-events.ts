import { z } from 'zod'
import { nameOfType } from '#lib/contract/beschrijving/event-schemas.ts'
import { DATA_SCHEMAS, EVENT_TYPES } from '#lib/contract/event-types.ts'
import { extensionAttribute, knownAttributes } from '../receiver/content/event-attributes.ts'

const TYPES = Object.values(EVENT_TYPES)
const attributes = knownAttributes.catchall(extensionAttribute)

const known = TYPES.map((type) =>
  attributes
    .extend({
      id: z.uuid().describe('The identity of the event, which a repeat keeps.'),
      type: z.literal(type),
      subject: z.uuid().describe('The zaak; the same as `zaakId`.'),
      data: DATA_SCHEMAS[type],
    })
    .meta({ id: `${nameOfType(type)}Ontvangst` }),
)

const other = attributes
  .extend({
    type: z
      .string()
      .min(1)
      .meta({ not: { enum: TYPES } }),
    data: z.unknown().optional(),
  })
  .meta({ id: 'AndereOntvangst', description: 'An event of another type: it is taken, and changes nothing.' })

/** Events as the receiver takes them; of what a sender may leave out it needs nothing. */
export const RECEIVED_EVENTS: z.ZodType[] = [...known, other]
export const RECEIVED_DATA: z.ZodType[] = TYPES.map((type) => DATA_SCHEMAS[type])
