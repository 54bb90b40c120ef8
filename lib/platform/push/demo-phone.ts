import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { platformEnv } from '../env.ts'
import { readJsonFile, writeJsonFile } from '../json/json-file.ts'

const MAX_PUSHES = 50

/** The browser as which the phone subscribes. */
export const DEMO_PHONE_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

/** The payload that the service worker of a browser would show. */
const shown = z.object({ titel: z.string(), tekst: z.string(), taal: z.string(), pad: z.string(), kenmerk: z.string() })

const demoPhone = z.object({
  /** what a browser gives the portal, so that it can be pushed to */
  subscription: z.object({ endpoint: z.url(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
  /** newest first */
  pushes: z.array(
    shown.extend({
      id: z.uuid(),
      ontvangenOp: z.iso.datetime(),
      /** all that the push service saw of it: so many encrypted bytes */
      bytes: z.int(),
    }),
  ),
})

/** A phone that exists only in the demo. */
export type DemoPhone = z.infer<typeof demoPhone>

export async function readDemoPhone(file = platformEnv().PHONE_DEMO_ONLY): Promise<DemoPhone | undefined> {
  return file ? readJsonFile(file, demoPhone) : undefined
}

/** One process writes, one at a time. Keeps what the phone shows already. */
export async function connectDemoPhone(file: string, subscription: DemoPhone['subscription']): Promise<void> {
  const { pushes = [] } = (await readDemoPhone(file)) ?? {}
  await writeJsonFile(file, { subscription, pushes })
}

/** Shows only the newest push of each kenmerk, as a browser does. */
export async function showOnDemoPhone(file: string, push: { text: string; bytes: number }): Promise<void> {
  const phone = demoPhone.parse(await readDemoPhone(file))
  const message = shown.parse(JSON.parse(push.text))
  const added = { id: randomUUID(), ontvangenOp: new Date().toISOString(), bytes: push.bytes, ...message }
  const others = phone.pushes.filter(({ kenmerk }) => kenmerk !== message.kenmerk)
  await writeJsonFile(file, { ...phone, pushes: [added, ...others].slice(0, MAX_PUSHES) })
}
