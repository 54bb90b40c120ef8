import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import { PROEFDEUR_OPERATIONS } from '#lib/publieksportaal/openapi/proefdeur-operations.ts'
import { WEBHOOK_OPERATIONS } from '#lib/publieksportaal/openapi/webhook-operations.ts'
import { CHANNELS } from '#lib/zaaksysteem/asyncapi/channels.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { webhooks } from '#lib/zaaksysteem/openapi/webhooks-document.ts'
import { DESCRIBED, type Described, PRESENT_DOCUMENTS } from './released.ts'

type Example = { of: string; schema: z.ZodType; example: unknown }
type Contents = Record<string, { schema: z.ZodType; example: unknown }>

const ofContent = (of: string, content: Contents): Example[] =>
  Object.entries(content).map(([type, one]) => ({ of: `${of} as ${type}`, ...one }))

/** Returns the examples of bodies and answers. */
function ofOperation({ id, body, content, answers }: Operation): Example[] {
  const requests = content ?? (body ? { JSON: body } : {})
  const answered = Object.entries(answers).flatMap(([status, { schema, example }]) =>
    schema && example !== undefined ? [{ of: `${id} ${status}`, schema, example }] : [],
  )
  return [...ofContent(id, requests), ...answered]
}

/** Returns the examples of headers and parameters. */
function ofMembers({ id, headers, query, answers }: Operation): Example[] {
  const answered = Object.values(answers).map((answer) => answer.headers ?? {})
  const shapes: Record<string, z.ZodType>[] = [headers?.shape ?? {}, query?.shape ?? {}, ...answered]
  return shapes
    .flatMap(Object.entries<z.ZodType>)
    .map(([name, schema]) => ({ of: `${id} ${name}`, schema, example: schema.meta()?.example }))
    .filter(({ example }) => example !== undefined)
}

function ofWebhooks(): Example[] {
  return Object.entries(webhooks()).flatMap(([name, { post }]) =>
    ofContent(name, post?.requestBody?.content as unknown as Contents),
  )
}

const IN_CONTENT: Record<Described, Example[]> = {
  zaaksysteem: OPERATIONS.flatMap(ofOperation),
  webhooks: ofWebhooks(),
  publieksportaal: [...WEBHOOK_OPERATIONS, ...PROEFDEUR_OPERATIONS].flatMap(ofOperation),
}
const OF_MESSAGES: Example[] = Object.entries(CHANNELS).flatMap(([channel, { messages }]) =>
  Object.values(messages).map(({ title, payload, example }) => ({
    of: `${channel} ${title}`,
    schema: payload,
    example,
  })),
)

/** A member that the schema ignores is missing from its output, so the comparison finds it. */
function expectParsed({ schema, example }: Example): void {
  // Serialised again, because a schema may turn a time into a Date.
  const parsed = JSON.parse(JSON.stringify(schema.parse(example)))
  if (typeof example === 'object') expect(parsed).toMatchObject(example as object)
  else expect(parsed).toBe(example)
}

test.each([...Object.values(IN_CONTENT).flat(), ...OF_MESSAGES])(
  'the example of $of is valid by its schema',
  expectParsed,
)

test.each([...OPERATIONS, ...WEBHOOK_OPERATIONS].flatMap(ofMembers))('the example of $of is valid too', expectParsed)

/** Returns the examples of content in a document. */
function examplesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  if ('schema' in part && 'example' in part) return [JSON.stringify(part.example)]
  return Object.values(part).flatMap(examplesIn)
}

test.each(DESCRIBED)('the description of the %s has only examples that these tests cover', (described) => {
  const tested = new Set(IN_CONTENT[described].map(({ example }) => JSON.stringify(example)))
  const shown = examplesIn(PRESENT_DOCUMENTS[described]())
  expect(shown.length).toBeGreaterThanOrEqual(tested.size)
  expect(shown.filter((example) => !tested.has(example))).toEqual([])
})

test('the examples of two idempotent operations have different keys', () => {
  const keys = OPERATIONS.flatMap(({ headers }) => headers?.shape['Idempotency-Key']?.meta()?.example ?? [])
  expect(keys.length).toBeGreaterThan(20)
  expect(new Set(keys).size).toBe(keys.length)
})

test('an example with an unknown member fails the comparison', () => {
  const schema = z.object({ versie: z.int() })
  expect(() => expectParsed({ of: '', schema, example: { versie: 1, uuid: 'x' } })).toThrow()
})
