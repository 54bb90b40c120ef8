import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { verifyWithJose } from './verify-with-jose.ts'

const ARRIVED = new Date('2025-11-25T10:00:00Z')
const SOURCE = 'urn:nld:test'
const SINK = 'https://portaal.test/webhooks'
const BODY = '{"id":"019ad2f5-0f3b-7c21-8e04-5b6d2a9f8c10","data":{"event":"\'één\' \\"twee\\""}}'

let jwks: object[]
const keyServer = createServer((_, response) => response.end(JSON.stringify({ keys: jwks })))
let jwksUrl: string
let token: string

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  jwks = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }]
  token = await new SignJWT({ body_sha256: hash('sha256', BODY, 'base64url') })
    .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'webhook+jwt' })
    .setIssuer(SOURCE)
    .setAudience(SINK)
    .setIssuedAt(ARRIVED)
    .setExpirationTime(new Date(ARRIVED.getTime() + 60_000))
    .sign(privateKey)
  jwksUrl = `http://127.0.0.1:${await listen(keyServer)}`
})
afterAll(() => void keyServer.close())

/** Runs the program as a reader does, and returns its exit code and output. */
async function run(changed: Partial<Parameters<typeof verifyWithJose>[0]> = {}) {
  const program = verifyWithJose({
    token,
    body: BODY,
    source: SOURCE,
    sink: SINK,
    jwksUrl,
    aangekomenOp: ARRIVED.toISOString(),
    ...changed,
  })
  const node = spawn(process.execPath, ['--input-type=module'])
  node.stdin.end(program)
  const exited = new Promise((resolve) => node.once('close', resolve))
  const [out, err] = await Promise.all([text(node.stdout), text(node.stderr)])
  return { code: await exited, out, err }
}

test('the program verifies a message whose token has expired', async () => {
  const { code, out, err } = await run()
  expect(err).toBe('')
  expect(out).toContain('verified')
  expect(code).toBe(0)
})

test.each([
  ['another body', { body: BODY.replace('twee', 'drie') }, 'body differs'],
  ['another address', { sink: 'https://ander.test/' }, 'unexpected "aud" claim value'],
  ['the present', { aangekomenOp: new Date().toISOString() }, '"exp" claim timestamp check failed'],
])('the program fails for %s', async (_, changed, reason) => {
  const { code, err } = await run(changed)
  expect(err).toContain(reason)
  expect(code).toBe(1)
})
