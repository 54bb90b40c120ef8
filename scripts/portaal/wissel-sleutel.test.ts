import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'

test('npm run portaal:wissel-sleutel -- --direct is recorded as an act of the command line, with the new key', async () => {
  const ctx = await createTestPublieksportaal()
  const child = spawn(process.execPath, ['scripts/portaal/wissel-sleutel.ts', '--direct'], {
    env: { ...process.env, ...ctx.variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const rows = await ctx.db.auditregel.findMany()
  await ctx.close()
  expect(code).toBe(0)
  expect(rows).toMatchObject([{ actorSoort: 'opdrachtregel', handeling: 'bewijssleutel_direct_wisselen' }])
  expect(stdout).toBe(`${rows[0]?.objectId} signs from now on\n`)
})
