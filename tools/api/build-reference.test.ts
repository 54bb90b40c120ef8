import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('Redoc requests no external image, and gives its first styles the nonce', () => {
  const script = readFileSync(join(import.meta.dirname, '../../public/ontwikkelaars/redoc.js'), 'utf8')
  expect(script).not.toContain('cdn.redoc.ly')
  expect(script).toContain('n.nc=document.currentScript.nonce')
})
