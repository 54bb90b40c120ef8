import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { DATA_SCHEMAS } from '#lib/contract/zaak-event.ts'
import { exampleEvent } from './example-event.ts'

test.each(Object.values(EVENT_TYPES))('the example of %s is as the contract says', (type) => {
  const { data } = exampleEvent(type, { source: 'urn:nld:test' })
  expect(DATA_SCHEMAS[type].parse(data)).toEqual(data)
})
