import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestSmtp, type TestSmtp } from '#lib/platform/mail/test-smtp.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { sendMails } from './send-mails.ts'
import { addBurgerWithAdres, mailEnv } from './test-mail.ts'

const ZAKEN = 40
const BSN = '999990342'
/** After so many mails a process is killed: when one was given and not yet accepted, or when it is about to be given. */
const KILLS = [
  { after: 7, at: 'mail' },
  { after: 8, at: 'rcpt' },
  { after: 6, at: 'mail' },
] as const

let onRcpt: () => void
let onMail: () => void
let smtp: TestSmtp
let ctx: TestPublieksportaal
const lines: string[] = []
beforeAll(async () => {
  onRcpt = onMail = () => {}
  smtp = await startTestSmtp({ onRcpt: () => void onRcpt(), onMail: () => void onMail() })
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
  ctx = await createTestPublieksportaal({ env: mailEnv(smtp), log })
})
afterAll(async () => {
  await ctx.close()
  await smtp.close()
})

function startMailing(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test-mail-process.ts')], {
    env: { ...ctx.variables, LOG_LEVEL: 'warn', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)))
  return child
}

/** As when the time to gather, and the lease of who was killed, are over. */
const makeDue = () => ctx.pool.query('update uitgaande_mail set volgende_poging = now()')

test.runIf(inject('isWhole'))(
  'kill -9 of process after process: no change stays untold, and what was mailed twice is marked',
  async () => {
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
      await makeDue()
      const child = startMailing()
      let left = after
      const count = () => {
        if (--left === 0) child.kill('SIGKILL')
      }
      onMail = at === 'mail' ? count : () => {}
      onRcpt = at === 'rcpt' ? count : () => {}
      await once(child, 'exit')
    }
    onRcpt = onMail = () => {}
    eventIds.push(...(await changeAll('in_behandeling', 'besluit_genomen', 3)))
    const isEmpty = async () => {
      await makeDue()
      await sendMails(ctx)
      return (await ctx.db.uitgaandeMail.count()) === 0
    }
    await expect.poll(isEmpty, { timeout: 60_000 }).toBe(true)

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
    expect(marked.map(({ objectId }) => objectId)).toEqual(expect.arrayContaining(twice))
  },
  180_000,
)
