import { expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { bezorgingRequest } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'
import { webhookMetrics } from './webhook-metrics.ts'

test('text of an unknown sender reaches neither the log nor the metrics, only the configured source does', async () => {
  const lines: string[] = []
  const ctx = await createTestPublieksportaal({
    log: createLogger('test', { write: (line) => lines.push(line) }, 'debug'),
  })
  const { PUBLIEKSPORTAAL_BRON: bron, PUBLIEKSPORTAAL_BRON_ORIGIN: origin } = ctx.env
  const claims: Record<string, string>[] = [
    { 'WebHook-Request-Origin': origin },
    { 'ce-source': bron },
    { 'WebHook-Request-Origin': 'urn:stranger' },
    { 'ce-source': 'urn:stranger', 'User-Agent': 'stranger', traceparent: 'stranger' },
    { 'WebHook-Request-Origin': '' },
  ]
  for (const headers of claims) await handleWebhook(ctx, bezorgingRequest('{}', headers))
  await ctx.close()
  const refused = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'Event refused')
  expect(refused.map(({ source }) => source)).toEqual([bron, bron, undefined, undefined, undefined])
  expect(lines.join() + (await webhookMetrics(ctx).registry.metrics())).not.toContain('stranger')
})
