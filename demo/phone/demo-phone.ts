import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from '#lib/platform/json/json-file.ts'
import { connectDemoPhone, type DemoPhone, showOnDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'

/** The phone's keys and last address. Only the phone can decrypt push messages to it. */
const keptDevice = z.object({
  privateKey: z.string(),
  subscription: z.object({ endpoint: z.url(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
})

export type StartedPhone = {
  /** variables for the portal's push and for /demo/telefoon */
  variables: Record<string, string>
  subscription: DemoPhone['subscription']
  /** its endpoint at the previous start, if any */
  former: string | undefined
  stop(): Promise<void>
}

/** Starts a push service with one phone. `/demo/telefoon` shows its messages. */
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
