import { createHmac, KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { generateKeyPair } from 'jose'
import type { TestSender } from '../test-sender.ts'
import {
  type Change,
  type Message,
  type Messages,
  NOW,
  SECONDS,
  unchanged,
  WITHOUT_TOKEN,
  withHeader,
  without,
} from './test-message.ts'

const hmac = (secret: string, content: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(content)
    .digest('base64')}`
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`
const ed25519 = (key: CryptoKey, content: string) =>
  `v1a,${sign(null, Buffer.from(content), KeyObject.from(key)).toString('base64')}`
/** Replaces the signature. */
const signature =
  (make: (content: string, message: Message) => Promise<string> | string): Change =>
  async (message) => ({
    ...message.headers,
    'webhook-signature': await make(`${message.eventId}.${SECONDS}.${message.body}`, message),
  })
/** Signs another id or timestamp. */
const signed =
  ({ id, timestamp = String(SECONDS) }: { id?: (eventId: string) => string; timestamp?: string }): Change =>
  ({ sender, headers, body, eventId }) => {
    const ownId = id?.(eventId) ?? eventId
    return {
      ...headers,
      'webhook-id': ownId,
      'webhook-timestamp': timestamp,
      'webhook-signature': hmac(sender.secret, `${ownId}.${timestamp}.${body}`),
    }
  }
const v1 = (content: string, { sender }: { sender: TestSender }) => hmac(sender.secret, content)
const v1a = (content: string, { sender }: { sender: TestSender }) => ed25519(sender.privateKeys.ed25519, content)

export const STANDARDWEBHOOKS: Messages = {
  proven: {
    'a message as the contract requires': unchanged,
    'the secret alone': signature(v1),
    'a published Ed25519 key alone': signature(v1a),
    'a valid signature among others and unknown versions': signature((content, { sender }) =>
      ['v2,geen-base64!', hmac(newSecret(), content), hmac(sender.secret, content), 'v1c,xyz'].join(' '),
    ),
    'a valid key beside another secret': signature((content, message) =>
      [hmac(newSecret(), content), v1a(content, message)].join(' '),
    ),
    ...Object.fromEntries(
      [-300, 300].map((away) => [`a timestamp ${away} seconds away`, signed({ timestamp: String(SECONDS + away) })]),
    ),
  },
  invalid_token: WITHOUT_TOKEN,
  invalid_signature: {
    ...without(['webhook-id', 'webhook-timestamp', 'webhook-signature']),
    ...Object.fromEntries(
      [-301, 301].map((away) => [`a timestamp ${away} seconds away`, signed({ timestamp: String(SECONDS + away) })]),
    ),
    'another secret': signature((content) => hmac(newSecret(), content)),
    'the signature of another body': signature((_content, { sender, eventId }) =>
      hmac(sender.secret, `${eventId}.${SECONDS}.{}`),
    ),
    'only unknown versions': signature((content, message) => v1(content, message).replace('v1,', 'v2,')),
    'an HMAC as v1a': signature((content, message) => v1(content, message).replace('v1,', 'v1a,')),
    'a key that is not published': signature(async (content) =>
      ed25519((await generateKeyPair('Ed25519')).privateKey, content),
    ),
    'a header that came twice': withHeader('webhook-signature', (value) => `${value}, ${value}`),
    'eleven signatures': signature((content, message) => Array(11).fill(v1(content, message)).join(' ')),
    'a valid signature beside one without a version': signature((content, message) => `${v1(content, message)} v1`),
    'a valid signature beside invalid base64': signature((content, message) => `v1,! ${v1(content, message)}`),
    'surplus bits in the last character': signature((content, message) => v1(content, message).replace(/.=$/, surplus)),
    'the id of another event': signed({ id: () => randomUUID() }),
    'an id with a dot that includes the start of the body': signed({ id: (eventId) => `${eventId}.${SECONDS}` }),
    'a timestamp with a sign': signed({ timestamp: `+${SECONDS}` }),
    'a timestamp in milliseconds': signed({ timestamp: String(NOW.getTime()) }),
    'a fraction of a second': signed({ timestamp: `${SECONDS}.0` }),
  },
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const surplus = ([character = '']: string) => `${BASE64[BASE64.indexOf(character) ^ 1]}=`
