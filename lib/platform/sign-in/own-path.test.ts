import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

const site = { root: '/mijn', url: 'https://portaal.example' }

test.each([
  ['/mijn', '/mijn'],
  ['/mijn/zaken/1?taal=en', '/mijn/zaken/1?taal=en'],
  ['https://portaal.example/mijn/zaken', '/mijn/zaken'],
])('%s is a path of the site', (value, path) => {
  expect(ownPath(value, site)).toBe(path)
})

test.each([
  ['https://evil.example/mijn'],
  ['//evil.example/mijn'],
  ['/\\evil.example/mijn'],
  ['\t//evil.example/mijn'],
  ['javascript:alert(1)'],
  ['https://portaal.example@evil.example/mijn'],
  ['http://portaal.example/mijn'],
  ['/balie'],
  ['/mijnzaken'],
  ['/mijn/../balie'],
  ['/mijn/%2e%2e/balie'],
  ['http://['],
  [''],
  [undefined],
  [['/mijn']],
])('%j leads to the root of the site', (value) => {
  expect(ownPath(value, site)).toBe('/mijn')
})
