import { expect, test } from 'vitest'
import { operationFinder } from './find-operation.ts'

const described = { id: '', tag: '', summary: '', answers: {} }
const find = operationFinder(
  [
    { ...described, on: 'GET /zaken', id: 'lezen', optionsHeaders: { 'X-Extra': 'ja' } },
    { ...described, on: 'POST /zaken', id: 'registreren' },
    { ...described, on: 'GET /zaken/{uuid}', id: 'een' },
    { ...described, on: 'GET /toestemming', id: 'toestemming', hasHead: false },
    { ...described, on: 'GET /sleutels', id: 'sleutels', below: { path: '/api', description: '' } },
  ],
  '/api/v1',
)
const foundAt = (method: string, path: string) => {
  const found = find(new Request(`http://localhost${path}`, { method }))
  return found.ok ? [found.operation.id, found.params] : [found.response.status, found.response.headers.get('Allow')]
}

test.each([
  ['GET', '/api/v1/zaken?na=1', 'lezen', {}],
  ['HEAD', '/api/v1/zaken', 'lezen', {}],
  ['POST', '/api/v1/zaken', 'registreren', {}],
  ['GET', '/api/v1/zaken/a%2Fb', 'een', { uuid: 'a/b' }],
  ['GET', '/api/v1/%7Aaken', 'lezen', {}],
  ['GET', '/api/sleutels', 'sleutels', {}],
])('%s %s is %s', (method, path, id, params) => {
  expect(foundAt(method, path)).toEqual([id, params])
})

test.each([
  ['PUT', '/api/v1/zaken', 405, 'GET, HEAD, POST, OPTIONS'],
  ['HEAD', '/api/v1/toestemming', 405, 'GET'],
  ['OPTIONS', '/api/v1/zaken', 200, 'GET, HEAD, POST, OPTIONS'],
  ['OPTIONS', '/api/v1/zaken/a', 405, 'GET, HEAD'],
  ['GET', '/api/v1/zaken/', 404, null],
  ['GET', '/api/v1/niets', 404, null],
])('%s %s is %i', (method, path, status, allow) => {
  expect(foundAt(method, path)).toEqual([status, allow])
})
