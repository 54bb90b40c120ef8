import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { MINUTE_MS, SECOND_MS } from '../durations.ts'
import { isLoopbackHost } from '../http/network.ts'

const TIMEOUTS = { connectionTimeout: 10 * SECOND_MS, greetingTimeout: 10 * SECOND_MS, socketTimeout: 30 * SECOND_MS }
/** The limit of one call, for a server that answers slowly but never stops. */
const ROUND_MS = 10 * MINUTE_MS
const INBOX = 'INBOX'
/** Flags that count the attempts: each attempt sets the next missing one. Every server stores these. */
const BEGUN = ['\\Seen', '\\Answered']

/** `source` is undefined when the mail cannot be fetched, is too large, or two processes died reading it. */
export type WaitingMail = { uid: number; source: Buffer | undefined }

/**
 * Reads the mails of a mailbox that are not flagged as important (`\Flagged`), oldest first. `handle` decides
 * whether a mail is deleted (`done`) or flagged for a person (`look`). The rest waits for the next call when
 * `handle` throws, and when the server takes too long or sends more than these mails can be.
 *
 * @param options.url `imaps:`, or `imap:` with STARTTLS, which is optional for a server on this machine
 * @param options.most the number of mails per call
 * @param options.forgetBefore flagged mails that arrived before this moment are deleted
 * @returns true when there are more mails
 */
export async function readMailbox(
  options: { url: string; most: number; maxBytes: number; forgetBefore: Date; signal: AbortSignal | undefined },
  handle: (mail: WaitingMail) => Promise<'done' | 'look'>,
): Promise<boolean> {
  const { url, most, maxBytes, forgetBefore, signal } = options
  const client = new ImapFlow({ ...connectionTo(url), maxLiteralSize: 2 * maxBytes, maxResponseSize: 4 * maxBytes })
  // The running call is rejected with the same error.
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
          // The server cannot read this mail: go on with the next one.
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

/** Requires TLS with another machine: an attacker on the way could remove the offer of STARTTLS. */
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
