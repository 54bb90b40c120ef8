import { decode, encode } from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { openTicket, sealTicket } from './bytes-ticket.ts'

const SECRET = 'a secret of thirty-two bytes or more'
const TICKET = {
  wie: '000000000000',
  sessieId: '0199a3f0-1b2c-7e4d-a5f6-000000000001',
  zaakId: '0199a3f0-1b2c-7e4d-a5f6-000000000002',
  documentId: '0199a3f0-1b2c-7e4d-a5f6-000000000003',
}
afterEach(() => vi.useRealTimers())

test('a ticket opens with its own secret for two minutes, and is reported as expired afterwards', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:00Z') })
  const sealed = await sealTicket(SECRET, TICKET)
  expect(sealed).toMatch(/^[\w.-]{1,600}$/)
  expect(sealed).not.toContain(Buffer.from(TICKET.documentId).toString('base64url').slice(0, 20))
  expect(await openTicket(SECRET, sealed)).toEqual({ ...TICKET, isOver: false })
  expect(await openTicket(`${SECRET}!`, sealed)).toBeUndefined()
  vi.setSystemTime(new Date('2026-11-25T10:03:00Z'))
  expect(await openTicket(SECRET, sealed)).toEqual({ ...TICKET, isOver: true })
  expect(await openTicket(`${SECRET}!`, sealed)).toBeUndefined()
})

test('a changed ticket, a cookie and a text that is no token open nothing', async () => {
  const sealed = await sealTicket(SECRET, TICKET)
  const parts = sealed.split('.')
  const changed = parts.map((part, index) =>
    parts.map((one, at) => (at === index ? (part.startsWith('A') ? 'B' : 'A') + one.slice(1) : one)).join('.'),
  )
  const cookie = await encode({ secret: SECRET, salt: 'zaakbode-mijn.session', token: TICKET })
  const other = await encode({ secret: SECRET, salt: 'zaakbode-bytes', token: { sessieId: TICKET.sessieId } })
  const plain = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(TICKET)).toString('base64url')}.`
  for (const given of [...changed, cookie, other, plain, '', 'x', '....', undefined]) {
    expect(await openTicket(SECRET, given), given).toBeUndefined()
  }
  await expect(decode({ secret: SECRET, salt: 'zaakbode-mijn.session', token: sealed })).rejects.toThrow()
})
