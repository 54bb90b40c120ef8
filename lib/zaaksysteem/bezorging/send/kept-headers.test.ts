import { expect, test } from 'vitest'
import { keptHeaders } from './kept-headers.ts'

test.each([
  ['Authorization', 'Bearer kop.claims.handtekening', 'Bearer kop.claims.…'],
  ['Authorization', 'Bearer geheim', '…'],
  ['webhook-signature', 'v1,geheim v1a,geheim', '…'],
  ['signature', 'sig=:geheim:', '…'],
  ['nlgov-adr-payload-sig', 'kop..geheim', 'kop..…'],
])('of %s: %s is kept %s', (name, sent, kept) => {
  expect(keptHeaders({ Authorization: 'Bearer a.b.c', 'content-type': 'x', [name]: sent })).toMatchObject({
    'content-type': 'x',
    [name]: kept,
  })
})
