import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSmtp, type TestSmtp, type Verdict } from '#tools/servers/smtp-server.ts'
import { PLACES } from '../outbox/attempts.ts'
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
beforeAll(async () => {
  onRcpt = onMail = () => undefined
  smtp = await startTestSmtp({ onRcpt: () => onRcpt(), onMail: () => onMail() })
  ctx = await createTestPublieksportaal({ env: mailEnv(smtp) })
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
})

const startMailing = () => startSending(ctx, 'mail/test-mail-process.ts')

test('kill -9 of process after process: no change stays untold, and a mail that goes twice keeps its Message-ID', async () => {
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
  const doubled = smtp.received.length - times.size
  expect(doubled).toBeGreaterThan(0)
  expect(doubled, 'A kill doubles what was under way').toBeLessThanOrEqual(KILLS.length * PLACES)
}, 180_000)

describe('a process dies', () => {
  test.each([
    ['before the mail server has anything of a mail', 'rcpt', 1],
    ['when it has the mail and did not answer', 'answer', 2],
    ['when its answer is recorded', 'recorded', 1],
  ] as const)('%s', async (_, moment, times) => {
    await ctx.db.burger.deleteMany()
    await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'inwoner@mail.test' })
    await storeZaak(ctx, testZaak({ bsn: BSN }))
    const [mail] = await ctx.db.uitgaandeMail.findMany()
    smtp.received.length = 0
    await makeDue(ctx, 'uitgaande_mail')
    const child = startMailing()
    const reached = Promise.withResolvers<void>()
    onRcpt = () => {
      if (moment !== 'rcpt') return undefined
      reached.resolve()
      return 'silence'
    }
    onMail = () => {
      reached.resolve()
      return moment === 'answer' ? 'silence' : undefined
    }
    await reached.promise
    if (moment === 'recorded') await expect.poll(() => ctx.db.uitgaandeMail.count()).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')

    expect(await ctx.db.uitgaandeMail.count()).toBe(moment === 'recorded' ? 0 : 1)
    onRcpt = onMail = () => undefined
    await makeDue(ctx, 'uitgaande_mail')
    await sendMails(ctx)
    expect(await ctx.db.uitgaandeMail.count()).toBe(0)
    expect(smtp.received.map(({ raw }) => /^Message-ID: <([\da-f-]+)@/m.exec(raw)?.[1])).toEqual(
      Array(times).fill(mail?.id),
    )
  })
})
