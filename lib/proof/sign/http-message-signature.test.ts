import { createPrivateKey, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { coveredComponents, signatureBase, targetUri } from './http-message-signature.ts'

test('RFC 9421 B.2.6 is reproduced', () => {
  const params =
    '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"'
  const base = signatureBase(
    [
      { name: 'date', value: 'Tue, 20 Apr 2021 02:07:55 GMT' },
      { name: '@method', value: 'POST' },
      { name: '@path', value: '/foo' },
      { name: '@authority', value: 'example.com' },
      { name: 'content-type', value: 'application/json' },
      { name: 'content-length', value: '18' },
    ],
    params,
  )
  // test-key-ed25519 of RFC 9421 B.1.4
  const jwk = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
    x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
  }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  expect(sign(null, Buffer.from(base), key).toString('base64')).toBe(
    'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
  )
})

test('the ce- headers and webhook-request-origin are covered, other headers are not', () => {
  expect(
    coveredComponents(['Content-Type', 'User-Agent', 'CE-Type', 'ce-id', 'WebHook-Request-Origin', 'Authorization']),
  ).toEqual(['@method', '@target-uri', 'content-type', 'content-digest', 'ce-id', 'ce-type', 'webhook-request-origin'])
})

test.each([
  ['https://Portaal.test:443', 'https://portaal.test/'],
  ['https://portaal.test/a b?c=%7E#d', 'https://portaal.test/a%20b?c=%7E'],
])('a request to %s goes to %s', (sink, uri) => {
  expect(targetUri(sink)).toBe(uri)
})
