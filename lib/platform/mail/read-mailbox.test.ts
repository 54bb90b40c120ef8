import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { connectionTo, readMailbox, type WaitingMail } from './read-mailbox.ts'
import { DOVECOT_TITLE, hasDovecot, startDovecot } from './test-dovecot.ts'
import { BROKEN, startTestImap, type TestImap } from './test-imap.ts'

const MAX_BYTES = 1_000
const LONG_AGO = new Date('2026-01-01T00:00:00Z')
const SERVERS = [
  ['a small IMAP server', true, startTestImap],
  [DOVECOT_TITLE, hasDovecot, startDovecot],
] as const

describe.each(SERVERS)('of %s', (_, isThere, start) => {
  let imap: TestImap
  beforeAll(async () => {
    if (isThere) imap = await start()
  })
  beforeEach(() => isThere && imap.empty())
  afterAll(() => isThere && imap.close())

  const read = (
    handle: (mail: WaitingMail) => Promise<'done' | 'look'>,
    options: { most?: number; signal?: AbortSignal; url?: string } = {},
  ) =>
    readMailbox(
      { url: imap.url, most: 10, maxBytes: MAX_BYTES, forgetBefore: LONG_AGO, signal: undefined, ...options },
      handle,
    )
  const subjectsRead = async () => {
    const subjects: (string | undefined)[] = []
    await read(async ({ source }) => {
      subjects.push(source?.toString())
      return 'look'
    })
    return subjects
  }
  const mail = (subject: string) => `Subject: ${subject}\r\n\r\nTekst.\r\n`

  test.runIf(isThere)('a done mail is deleted, and a mail for a person stays and is not read again', async () => {
    for (const subject of ['een', 'twee', 'drie']) await imap.deliver(mail(subject))
    await read(async ({ source }) => (source?.includes('twee') ? 'look' : 'done'))
    expect(await imap.list()).toEqual(['look'])
    expect(await subjectsRead()).toEqual([])
  })

  test.runIf(isThere)('a mail that is too large is handled without its source', async () => {
    await imap.deliver(mail('x'.repeat(MAX_BYTES)))
    await imap.deliver(mail('kort'))
    expect(await subjectsRead()).toEqual([undefined, mail('kort')])
  })

  test.runIf(isThere)('when the handler throws, the next call reads that mail and the later ones', async () => {
    for (const subject of ['een', 'twee', 'drie']) await imap.deliver(mail(subject))
    const failed = read(async ({ source }) => {
      if (source?.includes('twee')) throw new Error('no database')
      return 'done'
    })
    await expect(failed).rejects.toThrow('no database')
    expect(await imap.list()).toEqual(['waits', 'waits'])
    expect(await subjectsRead()).toHaveLength(2)
  })

  test.runIf(isThere)('a mail that two processes died reading is handled without its source', async () => {
    await imap.deliver(mail('zwaar'))
    const sources: (string | undefined)[] = []
    const readAndDie = async () => {
      const death = new AbortController()
      await read(
        async ({ source }) => {
          sources.push(source?.toString())
          death.abort()
          return 'done'
        },
        { signal: death.signal },
      )
    }
    await expect(readAndDie()).rejects.toThrow()
    await expect(readAndDie()).rejects.toThrow()
    expect(sources).toEqual([mail('zwaar'), mail('zwaar')])
    expect(await subjectsRead()).toEqual([undefined])
    expect(await imap.list()).toEqual(['look'])
  })

  test.runIf(isThere)('an error of the handler does not count as a death of the process', async () => {
    await imap.deliver(mail('heel'))
    const fail = () => read(async () => Promise.reject(new Error('no database')))
    for (let count = 0; count < 3; count++) await expect(fail()).rejects.toThrow('no database')
    expect(await subjectsRead()).toEqual([mail('heel')])
  })

  test.runIf(isThere)('at most three of five mails are read, and the result is that there are more', async () => {
    for (let count = 0; count < 5; count++) await imap.deliver(mail(String(count)))
    expect(await read(async () => 'done', { most: 3 })).toBe(true)
    expect(await read(async () => 'done', { most: 3 })).toBe(false)
    expect(await imap.list()).toEqual([])
  })

  test.runIf(isThere)('an old mail is deleted when it is flagged, and kept when it is unread', async () => {
    const arrivedOp = new Date(LONG_AGO.getTime() - 2 * 86_400_000)
    for (let count = 0; count < 3; count++) await imap.deliver(mail(String(count)), { arrivedOp })
    await imap.deliver(mail('nieuw'))
    const seen: number[] = []
    await read(
      async ({ uid }) => {
        seen.push(uid)
        return 'look'
      },
      { most: 2 },
    )
    expect(await imap.list()).toHaveLength(4)
    expect(await subjectsRead()).toHaveLength(2)
    await read(async () => 'look')
    expect(await imap.list()).toEqual(['look'])
  })

  test.runIf(isThere)('an abort stops the reading, and leaves every mail for the next call', async () => {
    for (let count = 0; count < 3; count++) await imap.deliver(mail(String(count)))
    const stop = new AbortController()
    const ended = read(
      async () => {
        stop.abort()
        return 'look'
      },
      { signal: stop.signal },
    )
    await expect(ended).rejects.toThrow()
    expect(await imap.list()).toEqual(['waits', 'waits', 'waits'])
  })

  test.runIf(isThere)('a wrong password and an unreachable server throw', async () => {
    const wrong = imap.url.replace(/:[^:@/]+@/, ':anders@')
    await expect(read(async () => 'done', { url: wrong })).rejects.toMatchObject({ authenticationFailed: true })
    const away = imap.url.replace(/:\d+$/, ':1')
    await expect(read(async () => 'done', { url: away })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test.runIf(isThere)('a server on another machine that offers no TLS is refused', async () => {
    const elsewhere = imap.url.replace('127.0.0.1', '0.0.0.0')
    await expect(read(async () => 'done', { url: elsewhere })).rejects.toMatchObject({ tlsFailed: true })
  })
})

test('a mail that cannot be fetched does not block the next one', async () => {
  const imap = await startTestImap()
  await imap.deliver(`${BROKEN}\r\n\r\n`)
  await imap.deliver('Subject: twee\r\n\r\n')
  const sources: (string | undefined)[] = []
  const options = { url: imap.url, most: 10, maxBytes: MAX_BYTES, forgetBefore: LONG_AGO, signal: undefined }
  await readMailbox(options, async ({ source }) => {
    sources.push(source?.toString())
    return source ? 'done' : 'look'
  })
  expect(sources).toEqual([undefined, 'Subject: twee\r\n\r\n'])
  expect(await imap.list()).toEqual(['look'])
  await imap.close()
})

test.each([
  ['imaps://a%40b.nl:p%2Fw@mail.example', { host: 'mail.example', port: 993, secure: true }],
  ['imap://a%40b.nl:p%2Fw@mail.example', { host: 'mail.example', port: 143, secure: false, doSTARTTLS: true }],
  ['imap://a%40b.nl:p%2Fw@[::1]:1143', { host: '::1', port: 1143, secure: false, doSTARTTLS: false }],
])('%s gives the connection options of that URL', (url, expected) => {
  expect(connectionTo(url)).toMatchObject({ ...expected, auth: { user: 'a@b.nl', pass: 'p/w' } })
})

test.each([
  ['never stops sending search results', '* SEARCH 1 2 3 4 5 6 7 8 9 10\r\n'],
  ['sends an endless line', '* OK '],
  ['never stops sending mails', '* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n'],
])('a server that %s is disconnected before 500 MB', async (_, piece) => {
  let sent = 0
  const chunk = piece.repeat(1_000)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('* PREAUTH [CAPABILITY IMAP4rev1 UIDPLUS] ready\r\n')
    socket.on('data', (data) => {
      const [tag, command] = data.toString().split(' ')
      if (!/^UID/.test(command as string)) return socket.write(`${tag} OK done\r\n`)
      const flood = () => {
        while (!socket.destroyed && socket.write(chunk)) sent += chunk.length
      }
      socket.on('drain', flood)
      flood()
    })
  })
  const url = `imap://x:x@127.0.0.1:${await listen(server)}`
  const options = { url, most: 10, maxBytes: 10_000, forgetBefore: LONG_AGO, signal: undefined }
  await expect(readMailbox(options, async () => 'done')).rejects.toThrow()
  expect(sent).toBeLessThan(500_000_000)
  server.close()
})
