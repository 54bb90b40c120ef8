import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { MINUTE_MS, SECOND_MS } from '../durations.ts'
import { isLoopbackHost } from '../http/network.ts'

const TIMEOUTS = { connectionTimeout: 10 * SECOND_MS, greetingTimeout: 10 * SECOND_MS, socketTimeout: 30 * SECOND_MS }
/** How long one time lasts at most, with a server that answers slowly but never stops. */
const ROUND_MS = 10 * MINUTE_MS
const INBOX = 'INBOX'
/** Flags that count the attempts: each attempt sets the next missing one. Every server stores these. */
const BEGUN = ['\\Seen', '\\Answered']

/**
 * A mail that waits. `source` is undefined when the server does not give it, it is larger than is read, or
 * two processes that began it did not live to end it.
 */
export type WaitingMail = { uid: number; source: Buffer | undefined }

/**
 * Reads what waits in a mailbox, oldest first: mails without the flag "important" (`\Flagged`). Each goes
 * once `handle` is done with it, or gets that flag, for a person to look at. When `handle` throws, the rest
 * waits for the next time, as when the server takes too long for all of them together, or sends more than all
 * of them can be.
 *
 * @param options.url `imaps:`, or `imap:` with STARTTLS, which only one on this machine may lack
 * @param options.most mails at one time
 * @param options.forgetBefore when a mail with the flag goes too
 * @returns whether there may be more
 */
export async function readMailbox(
  options: { url: string; most: number; maxBytes: number; forgetBefore: Date; signal: AbortSignal | undefined },
  handle: (mail: WaitingMail) => Promise<'done' | 'look'>,
): Promise<boolean> {
  const { url, most, maxBytes, forgetBefore, signal } = options
  const client = new ImapFlow({ ...connectionTo(url), maxLiteralSize: 2 * maxBytes, maxResponseSize: 4 * maxBytes })
  // A call that is under way is rejected with it too.
  client.on('error', () => {})
  const close = () => client.close()
  const endMs = performance.now() + ROUND_MS
  const watching = setInterval(() => {
    if (performance.now() > endMs || client.stats().received > 2 * most * maxBytes) close()
  }, SECOND_MS)
  signal?.addEventListener('abort', close)
  try {
    await client.connect()
    await client.mailboxOpen(INBOX)
    await client.messageDelete({ flagged: true, before: forgetBefore }, { uid: true })
    const uids = (await client.search({ flagged: false }, { uid: true })) || []
    for (const uid of uids.slice(0, most)) {
      if (signal?.aborted) return false
      const mail = await client
        .fetchOne(String(uid), { flags: true, source: { maxLength: maxBytes + 1 } }, { uid: true })
        .catch((error) => {
          // The server does not give this one, and it may be the next ones that matter.
          if (client.usable) return { source: undefined, flags: new Set<string>() }
          throw error
        })
      if (!mail) continue
      const begun = BEGUN.find((flag) => !mail.flags?.has(flag))
      const isReadable = begun !== undefined && (mail.source?.byteLength ?? Number.POSITIVE_INFINITY) <= maxBytes
      if (begun) await client.messageFlagsAdd(String(uid), [begun], { uid: true })
      const next = await handle({ uid, source: isReadable ? mail.source : undefined }).catch(async (error) => {
        await client.messageFlagsRemove(String(uid), BEGUN, { uid: true }).catch(() => {})
        throw error
      })
      const isKept =
        next === 'done'
          ? await client.messageDelete(String(uid), { uid: true })
          : await client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true })
      if (!isKept) throw new Error('The mailbox cannot be changed')
    }
    await client.logout()
    return uids.length > most
  } finally {
    clearInterval(watching)
    signal?.removeEventListener('abort', close)
    client.close()
  }
}

/** Nothing goes to another machine in plaintext: an offer of TLS could be taken out on the way. */
export function connectionTo(url: string): ImapFlowOptions {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    doSTARTTLS: secure ? undefined : !isLoopbackHost(hostname),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    ...TIMEOUTS,
  }
}
