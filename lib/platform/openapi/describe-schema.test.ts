import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemaRenderer } from './describe-schema.ts'
import { wholeNumber } from './whole-number.ts'

test('a number in a query is described with its default', () => {
  const limiet = wholeNumber({ minimum: 1, maximum: 100, message: 'no' }).default(100).describe('How many.')
  expect(schemaRenderer().render(z.object({ limiet }), 'input')).toMatchObject({
    properties: { limiet: { type: 'integer', minimum: 1, maximum: 100, default: 100, description: 'How many.' } },
  })
})
