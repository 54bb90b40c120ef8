import { randomBytes } from 'node:crypto'
import { type Messages, sha256, unchanged, withHeader } from './test-message.ts'

export const ACCESSTOKEN: Messages = {
  proven: {
    'the agreed token': unchanged,
    'another case of the scheme': withHeader('authorization', (value) => value.replace('Bearer', 'bEARER')),
  },
  invalid_token: {
    'no token': ({ headers }) => ({ ...headers, authorization: '' }),
    'another token': ({ headers }) => ({
      ...headers,
      authorization: `Bearer ${randomBytes(32).toString('base64url')}`,
    }),
    'the stored hash': ({ sender, headers }) => ({
      ...headers,
      authorization: `Bearer ${sha256(sender.accesstoken, 'hex')}`,
    }),
    'a signed JWT': async ({ sender, headers, body }) => ({
      ...headers,
      authorization: `Bearer ${await sender.sign(body)}`,
    }),
    'a token cut short': withHeader('authorization', (value) => value.slice(0, -1)),
    'another scheme': withHeader('authorization', (value) => value.replace('Bearer', 'Basic')),
    'a header that came twice': withHeader('authorization', (value) => `${value}, ${value}`),
  },
  invalid_signature: {},
}
