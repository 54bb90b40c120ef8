import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestSmtp, type TestSmtp, type Verdict } from '#lib/platform/mail/test-smtp.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { makeDue, sendRest, startSending } from '../test-sending-process.ts'
import { testZaak } from '../test-zaak.ts'
import { sendMails } from './send-mails.ts'
import { addBurgerWithAdres, mailEnv } from './test-mail.ts'

const ZAKEN = 60
const BSN = '999990342'
/** The mail at which a process is killed: sent and not yet accepted, or about to be sent. */
const KILLS = [
  { after: 7, at: 'mail' },
  { after: 8, at: 'rcpt' },
  { after: 6, at: 'mail' },
  { after: 5, at: 'mail' },
] as const
/** The delay of the mail server's response; a process dies within it, when the server has all it can get. */
const ANSWER_MS = 200
const DIE_MS = 100

let onRcpt: () => Verdict | Promise<Verdict>
let onMail: () => Verdict | Promise<Verdict>
let smtp: TestSmtp
let ctx: TestPublieksportaal
const lines: string[] = []
beforeAll(async () => {
  onRcpt = onMail = () => undefined
  smtp = await startTestSmtp({ onRcpt: () => onRcpt(), onMail: () => onMail() })
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
  ctx = await createTestPublieksportaal({ env: mailEnv(smtp), log })
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
})

function startMailing(): ChildProcess {
  const child = startSending(ctx, 'mail/test-mail-process.ts', 'warn')
  child.stdout?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)))
  return child
}

test('kill -9 of process after process: every change is mailed, and a repeat is marked', async () => {
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'inwoner@mail.test' })
  const zaken = Array.from({ length: ZAKEN }, () => testZaak({ bsn: BSN }))
  await Promise.all(zaken.map((zaak) => storeZaak(ctx, zaak, { alreadySeen: true })))
  let sequence = 0
  const changeAll = async (oudeStatus: string, nieuweStatus: string, volledigeversie: number) => {
    const events = zaken.map(({ uuid: zaakId }) =>
      statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence: ++sequence, volledigeversie }),
    )
    await Promise.all(events.map((event) => deliver(ctx, event)))
    return events.map(({ id }) => id)
  }
  const eventIds = await changeAll('ontvangen', 'in_behandeling', 2)

  for (const { after, at } of KILLS) {
    await makeDue(ctx, 'uitgaande_mail')
    const child = startMailing()
    let left = after
    const count = async () => {
      if (--left === 0) void delay(DIE_MS).then(() => child.kill('SIGKILL'))
      return undefined
    }
    onRcpt = at === 'rcpt' ? count : () => undefined
    onMail = async () => {
      if (at === 'mail') void count()
      return delay(ANSWER_MS).then(() => undefined)
    }
    await once(child, 'exit')
  }
  onRcpt = onMail = () => undefined
  eventIds.push(...(await changeAll('in_behandeling', 'besluit_genomen', 3)))
  await sendRest(ctx, 'uitgaande_mail', () => sendMails(ctx))

  const told = await ctx.db.bewijs.findMany()
  expect(told.map(({ gebeurtenisId, soort }) => `${gebeurtenisId} ${soort}`).toSorted()).toEqual(
    eventIds.map((id) => `${id} gemaild`).toSorted(),
  )
  const times = new Map<string, number>()
  for (const { raw } of smtp.received) {
    const id = /^Message-ID: <([\da-f-]+)@/m.exec(raw)?.[1] as string
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  const twice = [...times.entries()].filter(([, count]) => count > 1).map(([id]) => id)
  const marked = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg.includes('may have arrived'))
  expect(twice.length).toBeGreaterThan(0)
  expect(smtp.received.length - times.size, 'A kill doubles one mail at most').toBeLessThanOrEqual(KILLS.length)
  expect(marked.map(({ objectId }) => objectId)).toEqual(expect.arrayContaining(twice))
}, 180_000)

describe('a process dies', () => {
  /** Locks the mail, so that the process blocks in its next statement. */
  async function hold() {
    const client = await ctx.pool.connect()
    await client.query('begin')
    await client.query('select from uitgaande_mail for update')
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const waiting = 'select pid from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
    const pid = rows.map((row) => row.pid)
    return {
      comesTo: () => expect.poll(async () => (await ctx.pool.query(waiting, pid)).rowCount).toBe(1),
      async release() {
        // PostgreSQL would still execute the statement of a dead process
        await ctx.pool.query(`select pg_terminate_backend(pid) from (${waiting}) as waiting`, pid)
        await client.query('rollback')
        client.release()
      },
    }
  }

  test.each([
    ['before the mail server has anything of a mail', 'rcpt', { isNoted: false, times: 1 }],
    ['when it has all but the last byte', 'last byte', { isNoted: false, times: 1 }],
    ['when it has the mail and did not answer', 'answer', { isNoted: true, times: 2 }],
    ['when it has answered and that is not recorded', 'record', { isNoted: true, times: 2 }],
    ['when that is recorded', 'recorded', { isNoted: undefined, times: 1 }],
  ] as const)('%s', async (_, moment, { isNoted, times }) => {
    await ctx.db.burger.deleteMany()
    await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'inwoner@mail.test' })
    await storeZaak(ctx, testZaak({ bsn: BSN }))
    const [mail] = await ctx.db.uitgaandeMail.findMany()
    lines.length = smtp.received.length = 0
    await makeDue(ctx, 'uitgaande_mail')
    const child = startMailing()
    const reached = Promise.withResolvers<void>()
    let locked: Awaited<ReturnType<typeof hold>> | undefined
    onRcpt = async () => {
      if (moment === 'last byte') locked = await hold()
      if (moment === 'rcpt' || moment === 'last byte') reached.resolve()
      return moment === 'rcpt' ? 'silence' : undefined
    }
    onMail = async () => {
      if (moment === 'record') locked = await hold()
      reached.resolve()
      return moment === 'answer' ? 'silence' : undefined
    }
    await reached.promise
    await locked?.comesTo()
    if (moment === 'recorded') await expect.poll(() => ctx.db.uitgaandeMail.count()).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await locked?.release()

    const [left] = await ctx.db.uitgaandeMail.findMany()
    expect(left && left.overgedragenOp !== null).toBe(isNoted)
    const waitsMs = left && left.volgendePoging.getTime() - Date.now()
    if (isNoted === false) expect(waitsMs).toBeLessThanOrEqual(3 * MINUTE_MS)
    if (isNoted) expect(waitsMs).toBeGreaterThan(20 * MINUTE_MS)
    onRcpt = onMail = () => undefined
    await makeDue(ctx, 'uitgaande_mail')
    await sendMails(ctx)
    expect(await ctx.db.uitgaandeMail.count()).toBe(0)
    expect(smtp.received.map(({ raw }) => /^Message-ID: <([\da-f-]+)@/m.exec(raw)?.[1])).toEqual(
      Array(times).fill(mail?.id),
    )
    expect(lines.filter((line) => line.includes('may have arrived'))).toHaveLength(times - 1)
  })
})
