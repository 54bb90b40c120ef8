import { expect, test } from 'vitest'
import { createTestZaaksysteem } from '../test-context.ts'
import { answerApi } from './operations.ts'

async function ask(env: Record<string, string>) {
  const ctx = await createTestZaaksysteem({ env })
  const response = await answerApi(ctx, new Request('http://localhost:3000/api/zaaksysteem/adressen.json'))
  await ctx.close()
  return { status: response.status, body: await response.json() }
}

test('the egress addresses are returned as configured, in the usual format, and 404 when none are', async () => {
  expect(await ask({ ZAAKSYSTEEM_EGRESS_ADDRESSES: '203.0.113.8, 198.51.100.0/24, 2001:db8:7::/48' })).toEqual({
    status: 200,
    body: {
      prefixes: [
        { ipv4Prefix: '203.0.113.8/32' },
        { ipv4Prefix: '198.51.100.0/24' },
        { ipv6Prefix: '2001:db8:7::/48' },
      ],
    },
  })
  expect(await ask({})).toMatchObject({ status: 404, body: { code: 'addresses_not_stated' } })
})
