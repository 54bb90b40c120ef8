import type { LookupAddress } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'

/** Resolves a host to its addresses, IPv4 first. Rejects with a NameError, or for a fault of ours. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/** Less than the timeout for making a connection, of which it is a part. */
const LIMIT_MS = 3_000
const QUESTION = { timeout: 750, tries: 2 }

export const REMEMBERED_MS = 5_000
/** Names that are cached or being resolved. Each one being resolved holds a socket. */
export const MAX_NAMES = 1_000

const LOOPBACK: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/** A name without addresses, or without a DNS response. `code` is that of c-ares, such as `ENOTFOUND`. */
export class NameError extends Error {
  readonly code: string

  constructor(code: string) {
    super(`The name has no address: ${code}`)
    this.code = code
  }
}

class TooManyNamesError extends Error {
  readonly code = 'too_many_names'
}

/**
 * Resolves names outside libuv's thread pool. Node.js's own `lookup` uses that pool, two at a time, so a few
 * names with a silent DNS server delay every other name for minutes.
 *
 * The order is that of most systems: hosts file, then DNS. Names of `localhost` lead to this machine (RFC
 * 6761). Concurrent lookups of one name share one query. Its result is cached for some seconds, also a
 * failure, so a silent name costs one wait.
 *
 * @param options.servers - DNS servers; those of the system when empty
 * @param options.now - a monotonic clock in milliseconds
 */
export function createResolver({
  servers = [],
  hosts = createHostsFile(),
  now = () => performance.now(),
}: {
  servers?: readonly string[]
  hosts?: HostsFile
  now?: () => number
}): Resolve {
  /** The oldest query first. A query under way has no end yet. */
  const known = new Map<string, { addresses: Promise<LookupAddress[]>; until: number }>()

  function makeRoom() {
    if (known.size < MAX_NAMES) return
    for (const [name, { until }] of known) {
      if (until < Number.POSITIVE_INFINITY) return known.delete(name)
    }
    throw new TooManyNamesError(`${MAX_NAMES} names are being resolved already`)
  }

  function askOnce(name: string): Promise<LookupAddress[]> {
    const remembered = known.get(name)
    if (remembered && now() < remembered.until) return remembered.addresses
    known.delete(name)
    makeRoom()
    const question = { addresses: ask(name, servers), until: Number.POSITIVE_INFINITY }
    const remember = () => {
      question.until = now() + REMEMBERED_MS
    }
    question.addresses.then(remember, remember)
    known.set(name, question)
    return question.addresses
  }

  return async (hostname) => {
    const family = isIP(hostname)
    if (family !== 0) return [{ address: hostname, family }]
    const name = hostname.toLowerCase().replace(/\.$/, '')
    if (isLocalhost(name)) return LOOPBACK
    return hosts(name) ?? askOnce(name)
  }
}

export function isLocalhost(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost')
}

/**
 * Each query has its own c-ares channel: cancelling it cancels no other, and it reads a changed resolv.conf.
 */
async function ask(name: string, servers: readonly string[]): Promise<LookupAddress[]> {
  const channel = new Resolver(QUESTION)
  if (servers.length > 0) channel.setServers(servers)
  const limit = setTimeout(() => channel.cancel(), LIMIT_MS)
  const [ipv4, ipv6] = await Promise.allSettled([channel.resolve4(name), channel.resolve6(name)])
  clearTimeout(limit)

  const addresses = [
    ...(ipv4.status === 'fulfilled' ? ipv4.value.map((address) => ({ address, family: 4 })) : []),
    ...(ipv6.status === 'fulfilled' ? ipv6.value.map((address) => ({ address, family: 6 })) : []),
  ]
  if (addresses.length > 0) return addresses
  const codes = [ipv4, ipv6].flatMap((answer) => (answer.status === 'rejected' ? codeOf(answer.reason) : []))
  // ENODATA of one family says less than a failure to resolve the other.
  throw new NameError(codes.find((code) => code !== 'ENODATA') ?? 'ENODATA')
}

function codeOf({ code }: { code: string }): string {
  return code === 'ECANCELLED' ? 'ETIMEOUT' : code
}

const HOSTS_FILE = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts'

/** Returns the addresses of a lower-case name, IPv4 first; `undefined` for a name that is not in the file. */
type HostsFile = (name: string) => LookupAddress[] | undefined

/**
 * The hosts file of this machine, read again whenever it has changed. An absent or unreadable one is empty.
 */
export function createHostsFile(path = HOSTS_FILE): HostsFile {
  let version = ''
  let hosts = new Map<string, LookupAddress[]>()

  return (name) => {
    const current = versionOf(path)
    if (current !== version) {
      hosts = current ? readHosts(path) : new Map()
      version = current
    }
    return hosts.get(name)
  }
}

function versionOf(path: string): string {
  try {
    const { ino, mtimeMs, size } = statSync(path)
    return `${ino} ${mtimeMs} ${size}`
  } catch {
    return ''
  }
}

function readHosts(path: string): Map<string, LookupAddress[]> {
  const hosts = new Map<string, LookupAddress[]>()
  for (const line of linesOf(path)) {
    const [address = '', ...names] = (line.split('#', 1)[0] ?? '').trim().toLowerCase().split(/\s+/)
    const family = isIP(address)
    if (family === 0) continue
    for (const name of names) hosts.set(name, [...(hosts.get(name) ?? []), { address, family }])
  }
  for (const addresses of hosts.values()) addresses.sort((a, b) => a.family - b.family)
  return hosts
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
