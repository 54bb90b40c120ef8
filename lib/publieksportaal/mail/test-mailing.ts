import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestSmtp, type TestSmtp, type Verdict } from '#tools/servers/smtp-server.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { setEmailadres } from './emailadres/set-emailadres.ts'
import { sendMails } from './send-mails.ts'
import { addBurgerWithAdres, mailEnv, tokenIn } from './test-mail.ts'

const START = new Date('2026-11-25T10:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const BSN = '999990342'
export const ADRES = 'inwoner@mail.test'

/** Creates a portal with one citizen, and a mail server with scripted responses. */
export function mailingPortal() {
  let smtp: TestSmtp
  let ctx: TestPublieksportaal
  const at = {
    sequence: 0,
    now: START,
    /** the log lines */
    lines: [] as string[],
    onRcpt: (_address: string): Verdict | Promise<Verdict> => undefined,
    onMail: (): Verdict | Promise<Verdict> => undefined,
    get ctx() {
      return ctx
    },
    get smtp() {
      return smtp
    },
    pass(ms: number) {
      at.now = new Date(at.now.getTime() + ms)
    },
    /** The middle of the jitter, so exactly on schedule. */
    send: (options = {}) => sendMails(ctx, { random: () => 0.5, ...options }),
    waiting: () => ctx.db.uitgaandeMail.findMany({ orderBy: { aangemaaktOp: 'asc' } }),
    async bewijzen() {
      const bewijzen = await ctx.db.bewijs.findMany({ orderBy: { id: 'asc' } })
      return bewijzen.map(({ gebeurtenisId, soort }) => [gebeurtenisId, soort])
    },
    messageIds: () => smtp.received.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1]),
    async change(zaakId: string, oudeStatus: string, nieuweStatus: string, versie: number) {
      const event = statusGewijzigd({
        zaakId,
        oudeStatus,
        nieuweStatus,
        sequence: ++at.sequence,
        volledigeversie: versie,
      })
      expect(await deliver(ctx, event)).toBe('changed')
      return event.id
    },
    /** Sets the address, and returns the token of the mailed link. */
    async giveAdres(adres: string) {
      const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
      await setEmailadres(ctx, { burgerId, gemachtigdeId: null, adres, taal: 'nl' })
      await at.send()
      return tokenIn(smtp.received.findLast(({ to }) => to[0] === adres)?.body ?? '')
    },
    /** A zaak from before the portal, so that none of its changes is news. */
    async knownZaak() {
      const zaak = testZaak({ bsn: BSN })
      await storeZaak(ctx, zaak, { alreadySeen: true })
      return zaak
    },
  }
  beforeAll(async () => {
    smtp = await startTestSmtp({ onRcpt: (address) => at.onRcpt(address), onMail: () => at.onMail() })
    const log = createLogger('test', { write: (line) => at.lines.push(line) }, 'warn')
    ctx = await createTestPublieksportaal({ clock: () => at.now, log, env: mailEnv(smtp) })
  })
  beforeEach(async () => {
    at.now = START
    at.lines = []
    at.onRcpt = () => undefined
    at.onMail = () => undefined
    await ctx.db.burger.deleteMany()
    await addBurgerWithAdres(ctx, { bsn: BSN, adres: ADRES })
    smtp.received.length = 0
  })
  afterEach(() => vi.useRealTimers())
  afterAll(async () => {
    await ctx.close()
    await smtp.close()
  })
  return at
}
