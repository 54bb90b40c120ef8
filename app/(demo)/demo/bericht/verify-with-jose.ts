/**
 * Returns a Node.js program that verifies a message with the library `jose`, at the moment of its arrival,
 * because its token has expired since.
 */
export function verifyWithJose(message: {
  token: string
  body: string
  source: string
  sink: string
  jwksUrl: string
  aangekomenOp: string
}): string {
  const text = (value: string) => JSON.stringify(value)
  return `import { createHash } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const token = ${text(message.token)}
const body = ${text(message.body)}
const keys = createRemoteJWKSet(new URL(${text(message.jwksUrl)}))
const { payload } = await jwtVerify(token, keys, {
  algorithms: ['ES256'],
  typ: 'webhook+jwt',
  issuer: ${text(message.source)},
  audience: ${text(message.sink)},
  currentDate: new Date(${text(message.aangekomenOp)}),
})
const digest = createHash('sha256').update(body).digest('base64url')
if (payload.body_sha256 !== digest) throw new Error('body differs')
console.log('verified', payload)
`
}
