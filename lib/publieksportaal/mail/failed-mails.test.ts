import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DELIVER_LIMIT_MS } from '#lib/platform/mail/delivery.ts'
import type { Verdict } from '#tools/servers/smtp-server.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { PLACES } from '../outbox/attempts.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { testZaak } from '../test-zaak.ts'
import { findEmailadres, setMailvoorkeuren } from './emailadres/emailadres.ts'
import { sendMails } from './send-mails.ts'
import { addBurgerWithAdres } from './test-mail.ts'
import { ADRES, BSN, DAY, HOUR, MINUTE, mailingPortal } from './test-mailing.ts'

const at = mailingPortal()
const { pass, send, waiting, bewijzen, messageIds, change, knownZaak, giveAdres } = at

test.each<[string, () => void]>([
  ['asks for a retry', () => (at.onRcpt = () => '450 4.2.0 Later')],
  ['refuses our mail', () => (at.onRcpt = () => '550 5.7.1 Policy')],
])('while the mail server %s, the mail waits longer each time and includes later changes', async (_, refuse) => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  refuse()
  for (const minutes of [1, 2, 4]) {
    await send()
    expect(await waiting()).toMatchObject([
      { totVersie: null, volgendePoging: new Date(at.now.getTime() + minutes * MINUTE) },
    ])
    pass(minutes * MINUTE)
  }
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  at.onRcpt = () => undefined
  await send()
  expect(at.smtp.received).toHaveLength(1)
  expect(at.smtp.received[0]?.body).toContain('besluit_genomen. Dit was')
  expect(await bewijzen()).toHaveLength(2)
  expect(await at.ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
})

test('a mailbox that does not exist marks the address, and all its waiting mail is reported', async () => {
  const [een, twee] = [await knownZaak(), await knownZaak()]
  const ids = [
    await change(een.uuid, 'ontvangen', 'in_behandeling', 2),
    await change(twee.uuid, 'ontvangen', 'in_behandeling', 2),
  ]
  pass(3 * MINUTE)
  at.onRcpt = () => '550 5.1.1 No such user'
  const refusedOp = at.now
  await send()
  expect(await waiting()).toEqual([])
  expect(await at.ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: refusedOp, geweigerdCode: '550 5.1.1' })
  at.onRcpt = () => undefined
  pass(DAY)
  ids.push(await change(een.uuid, 'in_behandeling', 'besluit_genomen', 3))
  pass(3 * MINUTE)
  await send()
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'mail_geweigerd']).toSorted())
  expect([await waiting(), at.smtp.received]).toEqual([[], []])
  expect(at.lines.join()).not.toContain(ADRES)
  const { id: burgerId } = await findOrCreateBurger(at.ctx, BSN)
  expect(await findEmailadres(at.ctx, { burgerId })).toMatchObject({ geweigerdOp: refusedOp })
  await addBurgerWithAdres(at.ctx, { bsn: BSN, adres: 'nieuw@mail.test' })
  expect(await findEmailadres(at.ctx, { burgerId })).toMatchObject({ geweigerdOp: null })
})

test('an address that refuses mail reports only what would have been mailed', async () => {
  const [quiet, loud] = [await knownZaak(), await knownZaak()]
  const { id: burgerId } = await findOrCreateBurger(at.ctx, BSN)
  await setMailvoorkeuren(at.ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: false, termijnen: true } })
  await change(quiet.uuid, 'ontvangen', 'in_behandeling', 2)
  const decided = await change(loud.uuid, 'ontvangen', 'besluit_genomen', 2)
  pass(3 * MINUTE)
  at.onRcpt = () => '550 5.1.1 No such user'
  await send()
  expect([await waiting(), await bewijzen()]).toEqual([[], [[decided, 'mail_geweigerd']]])
})

test('failures of the former address do not count against a new one', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  at.onRcpt = () => '450 4.2.0 Later'
  pass(3 * MINUTE)
  await send()
  pass(4 * DAY)
  await addBurgerWithAdres(at.ctx, { bsn: BSN, adres: 'nieuw@mail.test' })
  await send()
  expect(await waiting()).toHaveLength(1)
})

test('a mail that may have arrived is sent again about the same changes, with its Message-ID', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  at.onMail = () => 'death'
  await send()
  expect(await waiting()).toMatchObject([{ totVersie: 2, volgendePoging: new Date(at.now.getTime() + MINUTE) }])
  at.onMail = () => undefined
  pass(MINUTE)
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  await send()
  const [first, second] = messageIds()
  expect(at.smtp.received).toHaveLength(2)
  expect(second).toBe(first)
  for (const { body } of at.smtp.received) {
    expect(body).toContain('in_behandeling. Dit was')
    expect(body).not.toContain('besluit_genomen. Dit was')
  }
  pass(3 * MINUTE)
  await send()
  expect(at.smtp.received[2]?.body).toContain('besluit_genomen. Dit was')
})

test('a link that may have arrived is sent again with its Message-ID', async () => {
  await at.ctx.db.emailadres.deleteMany()
  at.onMail = () => 'death'
  await giveAdres('nieuw@mail.test')
  at.onMail = () => undefined
  pass(MINUTE)
  await send()
  const [first, second] = messageIds()
  expect(at.smtp.received).toHaveLength(2)
  expect(second).toBe(first)
})

/** Due mails of several zaken. */
async function dueMails(count: number) {
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) ids.push(await change((await knownZaak()).uuid, 'ontvangen', 'in_behandeling', 2))
  pass(3 * MINUTE)
  return ids
}

test('a stop waits for the answers to the mails that the server has, and leaves the others to the next process', async () => {
  const ids = await dueMails(PLACES + 1)
  const stop = new AbortController()
  const answer = Promise.withResolvers<undefined>()
  at.onMail = () => answer.promise
  const sending = sendMails(at.ctx, { signal: stop.signal })
  await expect.poll(() => at.smtp.received.length).toBe(PLACES)
  stop.abort()
  answer.resolve(undefined)
  await sending
  expect([(await bewijzen()).length, (await waiting()).map(({ pogingen }) => pogingen)]).toEqual([PLACES, [0]])
  await send()
  expect((await bewijzen()).toSorted()).toEqual(ids.map((id) => [id, 'gemaild']).toSorted())
  expect(new Set(messageIds()).size).toBe(at.smtp.received.length)
  expect(at.lines).toEqual([])
})

test('a mail whose acceptance could not be recorded is sent again with its Message-ID', async () => {
  await dueMails(1)
  let failures = 1
  const query = (text: string, values: unknown[]) =>
    text.includes('delete from uitgaande_mail') && failures-- > 0
      ? Promise.reject(new Error('The database is unreachable'))
      : at.ctx.pool.query(text, values)
  await sendMails({ ...at.ctx, pool: Object.create(at.ctx.pool, { query: { value: query } }) }, { random: () => 0.5 })
  expect(await waiting()).toMatchObject([{ totVersie: 2 }])
  pass(MINUTE)
  await send()
  expect([await waiting(), (await bewijzen()).length, new Set(messageIds()).size]).toEqual([[], 1, 1])
})

test('a process that was held up past its lease does not settle the mail that another has by now', async () => {
  await dueMails(1)
  at.onRcpt = async () => {
    await at.ctx.db.uitgaandeMail.updateMany({ data: { pogingen: { increment: 1 } } })
    return undefined
  }
  await send()
  expect([await bewijzen(), await waiting()]).toMatchObject([[], [{ pogingen: 2 }]])
})

test.each<[string, Verdict]>([
  ['refuses our mail', '550 5.7.1 Policy'],
  ['defers the address', '450 4.2.0 Later'],
  ['is away', '421 4.3.2 Closing'],
  ['never answers', 'death'],
])(
  'a mail that fails for three days because the mail server %s is reported, without blaming the address',
  async (_, reply) => {
    const { uuid } = await knownZaak()
    const eventId = await change(uuid, 'ontvangen', 'in_behandeling', 2)
    at.onRcpt = () => reply
    pass(3 * MINUTE)
    await send()
    pass(3 * DAY - MINUTE)
    await send()
    expect([await waiting(), await bewijzen()]).toMatchObject([[{ zaakId: uuid }], []])
    pass(HOUR)
    await send()
    expect([await waiting(), await bewijzen()]).toEqual([[], [[eventId, 'mail_geweigerd']]])
    expect(await at.ctx.db.emailadres.findFirst()).toMatchObject({ geweigerdOp: null })
  },
)

test('a slow address does not block others', async () => {
  await addBurgerWithAdres(at.ctx, { bsn: '999990019', adres: 'ander@mail.test' })
  for (const bsn of [BSN, '999990019']) {
    const zaak = testZaak({ bsn })
    await storeZaak(at.ctx, zaak)
  }
  pass(3 * MINUTE)
  const silent = Promise.withResolvers<void>()
  at.onRcpt = (address) => {
    if (address !== ADRES) return undefined
    silent.resolve()
    return 'silence'
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const sending = send()
  await silent.promise
  await expect.poll(waiting).toHaveLength(1)
  expect(at.smtp.received).toMatchObject([{ to: ['ander@mail.test'] }])
  vi.advanceTimersByTime(DELIVER_LIMIT_MS)
  await sending
  expect(await waiting()).toMatchObject([{ pogingen: 1 }])
})

describe('a mail that cannot be composed', () => {
  let zaakId: string
  let zaaktypeId: string
  const ids: string[] = []
  beforeEach(async () => {
    const { uuid, zaaktype } = await knownZaak()
    zaakId = uuid
    zaaktypeId = zaaktype.identificatie
    ids.splice(0, ids.length, await change(uuid, 'ontvangen', 'in_behandeling', 2))
    await at.ctx.pool.query(
      `insert into zaaktype (identificatie, versie, gegevens) values ('beschadigd', 1, '{ "statustypen": null }')
       on conflict do nothing`,
    )
    await at.ctx.db.zaak.update({ where: { id: zaakId }, data: { zaaktypeId: 'beschadigd' } })
    pass(3 * MINUTE)
  })

  test('waits, and does not block others', async () => {
    const { uuid } = await knownZaak()
    await change(uuid, 'ontvangen', 'in_behandeling', 2)
    pass(3 * MINUTE)
    await send()
    expect(at.smtp.received).toHaveLength(1)
    expect(await waiting()).toMatchObject([{ zaakId, pogingen: 1 }])
    expect(at.lines).toHaveLength(1)
  })

  test('includes later changes', async () => {
    await send()
    expect(await waiting()).toMatchObject([{ totVersie: null, volgendePoging: new Date(at.now.getTime() + MINUTE) }])
    at.lines = []
    await at.ctx.db.zaak.update({ where: { id: zaakId }, data: { zaaktypeId } })
    ids.push(await change(zaakId, 'in_behandeling', 'besluit_genomen', 3))
    pass(MINUTE)
    await send()
    expect(await bewijzen()).toEqual(ids.map((id) => [id, 'gemaild']))
    expect(at.lines).toEqual([])
  })

  test('is given up after three days and reported', async () => {
    await send()
    pass(3 * DAY)
    await send()
    expect([await waiting(), await bewijzen()]).toEqual([[], ids.map((id) => [id, 'mail_geweigerd'])])
  })
})
