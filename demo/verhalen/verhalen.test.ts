import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { loadZaken } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { forgetEmailadres } from '#lib/publieksportaal/mail/emailadres/forget-emailadres.ts'
import { sendMails } from '#lib/publieksportaal/mail/send-mails.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { countOngelezen } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { vertelVerhalen } from '../../app/(publieksportaal)/mijn/inloggen/vertel-verhalen.ts'
import { planVerhalen } from '../../prisma/seed/verhalen/plan-verhalen.ts'
import { seedTown } from '../../prisma/seed.ts'
import { type DemoMailbox, startDemoMailbox } from '../mail/demo-mailbox.ts'
import { DEMO_BURGERS } from '../stage/demo-burgers.ts'
import { giveEmailadressen } from './give-emailadressen.ts'
import { playVandaag } from './play-vandaag.ts'

const GATHER_MS = 10_000
let now = new Date('2026-11-25T09:30:00Z')
let dataDir: string
let mailbox: DemoMailbox
let server: Server
let api: string
let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zaakbode-verhalen-'))
  mailbox = await startDemoMailbox({ dataDir })
  server = createServer((request, response) => void serve(request, response)).listen(0, 'localhost')
  await once(server, 'listening')
  api = `http://localhost:${(server.address() as AddressInfo).port}/api/zaaksysteem/v1`
  zaaksysteem = await createTestZaaksysteem({ clock: () => now })
  const env = {
    ...mailbox.variables,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: zaaksysteem.apiToken,
  }
  portal = await createTestPublieksportaal({ clock: () => now, env })
  await seedTown(zaaksysteem, planVerhalen)
  await arrive()
  await giveEmailadressen(portal, { mailbox: mailbox.file })
  await playVandaag({ zaaksysteem, portal })
  await arrive()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await Promise.all([zaaksysteem.close(), portal.close(), mailbox.stop()])
  await rm(dataDir, { recursive: true })
})

/** Serves the parts of the zaaksysteem's API that the portal needs here. */
async function serve(message: IncomingMessage, response: ServerResponse) {
  const body = Buffer.concat(await message.toArray())
  const { method = '', url = '' } = message
  const request = new Request(`http://localhost${url}`, {
    method,
    headers: new Headers(message.headers as Record<string, string>),
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const answer = await answerApi(zaaksysteem, request)
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** Loads all zaken into the portal, instead of bezorgingen. */
async function arrive() {
  expect(await loadZaken(portal, { base: api, token: zaaksysteem.apiToken })).toMatchObject({ ok: true })
}

async function idOf(burger: string): Promise<string> {
  const { bsn } = DEMO_BURGERS.find(({ id }) => id === burger) as (typeof DEMO_BURGERS)[number]
  return (await findOrCreateBurger(portal, bsn)).id
}

test('the sign-in page describes the inzendingen and changes of today', async () => {
  const lines = Object.fromEntries(await vertelVerhalen(portal, 'nl'))
  expect(lines).toMatchObject({
    'p-jansen': expect.stringMatching(/^Stuurde 1 van 2 dingen, nog 1\d dagen$/),
    't-smit': 'Wil een aanvraag intrekken; mag een aanvraag niet intrekken; trok een aanvraag in',
    'n-wong': expect.stringMatching(/te laat; geweigerd, beroep kan nog \d+ dagen; duurt langer dan gepland$/),
    'r-hendriks': expect.stringMatching(/^Geweigerd, bezwaar kan nog .*; zaak is heropend; mail komt niet aan$/),
  })
})

test('citizens have both read and new berichten', async () => {
  const ongelezen = await Promise.all(
    DEMO_BURGERS.map(async ({ id }) => [id, await countOngelezen(portal, await idOf(id))] as const),
  )
  const some = ongelezen.filter(([, aantal]) => aantal > 0)
  expect(Object.fromEntries(some)).toEqual({ 'a-kaya': 1, 'n-wong': 1, 't-smit': 1 })
  expect(await portal.db.status.count({ where: { zaak: { burgerId: await idOf('a-kaya') } } })).toBeGreaterThan(30)
})

test("the mailbox has opened confirmation mails and mails in each citizen's language, and none for one address", async () => {
  now = new Date(now.getTime() + GATHER_MS)
  await sendMails(portal)
  const read = async () => {
    const mails = await readDemoMails(mailbox.file)
    return mails.map(({ aan: [adres], onderwerp }) => `${adres?.split('@')[0]}: ${onderwerp.split(' ')[0]}`).toSorted()
  }
  await expect.poll(read).toEqual([
    'a-kaya: Bevestig',
    'a-kaya: Er',
    'j-devries: Bevestig',
    'k-vandijk: Bevestig',
    // receipts of the inzendingen
    'k-vandijk: Gemeente',
    'n-wong: Confirm',
    'n-wong: There',
    't-smit: Bevestig',
    't-smit: Er',
    't-smit: Gemeente',
    't-smit: Gemeente',
  ])
  const adressen = await portal.db.emailadres.findMany({ orderBy: { burgerId: 'asc' } })
  expect(adressen.filter(({ bevestigdOp }) => bevestigdOp)).toHaveLength(5)
  expect(adressen.filter(({ geweigerdOp }) => geweigerdOp)).toHaveLength(1)
})

test('a second start repeats nothing, and a citizen who unsubscribed stays without mail', async () => {
  const burgerId = await idOf('k-vandijk')
  await forgetEmailadres(portal, { which: 'burger_id', value: burgerId })
  const stand = async () => [
    await zaaksysteem.db.status.count(),
    await zaaksysteem.db.inzending.count(),
    await portal.db.inzending.count(),
    await portal.db.uitgaandeMail.count(),
    await portal.db.emailadres.findUnique({ where: { burgerId } }),
  ]
  const before = await stand()
  await giveEmailadressen(portal, { mailbox: mailbox.file })
  await playVandaag({ zaaksysteem, portal })
  expect(await stand()).toEqual(before)
})

test('data of an earlier version without these zaken are not changed', async () => {
  const other = await createTestZaaksysteem({ clock: () => now })
  await playVandaag({ zaaksysteem: other, portal })
  expect(await other.db.gebeurtenis.count()).toBe(0)
  await other.close()
})
