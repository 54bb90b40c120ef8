import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { sendMails } from '#lib/publieksportaal/mail/send-mails.ts'
import { addBurgerWithAdres } from '#lib/publieksportaal/mail/test-mail.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { type DemoMailbox, startDemoMailbox } from './demo-mailbox.ts'

let dataDir: string
let mailbox: DemoMailbox
let portal: TestPublieksportaal
let now = new Date('2026-11-26T10:00:00Z')
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zaakbode-post-'))
  mailbox = await startDemoMailbox({ dataDir })
  portal = await createTestPublieksportaal({ env: mailbox.variables, clock: () => now })
})
afterAll(async () => {
  await portal.close()
  await mailbox.stop()
  await rm(dataDir, { recursive: true })
})

test('a citizen gets a mail about the first change, after ten seconds', async () => {
  await addBurgerWithAdres(portal, { bsn: '999990342', adres: 'j-devries@voorbeeld.example' })
  await storeZaak(portal, testZaak())
  now = new Date(now.getTime() + 10_000)
  await sendMails(portal)
  const read = () => readDemoMails(mailbox.file)
  await expect.poll(read).toMatchObject([
    {
      aan: ['j-devries@voorbeeld.example'],
      onderwerp: 'Er is nieuws over uw aanvraag bij Gemeente Voorbeeld',
      tekst: expect.stringContaining('Goedendag'),
      html: expect.stringContaining('<head>'),
      afmelden: expect.stringMatching(/\/api\/publieksportaal\/afmelden\/[\w-]{22}$/),
    },
  ])
})

test('the mailbox refuses mail to one address', async () => {
  const { id: burgerId } = await findOrCreateBurger(portal, '999990019')
  await setEmailadres(portal, { burgerId, gemachtigdeId: null, adres: 'bestaatniet@voorbeeld.example', taal: 'nl' })
  await sendMails(portal)
  expect(await portal.db.emailadres.findUnique({ where: { burgerId } })).toMatchObject({ geweigerdOp: now })
})
