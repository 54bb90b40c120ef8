import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { platformEnv } from '../env.ts'
import { readJsonFile, writeJsonFile } from '../json/json-file.ts'

const MAX_PUSHES = 50

/** The user agent with which the phone subscribes. */
export const DEMO_PHONE_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

/** The payload that the service worker of a browser would show. */
const shown = z.object({ titel: z.string(), tekst: z.string(), taal: z.string(), pad: z.string(), kenmerk: z.string() })

const demoPhone = z.object({
  /** the PushSubscription that the browser gives the portal */
  subscription: z.object({ endpoint: z.url(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
  /** newest first */
  pushes: z.array(
    shown.extend({
      id: z.uuid(),
      ontvangenOp: z.iso.datetime(),
      /** the size of the encrypted message, which is all that the push service sees */
      bytes: z.int(),
    }),
  ),
})

/** A phone that exists only in the demo. */
export type DemoPhone = z.infer<typeof demoPhone>

export async function readDemoPhone(file = platformEnv().PHONE_DEMO_ONLY): Promise<DemoPhone | undefined> {
  return file ? readJsonFile(file, demoPhone) : undefined
}

/** Keeps the pushes that the phone already shows. Not safe for concurrent writers. */
export async function connectDemoPhone(file: string, subscription: DemoPhone['subscription']): Promise<void> {
  const { pushes = [] } = (await readDemoPhone(file)) ?? {}
  await writeJsonFile(file, { subscription, pushes })
}

/** Keeps only the newest push per kenmerk, as a browser does. */
export async function showOnDemoPhone(file: string, push: { text: string; bytes: number }): Promise<void> {
  const phone = demoPhone.parse(await readDemoPhone(file))
  const message = shown.parse(JSON.parse(push.text))
  const added = { id: randomUUID(), ontvangenOp: new Date().toISOString(), bytes: push.bytes, ...message }
  const others = phone.pushes.filter(({ kenmerk }) => kenmerk !== message.kenmerk)
  await writeJsonFile(file, { ...phone, pushes: [added, ...others].slice(0, MAX_PUSHES) })
}
