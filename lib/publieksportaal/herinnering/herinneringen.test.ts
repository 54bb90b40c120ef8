import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { createPublieksportaalContext } from '../context.ts'
import { reportAanvullingen } from '../inzending/submit-inzending.ts'
import { LAST_DAY, storeAskedZaak } from '../inzending/test-aanvulling.ts'
import { sendMails } from '../mail/send-mails.ts'
import { addAdres, mailEnv, textOf } from '../mail/test-mail.ts'
import { addBurgerWithApparaat, pushEnv } from '../push/apparaat/test-apparaat.ts'
import { sendPushes } from '../push/send-pushes.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testBesluit, testZaak, withRows } from '../test-zaak.ts'
import { countOngelezen, findBerichtenOfBurger } from '../zaak/find-berichten-of-burger.ts'
import { orderHerinneringen } from './order-herinneringen.ts'
import { setHerinneringen } from './set-herinneringen.ts'

const BSN = '999990342'
const BLOCKED = 'select count(*)::int as n from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
/** LAST_DAY is a Thursday, so three working days are left: Tuesday, Wednesday and itself. */
const MORNING = '2026-12-07T09:00:00+01:00'
let now: Date
let burgerId: string
const smtp = await startTestSmtp()
const service = await startTestPushService()
const ctx = await createTestPublieksportaal({ clock: () => now, env: { ...mailEnv(smtp), ...pushEnv(service) } })
beforeEach(async () => {
  now = new Date('2026-11-27T10:00:00Z')
  await ctx.db.burger.deleteMany()
  burgerId = (await addBurgerWithApparaat(ctx, service, { bsn: BSN })).burgerId
  await addAdres(ctx, { burgerId, adres: 'inwoner@mail.test' })
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
  await service.close()
})

/** Stores a zaak whose news has all been sent. */
async function told<Stored>(store: () => Promise<Stored>): Promise<Stored> {
  const stored = await store()
  await ctx.db.uitgaandeMail.deleteMany()
  await ctx.db.uitgaandePush.deleteMany()
  smtp.received.length = 0
  service.received.length = 0
  return stored
}
const asked = () => told(() => storeAskedZaak(ctx, { bsn: BSN }))
const stored = (zaak: ZaakResource) => told(() => storeZaak(ctx, zaak))
async function orderAt(moment: string) {
  now = new Date(moment)
  await orderHerinneringen(ctx)
}
async function send() {
  await sendMails(ctx)
  await sendPushes(ctx)
  return { mails: smtp.received.length, pushes: service.received.length }
}
/** Returns the whole text of the mail, without the parts that differ in each run. */
const mailed = ({ uuid, identificatie }: ZaakResource) =>
  textOf(smtp.received[0] as (typeof smtp.received)[number])
    ?.replace(/code=[\w-]{22}/, 'code=…')
    .replace(uuid, '…')
    .replace(identificatie, 'ZAAK-…')
const herinneringen = async () =>
  (await ctx.db.herinnering.findMany({ orderBy: { laatsteDag: 'asc' } })).map(({ soort, laatsteDag }) => [
    soort,
    laatsteDag.toISOString().slice(0, 10),
  ])

test('the reminder goes in the morning of the third working day before, by mail, push and bericht, once', async () => {
  const { zaak } = await asked()
  for (const early of ['2026-12-04T12:00:00+01:00', '2026-12-06T12:00:00+01:00', '2026-12-07T08:59:00+01:00']) {
    await orderAt(early)
  }
  expect(await herinneringen()).toEqual([])
  for (const moment of [MORNING, MORNING, '2026-12-08T09:00:00+01:00', '2026-12-10T17:00:00+01:00'])
    await orderAt(moment)
  expect(await herinneringen()).toEqual([['aanvulling', LAST_DAY]])
  now = new Date(MORNING)
  expect(await send()).toEqual({ mails: 1, pushes: 1 })
  expect(await send()).toEqual({ mails: 1, pushes: 1 })

  expect(smtp.received[0]?.subject).toBe('Herinnering: een laatste dag komt eraan bij Gemeente Voorbeeld')
  expect(mailed(zaak)).toMatchInlineSnapshot(`
    "Goedendag,

    Dit is een herinnering over uw zaak met zaaknummer ZAAK-…. De laatste dag om iets te sturen is donderdag 10 december 2026.

    Wat wij missen, leest u bij uw zaak. Heeft u het al gestuurd? Meld dat dan daar.

    Bekijk uw zaak:
    http://localhost:3000/mijn/zaken/…

    U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.

    Heeft u een vraag? Bel 14 012 en noem uw zaaknummer.

    Wilt u geen herinneringen meer? Kies dat bij Voorkeuren. Wilt u helemaal geen mail meer over uw zaken?
    Geen mail meer: http://localhost:3000/mijn/afmelden?code=…"
  `)
  expect(JSON.stringify(service.received)).toContain('Er komt een laatste dag aan in uw zaak')
  const { berichten } = await findBerichtenOfBurger(ctx, { burgerId })
  expect(berichten[0]).toMatchObject({ herinneringsoort: 'aanvulling', laatsteDag: LAST_DAY, zaak: { id: zaak.uuid } })
  expect(berichten.map((bericht) => 'versie' in bericht)).toEqual([false, true])
  expect(await countOngelezen(ctx, burgerId)).toBe(1)
})

test('no reminder in a weekend, at night, after the last day, or shortly after other news', async () => {
  await stored({
    ...testZaak({ bsn: BSN }),
    opschorting: { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-14' },
    aanvullingen: [{ id: null, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null }],
  })
  for (const moment of [
    '2026-12-12T12:00:00+01:00',
    '2026-12-13T12:00:00+01:00',
    '2026-12-10T18:00:00+01:00',
    '2026-12-15T09:00:00+01:00',
  ])
    await orderAt(moment)
  await ctx.db.status.updateMany({ data: { datumStatusGezet: new Date('2026-12-09T10:00:00+01:00') } })
  await orderAt('2026-12-10T09:00:00+01:00')
  expect(await herinneringen()).toEqual([])
  await orderAt('2026-12-10T10:00:00+01:00')
  expect(await herinneringen()).toEqual([['aanvulling', '2026-12-14']])
})

test('no reminder of things that were sent, also when they were sent after it was queued', async () => {
  const { plattegrond, foto, wanted } = await asked()
  const report = (aanvullingen: string[]) => reportAanvullingen(ctx, { ...wanted, aanvullingen })
  await told(() => report([plattegrond]))
  await orderAt(MORNING)
  expect(await herinneringen()).toHaveLength(1)
  await report([foto])
  await ctx.db.uitgaandeMail.deleteMany({ where: { soort: 'ontvangst' } })
  expect(await send()).toEqual({ mails: 0, pushes: 0 })
  expect(await ctx.db.uitgaandeMail.count()).toBe(0)

  await ctx.db.herinnering.deleteMany()
  await orderAt('2026-12-08T09:00:00+01:00')
  expect(await herinneringen()).toEqual([])
})

test('when the last day moves, the queued reminder is dropped, and the new day has its own', async () => {
  const { zaak } = await asked()
  await orderAt(MORNING)
  const moved = withRows(
    { ...zaak, opschorting: { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-17' } },
    { soort: 'aanvulling_verlengd' },
  )
  await stored(moved)
  expect(await send()).toEqual({ mails: 0, pushes: 0 })
  for (const moment of ['2026-12-11T12:00:00+01:00', '2026-12-14T09:00:00+01:00']) await orderAt(moment)
  expect(await herinneringen()).toEqual([
    ['aanvulling', LAST_DAY],
    ['aanvulling', '2026-12-17'],
  ])
  expect(await send()).toEqual({ mails: 1, pushes: 1 })
})

test('the last day to object is reminded of five working days before, unless the citizen does not want that', async () => {
  const zaak = testZaak({ bsn: BSN, statuscodes: ['ontvangen', 'vergunning_verleend'] })
  await stored({ ...zaak, einddatum: '2026-12-01', besluiten: [testBesluit()] })
  const door = { burgerId, gemachtigdeId: null }
  await orderAt('2027-01-05T12:00:00+01:00')
  expect(await herinneringen()).toEqual([])
  await orderAt('2027-01-06T09:00:00+01:00')
  expect(await herinneringen()).toEqual([['bezwaar', '2027-01-13']])
  await setHerinneringen(ctx, { ...door, herinneringen: { aanvulling: true, bezwaar: false } })
  expect(await send()).toEqual({ mails: 0, pushes: 0 })
})

test('the reminder of a gevoelige zaak names neither the zaak nor the day', async () => {
  const { zaak } = await asked()
  await stored(withRows({ ...zaak, gevoelig: true }, {}))
  await orderAt(MORNING)
  await send()
  expect(mailed(zaak)).toMatchInlineSnapshot(`
    "Goedendag,

    Dit is een herinnering over uw aanvraag. Er komt een laatste dag aan waarop u iets kunt doen. Log in om te lezen welke dag dat is en wat u kunt doen.

    Bekijk uw zaak:
    http://localhost:3000/mijn/zaken/…

    U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.

    Heeft u een vraag? Bel 14 012.

    Wilt u geen herinneringen meer? Kies dat bij Voorkeuren. Wilt u helemaal geen mail meer over uw zaken?
    Geen mail meer: http://localhost:3000/mijn/afmelden?code=…"
  `)
})

test('concurrent workers, one of them killed (-9), make one reminder and one mail for a term', async () => {
  const { zaak } = await asked()
  now = new Date(MORNING)
  const client = await ctx.pool.connect()
  await client.query('begin')
  const { rows } = await client.query('select pg_backend_pid() as pid from burger where id = $1 for update', [burgerId])
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'test-herinnering-process.ts'), MORNING], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: 'inherit',
  })
  const blocked = async () => (await ctx.pool.query(BLOCKED, [rows[0].pid])).rows[0].n
  await expect.poll(blocked, { timeout: 60_000 }).toBeGreaterThan(0)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  const other = createPublieksportaalContext(ctx.env, ctx)
  const orders = [orderHerinneringen(ctx), orderHerinneringen(other), orderHerinneringen(ctx)]
  await client.query('rollback')
  client.release()
  await Promise.all(orders)
  await other.close()
  expect(await ctx.db.herinnering.count({ where: { zaakId: zaak.uuid } })).toBe(1)
  expect(await send()).toEqual({ mails: 1, pushes: 1 })
})
