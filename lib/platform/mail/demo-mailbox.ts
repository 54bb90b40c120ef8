import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { platformEnv } from '../env.ts'
import { readJsonFile, writeJsonFile } from '../json/json-file.ts'

const MAX_MAILS = 100

const demoMail = z.object({
  id: z.uuid(),
  ontvangenOp: z.iso.datetime(),
  aan: z.array(z.string()),
  onderwerp: z.string(),
  tekst: z.string(),
  html: z.string(),
  /** the link behind the unsubscribe button of a mail program */
  afmelden: z.url({ protocol: /^https?$/ }).nullable(),
})

/** A mail that the demo's mail server received. It is delivered to nobody. */
type DemoMail = z.infer<typeof demoMail>

/** Returns the last mails, newest first. */
export async function readDemoMails(file = platformEnv().MAILBOX_DEMO_ONLY): Promise<DemoMail[]> {
  return (file && (await readJsonFile(file, z.array(demoMail)))) || []
}

/** Not safe for concurrent writers: one process writes, one mail at a time. */
export async function addDemoMail(file: string, mail: Omit<DemoMail, 'id' | 'ontvangenOp'>): Promise<void> {
  const added = { id: randomUUID(), ontvangenOp: new Date().toISOString(), ...mail }
  const mails = [added, ...(await readDemoMails(file))].slice(0, MAX_MAILS)
  await writeJsonFile(file, mails)
}
