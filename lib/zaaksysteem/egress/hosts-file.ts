import type { LookupAddress } from 'node:dns'
import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'

const HOSTS_FILE = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts'

/** The addresses of a name in lower case, IPv4 first; undefined for a name that is not in the file. */
export type HostsFile = (name: string) => LookupAddress[] | undefined

/** The hosts file of this machine, read again whenever it has changed. An absent or unreadable one is empty. */
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
