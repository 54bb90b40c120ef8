import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
// @ts-expect-error: Next.js bundles it without types
import busboy from 'next/dist/compiled/busboy'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { csvLine } from './csv-line.ts'
import { clientAddress } from './http/client-address.ts'
import { type Network, parseNetwork } from './http/network.ts'
import { fetchJson, fetchKeySet } from './issuer/issuer-documents.ts'
import { createMailer } from './mail/mailer.ts'
import { readMailbox } from './mail/read-mailbox.ts'
import { APP, BASE_PATH, club, openClub } from './sign-in/test-club.ts'
import { parseStrictJson } from './strict-json.ts'
import { expectLinearGrowth, worstTexts } from './test-worst-input.ts'

/** The limit of Node.js for all headers together. */
const HEADER_LENGTH = 15_000
/** The limit of an issuer's response, of a form posted to a page, and of an event. */
const KB_256 = 250_000

openClub()

/** The text that the test servers send. */
let said = ''
const servers: Server[] = []
async function listening(server: Server) {
  servers.push(server)
  return listen(server)
}
let issuer: string
let mailbox: string
let mailServer: string
beforeAll(async () => {
  issuer = `http://127.0.0.1:${await listening(createHttpServer((_, response) => response.end(said)))}`
  mailbox = `imap://x:x@127.0.0.1:${await listening(createServer(answerImap))}`
  mailServer = `smtp://127.0.0.1:${await listening(createServer(answerSmtp))}`
})
afterAll(() => {
  for (const server of servers) server.close()
})

/** Sends the text in reply to the search for mails. */
const answerImap = line((socket, text) => {
  const [tag, command] = text.split(' ')
  if (command === 'UID') socket.write(`${said}\r\n`)
  return `${tag} OK done`
}, '* PREAUTH [CAPABILITY IMAP4rev1 UIDPLUS] ready')

/** Sends the text in reply to EHLO. */
const answerSmtp = line((_, text) => (text.startsWith('EHLO') ? said : '502 no'), '220 ready')

function line(answer: (socket: Socket, text: string) => string, greeting: string) {
  return (socket: Socket) => {
    socket.on('error', () => {})
    socket.write(`${greeting}\r\n`)
    socket.on('data', (data) => socket.write(`${answer(socket, data.toString())}\r\n`))
  }
}

async function attempt(read: () => unknown) {
  try {
    await read()
  } catch {
    // Most texts are refused at once.
  }
}

const fromIssuer = (read: (url: string) => Promise<unknown>) => (text: string) => {
  said = text
  return attempt(() => read(issuer))
}
function fromMailbox(text: string) {
  said = text
  const options = { url: mailbox, most: 100, maxBytes: 256 * 1024, forgetBefore: new Date(0), signal: undefined }
  return attempt(() => readMailbox(options, async () => 'done'))
}
function fromMailServer(text: string) {
  said = text
  const mailer = createMailer(mailServer)
  return attempt(() => mailer.send({ from: 'a@b.test', to: ['c@d.test'], subject: 'x', text: 'x' }))
}
const FORM = { 'Content-Type': 'multipart/form-data; boundary=b' }
const inForm = (body: string) => attempt(() => new Request(APP, { method: 'POST', headers: FORM, body }).formData())
const inAction = (body: string) =>
  attempt(() => {
    const parts = busboy({ headers: { 'content-type': FORM['Content-Type'] } })
    parts.on('file', (_name: string, file: Readable) => file.resume())
    return pipeline(Readable.from([Buffer.from(body)]), parts)
  })
const toClub = (path: string, init: RequestInit = {}) =>
  attempt(() => club.handleAuth(new NextRequest(`${APP}${BASE_PATH}/${path}`, init as never)))
const postToClub = (type: string) => (body: string) =>
  toClub('callback/demopersoon', { method: 'POST', headers: { 'Content-Type': type }, body })

/** Repeats each piece between a start and an end that make the reader reach it. */
const again = (pieces: string[], [start, end]: [string, string] = ['', '']) => {
  return (length: number) => pieces.map((piece) => start + piece.repeat(length / piece.length) + end)
}
const all =
  (...texts: ((length: number) => string[])[]) =>
  (length: number) =>
    texts.flatMap((of) => of(length))
const inside =
  (start: string, end = '') =>
  (length: number) =>
    worstTexts(length).map((text) => start + text + end)
const ascii = (texts: (length: number) => string[]) => (length: number) =>
  texts(length).map((text) => text.replaceAll(/[^\t -\u007e]/g, 'x'))

const JSON_TEXTS = all(
  worstTexts,
  again(['{},', '[],', '"a",', '1,', '1e1,', '"\\u0061",', ' \n', '{"a":1},', '{"a":1,"a":1},'], ['[', '1]']),
  again(['"a":1,', '"\\u0061":"a",'], ['{', '"b":1}']),
  again(['[', '{"a":', '[{"a":']),
)
const HEADER = { kid: 'a', alg: 'PS256' }
const KEY = '{"kid":"a","alg":"PS256","kty":"RSA"'
const KEYS = all(
  again(['{},', '[],', `${KEY},"n":"AQAB","e":"AQAB"},`], ['{"keys":[', '{}]}']),
  again(['B'], [`{"keys":[${KEY},"e":"AQAB","n":"`, '"}]}']),
  again(['B'], [`{"keys":[${KEY},"n":"AQAB","e":"`, '"}]}']),
  again(['a', '\\u0061'], ['{"keys":[{"kid":"', '"}]}']),
)
const PARTS = again(
  [
    '--b\r\n\r\n',
    '--b',
    '\r\n--b',
    '\r\n',
    '\r\n-',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n',
    '--b\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nx\r\n',
    '--b\r\nX: y\r\n',
    'X: y\r\n',
    '; a="',
    "; a*=utf-8''%41",
  ],
  ['--b\r\nContent-Disposition: form-data; name="a"', '\r\n--b--\r\n'],
)
const FIELDS = all(worstTexts, again(['&', 'a&', 'a=b&', '%41', '+', '=']))

const EVERY: [name: string, length: number, textsOf: (length: number) => string[], read: (text: string) => unknown][] =
  [
    ['a document of an issuer', KB_256, JSON_TEXTS, fromIssuer(fetchJson)],
    ['a key set of an issuer', KB_256, KEYS, fromIssuer(async (url) => (await fetchKeySet(url))(HEADER))],
    ['an event', KB_256, JSON_TEXTS, (text) => parseStrictJson(Buffer.from(text), { attributesAt: 1 })],
    [
      'a batch',
      KB_256,
      JSON_TEXTS,
      (text) => parseStrictJson(Buffer.from(text), { attributesAt: 2, maxElementBytes: 1 }),
    ],
    ['a form', KB_256, PARTS, inForm],
    ['a form that calls an action', KB_256, PARTS, inAction],
    ['a form of a sign-in', 16_000, FIELDS, postToClub('application/x-www-form-urlencoded')],
    ['the JSON of a script at a sign-in', 16_000, JSON_TEXTS, postToClub('application/json')],
    ['a logout token', 15_000, inside('logout_token='), postToLogout],
    [
      'a session cookie',
      HEADER_LENGTH,
      ascii(all(inside('club.session-token='), again(['a=b; ', 'club.session-token.1=a; ', '; ']))),
      (cookie) => toClub('session', { headers: { cookie } }),
    ],
    [
      'the router state of a page',
      HEADER_LENGTH,
      all(inside('["",{"children":["', '",{}]}]'), again(['["",{"a":', '["",{},', '[', '%5B', '%'])),
      (header) => attempt(() => parseAndValidateFlightRouterState(encodeURIComponent(header))),
    ],
    ['a list of proxies', HEADER_LENGTH, all(worstTexts, again(['1.1.1.1,', '::,', ' ,'])), readForwarded],
    [
      'an answer of a mailbox',
      1_000_000,
      again(['1 ', '(', '"', 'a"', '[', '\\', '{0}\r\n', 'ALL 1:9 ', '* 1 EXISTS\r\n', '\r\n'], ['* SEARCH ', '']),
      fromMailbox,
    ],
    [
      'an answer of a mail server',
      KB_256,
      again(['250-a\r\n', '250-SIZE ', '250-AUTH a a\r\n', '2', '250 ', '250-\r\n', '\r\n', ' \n'], ['', '\r\n250 ok']),
      fromMailServer,
    ],
    [
      'a field of a line for a spreadsheet',
      KB_256,
      all(worstTexts, again(['"', '="', '\r\n;'])),
      (text) => csvLine([text]),
    ],
  ]

function postToLogout(body: string) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return toClub('uitloggen', { method: 'POST', headers, body })
}

function readForwarded(text: string) {
  const request = { headers: { 'x-forwarded-for': text }, socket: { remoteAddress: '127.0.0.1' } }
  return clientAddress(request, [parseNetwork('127.0.0.0/8') as Network])
}

test.each(EVERY)('%s from an attacker is read in linear time', async (_, length, textsOf, read) => {
  await expectLinearGrowth(read, { textsOf, length })
})
