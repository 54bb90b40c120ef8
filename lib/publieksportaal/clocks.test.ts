import { afterAll, beforeEach, expect, test } from 'vitest'
import { SECOND_MS } from '#lib/platform/durations.ts'
import {
  createDatabaseClock,
  type DatabaseClock,
  findAfwijkendeKlokken,
} from '#lib/platform/postgres/database-clock.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { claimBewijzen } from './bewijs/send-bewijzen.ts'
import { addBewijzen } from './bewijs/test-bewijzen.ts'
import type { PublieksportaalContext } from './context.ts'
import { claimMail } from './mail/claim-mail.ts'
import { setEmailadres } from './mail/emailadres/set-emailadres.ts'
import { mailEnv } from './mail/test-mail.ts'
import { addBurgerWithApparaat, pushEnv } from './push/apparaat/test-apparaat.ts'
import { claimPush } from './push/claim-push.ts'
import { startPortal } from './start-portal.ts'
import { createTestPublieksportaal } from './test-context.ts'

const OFFSETS = [-3600, -61, -31, -29, 0, 29, 31, 61, 3600]
const CASES = OFFSETS.flatMap((offset) => [
  { offset, stepped: false },
  { offset, stepped: true },
])

type Process = PublieksportaalContext & { clock: DatabaseClock }

let offsetMs: number
/** The same portal in a web process with a wrong clock and in one with a right clock. */
let off: Process

const smtp = await startTestSmtp()
const service = await startTestPushService()
const ctx = await createTestPublieksportaal({ env: { ...mailEnv(smtp), ...pushEnv(service) } })
const right = { ...ctx, clock: createDatabaseClock(ctx.pool) }
await right.clock.measure()
beforeEach(async () => {
  await ctx.db.burger.deleteMany()
  await ctx.db.bewijs.deleteMany()
  smtp.received.length = 0
  offsetMs = 0
  off = { ...ctx, clock: createDatabaseClock(ctx.pool, () => new Date(Date.now() + offsetMs)) }
})
afterAll(async () => {
  await ctx.close()
  await service.close()
  await smtp.close()
})

/** Queues a mail, a push and a bewijs, as a process does. */
async function order(process: Process) {
  const { burgerId, apparaatId } = await addBurgerWithApparaat(process, service, { bsn: '999990342' })
  await setEmailadres(process, { burgerId, gemachtigdeId: null, adres: 'inwoner@mail.test', taal: 'nl' })
  await addBewijzen(process, { count: 2 })
  const { id: zaakId } = await ctx.db.zaak.findFirstOrThrow()
  const now = process.clock()
  const push = { id: crypto.randomUUID(), apparaatId, zaakId, vanVersie: 1, volgendePoging: now, aangemaaktOp: now }
  await ctx.db.uitgaandePush.deleteMany()
  await ctx.db.uitgaandePush.create({ data: push })
}

/** The number of mails, pushes and bewijzen that a process leases when it polls continuously. */
async function claim(process: Process) {
  const claimed = { mails: 0, pushes: 0, bewijzen: 0 }
  for (let times = 0; times < 2; times++) {
    if (await claimMail(process)) claimed.mails += 1
    if (await claimPush(process)) claimed.pushes += 1
    claimed.bewijzen += (await claimBewijzen(process)).length
  }
  return claimed
}

const ALL = { mails: 1, pushes: 1, bewijzen: 2 }
const NOTHING = { mails: 0, pushes: 0, bewijzen: 0 }

test.each(CASES)(
  'a web process whose clock is $offset s off, stepped while sending: $stepped, sends every mail, push and bewijs once',
  async ({ offset, stepped }) => {
    if (!stepped) offsetMs = offset * SECOND_MS
    await off.clock.measure()
    await order(off)
    expect(await claim(off)).toEqual(ALL)
    // Both look for work while the receiver is slow.
    offsetMs = offset * SECOND_MS
    for (const process of [right, off, right]) expect(await claim(process)).toEqual(NOTHING)

    // After a crash another process sends it once, when the lease has expired.
    for (const table of ['uitgaande_mail', 'uitgaande_push', 'bewijs']) {
      await ctx.pool.query(`update ${table} set volgende_poging = volgende_poging - interval '12 minutes'`)
    }
    expect(await claim(right)).toEqual(ALL)
    for (const process of [off, right]) expect(await claim(process)).toEqual(NOTHING)
  },
)

test.each([-31, 31, -3600, 3600])(
  'a web process whose clock is %i s off sends nothing until it is right, and alerts the beheerder',
  async (offset) => {
    offsetMs = offset * SECOND_MS
    const portal = await startPortal(off)
    await order(right)
    await expect.poll(() => findAfwijkendeKlokken(ctx)).toMatchObject([{ proces: 'web' }])
    const [klok] = await findAfwijkendeKlokken(ctx)
    expect(klok?.voorSeconden).toBeCloseTo(offset, 0)
    expect(smtp.received).toEqual([])
    offsetMs = 0
    await expect.poll(() => smtp.received.length).toBe(1)
    await expect.poll(() => findAfwijkendeKlokken(ctx)).toEqual([])
    await portal.close()
    expect(smtp.received).toHaveLength(1)
  },
)
