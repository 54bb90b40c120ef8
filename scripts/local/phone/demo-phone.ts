import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from '#lib/platform/json/json-file.ts'
import { connectDemoPhone, type DemoPhone, showOnDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { startTestPushService } from '#lib/platform/push/test-push-service.ts'

/** Its keys with where it was reached last. Only the phone itself can read what is pushed to it. */
const keptDevice = z.object({
  privateKey: z.string(),
  subscription: z.object({ endpoint: z.url(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
})

export type StartedPhone = {
  /** what lets the portal push to it, and /demo/telefoon show what came */
  variables: Record<string, string>
  subscription: DemoPhone['subscription']
  /** its endpoint at the former start, when there was one */
  former: string | undefined
  stop(): Promise<void>
}

/** A push service on this machine with one phone behind it: `/demo/telefoon` shows what that reads. */
export async function startDemoPhone({ dataDir }: { dataDir: string }): Promise<StartedPhone> {
  const file = resolve(join(dataDir, 'telefoon.json'))
  const keysFile = resolve(join(dataDir, 'telefoon-sleutels.json'))
  let written = Promise.resolve()
  const service = await startTestPushService({
    onPush(push) {
      written = written
        .then(() => showOnDemoPhone(file, push))
        .catch((error: unknown) => console.error('The phone of the demo could not be written:', error))
      service.received.length = 0
      return undefined
    },
  })
  const kept = await readJsonFile(keysFile, keptDevice)
  const device = service.subscribe(kept)
  await writeJsonFile(keysFile, device)
  await connectDemoPhone(file, device.subscription)
  return {
    variables: { PHONE_DEMO_ONLY: file, PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: service.origin },
    subscription: device.subscription,
    former: kept?.subscription.endpoint,
    async stop() {
      await service.close()
      await written
    },
  }
}
