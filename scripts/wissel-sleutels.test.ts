import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'

test('npm run sleutels:wissel -- --direct is recorded as an act of the command line, with the new key', async () => {
  const ctx = await createTestZaaksysteem()
  const child = spawn(process.execPath, ['scripts/wissel-sleutels.ts', '--alg', 'ES256', '--direct'], {
    env: { ...process.env, ...ctx.variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const rows = await ctx.db.auditregel.findMany()
  await ctx.close()
  expect(code).toBe(0)
  expect(rows).toMatchObject([
    { actorSoort: 'opdrachtregel', handeling: 'sleutel_direct_wisselen', objectId: expect.any(String) },
  ])
  expect(stdout).toContain(`ES256: ${rows[0]?.objectId} signs from`)
})
