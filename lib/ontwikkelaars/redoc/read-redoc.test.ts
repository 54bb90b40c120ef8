import { expect, test } from 'vitest'
import { readRedoc } from './read-redoc.ts'

test('Redoc asks nobody else for an image, and gives its first styles the nonce', async () => {
  const script = await readRedoc()
  expect(script).not.toContain('cdn.redoc.ly')
  expect(script).toContain('n.nc=document.currentScript.nonce')
})
