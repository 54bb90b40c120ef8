import { expect, test } from 'vitest'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { ERROR_CODES } from './error-codes.ts'

type Refinement = { params?: { code?: string } }

/** Returns all refinements of a schema, including those of nested schemas. */
function refinementsOf(value: unknown, seen = new Set<unknown>()): Refinement[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const def = (value as { _zod?: { def: { check?: string } } })._zod?.def
  if (def?.check === 'custom') return [def as Refinement]
  return Object.values(def ?? value).flatMap((part) => refinementsOf(part, seen))
}

test('each refinement of a body has a code of its own, which the page lists', () => {
  const found = OPERATIONS.flatMap(({ body }) => refinementsOf(body?.schema))
  expect(found.length).toBeGreaterThan(5)
  const listed = ERROR_CODES.filter(({ problem }) => problem === 'request_invalid').map(({ code }) => code)
  for (const { params } of found) expect(listed).toContain(params?.code)
  expect(listed).not.toContain('custom')
})

test('each problem with extra error codes is one that an operation can give, and lists no code twice', () => {
  const known = OPERATIONS.flatMap(({ problems = {} }) => Object.keys(problems))
  for (const { problem } of ERROR_CODES) expect([...known, 'request_invalid', 'query_invalid']).toContain(problem)
  const codes = ERROR_CODES.map(({ code, problem }) => `${problem} ${code}`)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toContain('query_invalid gewijzigdSinds_invalid')
})
