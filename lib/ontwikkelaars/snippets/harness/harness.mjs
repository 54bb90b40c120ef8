// Reads cases from standard input, one a line, and prints whether the snippet for each accepts it. The keys
// are those of the case, or at an address, when it is given one.
import { createInterface } from 'node:readline'
import { keysAt, readKeys } from '../node/keys.mjs'
import { verifyAccessToken } from '../node/verify-access-token.mjs'
import { verifyHttpMessageSignature } from '../node/verify-http-message-signature.mjs'
import { verifyJwt } from '../node/verify-jwt.mjs'
import { verifyNlgovAdr } from '../node/verify-nlgov-adr.mjs'
import { verifyStandardWebhooks } from '../node/verify-standard-webhooks.mjs'

const VERIFIERS = {
  JWT: verifyJwt,
  ACCESSTOKEN: verifyAccessToken,
  STANDARDWEBHOOKS: verifyStandardWebhooks,
  HTTPMESSAGESIGNATURES: verifyHttpMessageSignature,
  NLGOVADR: verifyNlgovAdr,
}

const [, , url] = process.argv
const withKeysAt = url && keysAt(url)

for await (const line of createInterface({ input: process.stdin })) {
  const [credentialtype, now, ...encoded] = line.split(' ')
  const decoded = encoded.map((text) => Buffer.from(text, 'base64'))
  const [jwks, sink, source, geheim, headerLines] = decoded.map(String)
  const headers = Object.fromEntries(headerLines.split('\n').map((each) => each.split(': ')))
  const verify = (keys) =>
    VERIFIERS[credentialtype]({
      method: 'POST',
      headers,
      body: decoded[5],
      sink,
      source,
      keys,
      tokens: [geheim],
      secrets: [geheim],
      now: Number(now),
    })
  try {
    await (withKeysAt ? withKeysAt(verify) : verify(readKeys(JSON.parse(jwks))))
    console.log('accepted')
  } catch (error) {
    console.log(`refused: ${error.message}`)
  }
}
