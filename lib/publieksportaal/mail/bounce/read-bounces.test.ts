import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { exim, gmail, holiday, letter, microsoft, nested, postfix } from '#lib/platform/mail/test-delivery-reports.ts'
import { DOVECOT_TITLE, hasDovecot, startDovecot } from '#lib/platform/mail/test-dovecot.ts'
import { startTestImap, type TestImap } from '#lib/platform/mail/test-imap.ts'
import { startTestSmtp, type TestSmtp, type Verdict } from '#tools/servers/smtp-server.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { createPublieksportaalContext } from '../../context.ts'
import { removeZaken } from '../../sync/remove-zaken.ts'
import { storeZaak } from '../../sync/store-zaak.ts'
import { deliver } from '../../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { testZaak } from '../../test-zaak.ts'
import { purge } from '../../upkeep/purge.ts'
import { findEmailadres } from '../emailadres/emailadres.ts'
import { removeEmailadres } from '../emailadres/forget-emailadres.ts'
import { setEmailadres } from '../emailadres/set-emailadres.ts'
import { mailMetrics } from '../mail-metrics.ts'
import { sendMails } from '../send-mails.ts'
import { addAdres, addBurgerWithAdres, mailEnv } from '../test-mail.ts'
import { readBounces } from './read-bounces.ts'

const START = new Date('2026-11-25T10:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const BSN = '999990342'
const OTHER_BSN = '999990019'
const ADRES = 'inwoner@mail.test'
const SERVERS = [
  ['a small IMAP server', true, startTestImap],
  [DOVECOT_TITLE, hasDovecot, startDovecot],
] as const

describe.each(SERVERS)('of %s', (_, isThere, start) => {
  let now: Date
  let lines: string[]
  let waits: number[]
  let onWait: () => void
  let onMail: () => Verdict
  let smtp: TestSmtp
  let imap: TestImap
  let ctx: TestPublieksportaal
  let burgerId: string

  beforeAll(async () => {
    if (!isThere) return
    smtp = await startTestSmtp({ onMail: () => onMail() })
    imap = await start()
    const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
    const wait = async (ms: number) => {
      waits.push(ms)
      onWait()
    }
    const env = {
      ...mailEnv(smtp),
      PUBLIEKSPORTAAL_BOUNCE_ADDRESS: 'bounce@gemeente.test',
      PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: imap.url,
    }
    ctx = await createTestPublieksportaal({ clock: () => now, wait, log, env })
  })
  beforeEach(async () => {
    if (!isThere) return
    now = START
    lines = []
    waits = []
    onWait = () => {}
    onMail = () => undefined
    smtp.received.length = 0
    mailMetrics(ctx).registry.resetMetrics()
    await imap.empty()
    await ctx.db.burger.deleteMany()
    await ctx.db.bewijs.deleteMany()
    burgerId = await addBurgerWithAdres(ctx, { bsn: BSN, adres: ADRES })
  })
  afterAll(async () => {
    if (!isThere) return
    await ctx.close()
    await imap.close()
    await smtp.close()
  })

  let sequence = 0
  async function change(zaakId: string, oudeStatus = 'ontvangen', nieuweStatus = 'in_behandeling', versie = 2) {
    const event = statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence: ++sequence, volledigeversie: versie })
    expect(await deliver(ctx, event)).toBe('changed')
    return event.id
  }
  async function mailWhatIsDue(afterMs = 3 * MINUTE) {
    now = new Date(now.getTime() + afterMs)
    await sendMails(ctx, { random: () => 0.5 })
  }
  /** A zaak with a change that was mailed. */
  async function mailed(bsn = BSN) {
    const zaak = testZaak({ bsn })
    await storeZaak(ctx, zaak, { alreadySeen: true })
    const eventId = await change(zaak.uuid)
    await mailWhatIsDue()
    return { zaakId: zaak.uuid, eventId, to: smtp.received.at(-1)?.from as string }
  }
  const geweigerd = async () => (await findEmailadres(ctx, { burgerId }))?.geweigerdOp
  const reported = async () =>
    (await ctx.db.bewijs.findMany({ where: { soort: 'mail_geweigerd' } })).map((row) => row.gebeurtenisId)
  /** The number of messages read, by outcome. */
  async function outcomes() {
    const { values } = await mailMetrics(ctx).read.get()
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))
  }

  test.runIf(isThere)('a mail is sent with a return path that identifies it', async () => {
    const { to } = await mailed()
    expect(to).toMatch(/^bounce\+[\da-f]{48}@gemeente\.test$/)
    expect(smtp.received[0]?.raw).toMatch(/^From: Gemeente Voorbeeld <mijn@gemeente\.test>\r$/m)
    expect(smtp.received[0]?.raw).not.toContain(to)
    const second = await mailed()
    expect(second.to).not.toBe(to)
  })

  test.runIf(isThere).each([
    ['Postfix', postfix],
    ['Exim', exim],
    ['Microsoft 365', microsoft],
    ['Gmail', gmail],
  ])('a report of %s marks the address, is reported to the zaaksysteem, and is deleted', async (_name, report) => {
    const { to, eventId, zaakId } = await mailed()
    const waiting = await change(zaakId, 'in_behandeling', 'besluit_genomen', 3)
    await imap.deliver(report({ to }))
    await readBounces(ctx)
    expect(await geweigerd()).toEqual(now)
    expect(await reported()).toEqual([eventId])
    await mailWhatIsDue()
    expect((await reported()).toSorted()).toEqual([eventId, waiting].toSorted())
    expect(await ctx.db.uitgaandeMail.count()).toBe(0)
    expect(smtp.received).toHaveLength(1)
    expect(await ctx.db.verzondenMail.count()).toBe(0)
    expect(await imap.list()).toEqual([])
    expect(await outcomes()).toEqual({ refused: 1 })
    expect(lines.join()).not.toMatch(/mail\.test|gemeente\.test/)
  })

  test.runIf(isThere)('a link that did not arrive marks its address too', async () => {
    await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres: 'typfout@mail.test', taal: 'nl' })
    await sendMails(ctx)
    const asked = smtp.received.find(({ to }) => to[0] === 'typfout@mail.test')
    await imap.deliver(postfix({ to: asked?.from as string }))
    await readBounces(ctx)
    expect(await findEmailadres(ctx, { burgerId })).toMatchObject({
      adres: ADRES,
      geweigerdOp: null,
      nieuw: { adres: 'typfout@mail.test', geweigerdOp: now },
    })
    expect(await reported()).toEqual([])
  })

  test.runIf(isThere).each([
    ['policy', (to: string) => postfix({ to, status: '5.7.1' })],
    ['the route, after days', (to: string) => postfix({ to, status: '4.4.1', diagnostic: 'timed out' })],
    ['a cause that Exim does not name', (to: string) => exim({ to, diagnostic: '550 Administrative prohibition' })],
  ])('a mail that failed because of %s is reported to the zaaksysteem, and marks no address', async (_name, report) => {
    const { to, eventId } = await mailed()
    await imap.deliver(report(to))
    await readBounces(ctx)
    expect([await geweigerd(), await reported(), await imap.list()]).toEqual([null, [eventId], []])
    expect(await outcomes()).toEqual({ failed: 1 })
  })

  test.runIf(isThere)('a message that reports no failure changes nothing, and is deleted', async () => {
    const { to } = await mailed()
    await imap.deliver(postfix({ to, action: 'delayed', status: '4.4.1' }))
    await imap.deliver(holiday({ to }))
    await readBounces(ctx)
    expect([await geweigerd(), await reported(), await imap.list()]).toEqual([null, [], []])
    expect(await outcomes()).toEqual({ pending: 1, automatic: 1 })
    await imap.deliver(gmail({ to }))
    await readBounces(ctx)
    expect(await geweigerd()).toEqual(now)
  })

  test.runIf(isThere)('an unreadable message stays two weeks for a person, and does not block others', async () => {
    const { to } = await mailed()
    const large = postfix({ to }).replace('User unknown', 'x'.repeat(1024 * 1024))
    const lost = postfix({ to: 'bounce@gemeente.test' })
    const empty = postfix({ to }).replace('Reporting-MTA', '\n'.repeat(200_000))
    for (const raw of [large, nested({ to }), letter({ to }), lost, empty])
      await imap.deliver(raw, { arrivedOp: START })
    await imap.deliver(postfix({ to }), { arrivedOp: START })
    await readBounces(ctx)
    expect(await geweigerd()).toEqual(now)
    expect(await imap.list()).toEqual(['look', 'look', 'look', 'look', 'look'])
    expect(await outcomes()).toEqual({ unreadable: 5, refused: 1 })
    await readBounces(ctx)
    expect(await outcomes()).toEqual({ unreadable: 5, refused: 1 })
    now = new Date(now.getTime() + 16 * DAY)
    await readBounces(ctx)
    expect(await imap.list()).toEqual([])
  })

  test.runIf(isThere)("a code of another mail does not stop anybody's mail", async () => {
    const own = await mailed()
    await addBurgerWithAdres(ctx, { bsn: OTHER_BSN, adres: 'ander@mail.test' })
    const other = await mailed(OTHER_BSN)
    const [ownMail, otherMail] = [own.to, other.to].map((to) => /\+(.{32})(.{16})@/.exec(to)?.slice(1) as string[])
    const withCodes = (mailId?: string, code?: string) => `bounce+${mailId}${code}@gemeente.test`
    const forged = [
      withCodes(ownMail?.[0], otherMail?.[1]),
      withCodes(otherMail?.[0], ownMail?.[1]),
      withCodes(ownMail?.[0], '0'.repeat(16)),
      withCodes('0'.repeat(32), ownMail?.[1]),
      withCodes(crypto.randomUUID().replaceAll('-', ''), ownMail?.[1]),
    ]
    for (const to of forged) await imap.deliver(postfix({ to }))
    await imap.deliver(postfix({ to: withCodes(ownMail?.[0], '0'.repeat(16)), status: '5.7.1' }))
    // the body is not trusted
    await imap.deliver(postfix({ to: forged[0] as string }).replace('X-Postfix-Sender: rfc822; ', `X: ${own.to} `))
    await readBounces(ctx)
    expect([await geweigerd(), await reported()]).toEqual([null, []])
    expect(await ctx.db.emailadres.count({ where: { geweigerdOp: { not: null } } })).toBe(0)
    expect(await outcomes()).toEqual({ unknown: forged.length + 2 })
    expect(await imap.list()).toEqual([])
  })

  test.runIf(isThere)('an address that was changed since is not marked; the failure is reported', async () => {
    const { to, eventId } = await mailed()
    await addAdres(ctx, { burgerId, adres: 'ander@mail.test' })
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect([await geweigerd(), await reported()]).toEqual([null, [eventId]])
  })

  test.runIf(isThere)('the same address, given again, is not marked, nor a removed one', async () => {
    const { to } = await mailed()
    await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect(await outcomes()).toEqual({ refused: 1 })
    await addAdres(ctx, { burgerId, adres: ADRES })
    const again = await mailed()
    await removeEmailadres(ctx, { burgerId, gemachtigdeId: null })
    await addAdres(ctx, { burgerId, adres: ADRES })
    await imap.deliver(postfix({ to: again.to }))
    await readBounces(ctx)
    expect(await geweigerd()).toBeNull()
  })

  test.runIf(isThere)('a report that comes twice counts once, in any order and case', async () => {
    const { to, eventId } = await mailed()
    await imap.deliver(postfix({ to: to.toUpperCase() }))
    await imap.deliver(postfix({ to }))
    await imap.deliver(gmail({ to }))
    await readBounces(ctx)
    expect(await outcomes()).toEqual({ refused: 1, unknown: 2 })
    expect(await reported()).toEqual([eventId])
    await addAdres(ctx, { burgerId, adres: ADRES })
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect(await geweigerd()).toBeNull()
  })

  test.runIf(isThere)('two processes that read concurrently count each report once', async () => {
    const sent = [await mailed(), await mailed(), await mailed()]
    for (const { to } of sent) await imap.deliver(postfix({ to }))
    const other = createPublieksportaalContext(ctx.env, ctx)
    await Promise.all([readBounces(ctx), readBounces(other), readBounces(ctx)])
    await readBounces(ctx)
    await other.close()
    expect(await imap.list()).toEqual([])
    expect((await reported()).toSorted()).toEqual(sent.map(({ eventId }) => eventId).toSorted())
  })

  test.runIf(isThere)('a mail with an unknown outcome can bounce before that is known', async () => {
    onMail = () => 'death'
    const { to, eventId } = await mailed()
    expect(await ctx.db.uitgaandeMail.count()).toBe(1)
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect(await geweigerd()).toEqual(now)
    await mailWhatIsDue(30 * MINUTE)
    expect([await reported(), await ctx.db.uitgaandeMail.count()]).toEqual([[eventId], 0])
    expect(smtp.received).toHaveLength(1)
  })

  test.runIf(isThere)('such an attempt does not mark a later address', async () => {
    onMail = () => 'death'
    const { to } = await mailed()
    await addAdres(ctx, { burgerId, adres: 'ander@mail.test' })
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect([await geweigerd(), await reported()]).toEqual([null, []])
  })

  test.runIf(isThere)('a report that was recorded and not deleted is read again and counts once', async () => {
    const { to, eventId } = await mailed()
    await imap.deliver(postfix({ to }))
    let isFirst = true
    const stop = new AbortController()
    const clock = () => {
      if (!isFirst) stop.abort()
      isFirst = false
      return now
    }
    await readBounces({ ...ctx, clock }, { signal: stop.signal })
    expect(await reported()).toEqual([eventId])
    expect(await imap.list()).toEqual(['waits'])
    await readBounces(ctx)
    expect(await reported()).toEqual([eventId])
    expect(await imap.list()).toEqual([])
  })

  test.runIf(isThere)('an unreachable mailbox is retried with backoff, and reported', async () => {
    const env = { ...ctx.env, PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: imap.url.replace(/:\d+$/, ':1') }
    const stop = new AbortController()
    onWait = () => {
      if (waits.length === 8) stop.abort()
    }
    await readBounces({ ...ctx, env }, { signal: stop.signal })
    expect(waits.map((ms) => ms / MINUTE)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect((await mailMetrics(ctx).failed.get()).values).toMatchObject([{ value: 8 }])
    expect(lines).toHaveLength(8)
    expect(lines.join()).not.toContain('geheim')
  })

  test.runIf(isThere)('nothing about a mail is kept when bounces are not read', async () => {
    const { PUBLIEKSPORTAAL_BOUNCE_ADDRESS: _address, ...env } = ctx.env
    const zaak = testZaak({ bsn: BSN })
    await storeZaak(ctx, zaak, { alreadySeen: true })
    await change(zaak.uuid)
    now = new Date(now.getTime() + 3 * MINUTE)
    await sendMails({ ...ctx, env })
    expect(smtp.received).toMatchObject([{ from: 'mijn@gemeente.test' }])
    expect(await ctx.db.verzondenMail.count()).toBe(0)
    expect(await readBounces({ ...ctx, env })).toBeUndefined()
  })

  test.runIf(isThere)('a mail is forgotten after two weeks, and with its zaak or citizen', async () => {
    const { zaakId } = await mailed()
    now = new Date(now.getTime() + 14 * DAY)
    await purge(ctx, 'verzonden_mail')
    expect(await ctx.db.verzondenMail.count()).toBe(1)
    now = new Date(now.getTime() + 1)
    await purge(ctx, 'verzonden_mail')
    expect(await ctx.db.verzondenMail.count()).toBe(0)

    await change(zaakId, 'in_behandeling', 'besluit_genomen', 3)
    now = new Date(now.getTime() + 3 * MINUTE)
    await sendMails(ctx)
    expect(await ctx.db.verzondenMail.count()).toBe(1)
    const data = { event: 'zaak.verwijderd', zaakId, timestamp: START.toISOString() }
    const event = statusGewijzigd({ zaakId, oudeStatus: 'x', nieuweStatus: 'y', sequence: ++sequence })
    await deliver(ctx, { ...event, type: EVENT_TYPES.verwijdering, data })
    await removeZaken(ctx, [zaakId])
    expect(await ctx.db.verzondenMail.count()).toBe(0)
  })

  test.runIf(isThere)('a zaak that is removed concurrently takes its mail along, without a deadlock', async () => {
    const { zaakId, to } = await mailed()
    await imap.deliver(postfix({ to }))
    const removing = await ctx.pool.connect()
    await removing.query('begin')
    await removing.query('select from zaak where id = $1 for update', [zaakId])
    const reading = readBounces(ctx)
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await ctx.pool.query(waits)).rowCount).toBe(1)
    await removing.query('delete from zaak where id = $1', [zaakId])
    await removing.query('commit')
    removing.release()
    await reading
    expect([await reported(), await ctx.db.verzondenMail.count(), await imap.list()]).toEqual([[], 0, []])
    expect(await outcomes()).toEqual({ unknown: 1 })
  })

  test.runIf(isThere)("a zaak that moved to another citizen reports nothing about the former one's mail", async () => {
    const { to, zaakId } = await mailed()
    const { id } = await findOrCreateBurger(ctx, OTHER_BSN)
    await ctx.db.zaak.update({ where: { id: zaakId }, data: { burgerId: id } })
    await imap.deliver(postfix({ to }))
    await readBounces(ctx)
    expect([await geweigerd(), await reported()]).toEqual([now, []])
  })
})
