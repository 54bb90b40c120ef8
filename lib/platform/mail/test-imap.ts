import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { listen } from '#tools/servers/listen.ts'

type Kept = { uid: number; raw: Buffer; flags: Set<string>; arrivedOp: Date }
type Answer = (line: string | Buffer) => void
type Command = (said: { answer: Answer; args: string; kept: Kept[] }) => string | undefined

const USER = 'bounce'
/** Contains characters that are reserved in a URL. */
export const TEST_PASSWORD = 'geheim/@:'
/** A mail with this line is listed but cannot be fetched. */
export const BROKEN = 'X-Broken: yes'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The commands of IMAP4rev1 (RFC 3501) and UIDPLUS that `readMailbox` sends. */
const COMMANDS: Record<string, Command> = {
  CAPABILITY: ({ answer }) => void answer('* CAPABILITY IMAP4rev1 UIDPLUS'),
  LOGIN: ({ args }) => (args === `"${USER}" "${TEST_PASSWORD}"` ? undefined : 'NO [AUTHENTICATIONFAILED] no'),
  LIST: ({ answer }) => void answer('* LIST (\\HasNoChildren) "/" INBOX'),
  LSUB: ({ answer }) => void answer('* LSUB (\\HasNoChildren) "/" INBOX'),
  NOOP: () => undefined,
  SELECT({ answer, kept }) {
    answer(`* ${kept.length} EXISTS`)
    answer('* FLAGS (\\Deleted \\Flagged \\Seen \\Answered)')
    answer('* OK [PERMANENTFLAGS (\\Deleted \\Flagged \\Seen \\Answered)] yes')
    answer('* OK [UIDVALIDITY 1] yes')
  },
  'UID SEARCH'({ answer, args, kept }) {
    const [, day, month, year] = /BEFORE "?(\d+)-(\w{3})-(\d{4})/.exec(args) ?? []
    const before = year && new Date(Date.UTC(Number(year), MONTHS.indexOf(month as string), Number(day)))
    const isFlagged = !args.includes('UNFLAGGED')
    const found = kept.filter(({ flags, arrivedOp }) => {
      return flags.has('\\Flagged') === isFlagged && (!before || arrivedOp < before)
    })
    answer(['* SEARCH', ...found.map(({ uid }) => uid)].join(' '))
  },
  'UID FETCH'({ answer, args, kept }) {
    const [, uid, most] = /^(\d+) .*<0\.(\d+)>/.exec(args) ?? []
    const index = kept.findIndex((mail) => mail.uid === Number(uid))
    const part = kept[index]?.raw.subarray(0, Number(most))
    if (!part) return
    if (part.includes(BROKEN)) return 'NO [SERVERBUG] cannot read it'
    const flags = [...(kept[index]?.flags ?? [])].join(' ')
    const start = `* ${index + 1} FETCH (UID ${uid} FLAGS (${flags}) BODY[]<0> {${part.byteLength}}\r\n`
    answer(Buffer.concat([Buffer.from(start), part, Buffer.from(')')]))
  },
  'UID STORE'({ args, kept }) {
    const [, uids = '', sign, flags = ''] = /^(\S+) ([+-])FLAGS(?:\.SILENT)? \((.*)\)$/.exec(args) ?? []
    for (const mail of chosen(kept, uids))
      for (const flag of flags.split(' ')) mail.flags[sign === '+' ? 'add' : 'delete'](flag)
  },
  'UID EXPUNGE'({ answer, args, kept }) {
    for (const mail of chosen(kept, args)) {
      const index = kept.indexOf(mail)
      if (!mail.flags.has('\\Deleted')) continue
      kept.splice(index, 1)
      answer(`* ${index + 1} EXPUNGE`)
    }
  },
  LOGOUT: ({ answer }) => void answer('* BYE'),
}

function chosen(kept: Kept[], uids: string): Kept[] {
  const ranges = uids.split(',').map((range) => range.split(':').map(Number))
  return kept.filter(({ uid }) => ranges.some(([first = 0, last = first]) => uid >= first && uid <= last))
}

/** Starts a mailbox on loopback, without TLS. */
export async function startTestImap() {
  const kept: Kept[] = []
  const sockets = new Set<Socket>()
  let lastUid = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay()
    socket.on('error', () => {})
    const answer: Answer = (line) => void socket.write(Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]))
    answer('* OK ready')
    createInterface(socket).on('line', (line) => {
      const [, tag, name = '', args = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? []
      const command = COMMANDS[name.toUpperCase()]
      answer(`${tag} ${command ? (command({ answer, args, kept }) ?? 'OK done') : 'BAD unknown'}`)
    })
  })
  const host = `127.0.0.1:${await listen(server)}`
  return {
    url: imapUrl(host),
    async deliver(raw: string | Buffer, { arrivedOp = new Date() } = {}) {
      kept.push({ uid: ++lastUid, raw: Buffer.from(raw), flags: new Set(), arrivedOp })
    },
    /** `look` for each mail that is flagged for a person, `waits` for each other */
    list: async () => kept.map(({ flags }) => (flags.has('\\Flagged') ? 'look' : 'waits')),
    async empty() {
      kept.length = 0
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export type TestImap = Awaited<ReturnType<typeof startTestImap>>

export function imapUrl(host: string): string {
  return `imap://${encodeURIComponent(USER)}:${encodeURIComponent(TEST_PASSWORD)}@${host}`
}
