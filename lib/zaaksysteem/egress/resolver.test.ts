import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { startTestDnsServer } from '#tools/servers/dns-server.ts'
import { createHostsFile, createResolver, MAX_NAMES, REMEMBERED_MS } from './resolver.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

async function dns(names: Parameters<typeof startTestDnsServer>[0], { hosts = {} as Record<string, string[]> } = {}) {
  const server = await startTestDnsServer(names)
  closers.push(server.close)
  let nowMs = 0
  const resolve = createResolver({
    servers: [server.address],
    hosts: (name) => hosts[name]?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    now: () => nowMs,
  })
  return {
    asked: server.asked,
    pass: (ms: number) => {
      nowMs += ms
    },
    resolve,
    addresses: async (name: string) => (await resolve(name)).map(({ address, family }) => `${family} ${address}`),
  }
}

test('a name resolves to the addresses of both families, IPv4 first', async () => {
  const { addresses } = await dns({
    'beide.test': ['2606:2800::1', '93.184.216.34', '93.184.216.35'],
    'vier.test': ['93.184.216.34'],
    'zes.test': ['2606:2800::1'],
  })
  expect(await addresses('beide.test')).toEqual(['4 93.184.216.34', '4 93.184.216.35', '6 2606:2800::1'])
  expect(await addresses('vier.test')).toEqual(['4 93.184.216.34'])
  expect(await addresses('zes.test')).toEqual(['6 2606:2800::1'])
})

test('an unknown name, a name without addresses and a silent DNS server each fail with their own code', async () => {
  const { resolve } = await dns({ 'leeg.test': [], 'stil.test': 'silence' })
  await expect(resolve('weg.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
  await expect(resolve('leeg.test')).rejects.toMatchObject({ code: 'ENODATA' })
  await expect(resolve('stil.test')).rejects.toMatchObject({ code: 'ETIMEOUT' })
  await expect(resolve(`${'a'.repeat(70)}.test`)).rejects.toMatchObject({ code: 'EBADNAME' })
})

test('many lookups of a silent name send at most two queries for each family', async () => {
  const { asked, resolve } = await dns({ 'stil.test': 'silence' })
  const all = await Promise.allSettled(Array.from({ length: 200 }, () => resolve('stil.test')))
  expect(all.every(({ status }) => status === 'rejected')).toBe(true)
  await expect(resolve('STIL.test.')).rejects.toMatchObject({ code: 'ETIMEOUT' })
  expect(asked.length).toBeLessThanOrEqual(4)
})

test('addresses and failures are cached for a short time', async () => {
  const names: Record<string, string[]> = { 'portaal.test': ['93.184.216.34'] }
  const { addresses, pass, resolve } = await dns(names)
  expect(await addresses('portaal.test')).toEqual(['4 93.184.216.34'])
  await expect(resolve('nieuw.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })

  names['portaal.test'] = ['93.184.216.35']
  names['nieuw.test'] = ['93.184.216.36']
  pass(REMEMBERED_MS - 1)
  expect(await addresses('portaal.test')).toEqual(['4 93.184.216.34'])
  await expect(resolve('nieuw.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
  pass(1)
  expect(await addresses('portaal.test')).toEqual(['4 93.184.216.35'])
  expect(await addresses('nieuw.test')).toEqual(['4 93.184.216.36'])
})

test('the oldest names are evicted for new ones', async () => {
  const names = Object.fromEntries(Array.from({ length: MAX_NAMES + 1 }, (_, i) => [`n${i}.test`, ['93.184.216.34']]))
  const { addresses, resolve } = await dns(names)
  for (const name of Object.keys(names)) await resolve(name)
  for (const name of Object.keys(names)) names[name] = ['93.184.216.35']
  expect(await addresses(`n${MAX_NAMES}.test`)).toEqual(['4 93.184.216.34'])
  expect(await addresses('n0.test')).toEqual(['4 93.184.216.35'])
})

test('one lookup too many under way is refused at once, as a fault of ours', async () => {
  const silent = Array.from({ length: MAX_NAMES }, (_, i) => `n${i}.test`)
  const { resolve } = await dns(Object.fromEntries(silent.map((name) => [name, 'silence'])))
  const waiting = Promise.allSettled(silent.map(resolve))
  await expect(resolve('te-veel.test')).rejects.toMatchObject({ code: 'too_many_names' })
  await waiting
  await expect(resolve('te-veel.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('the hosts file comes before DNS', async () => {
  const { addresses, asked } = await dns({ 'portaal.test': ['93.184.216.34'] }, { hosts: { 'portaal.test': ['::1'] } })
  expect(await addresses('Portaal.Test')).toEqual(['6 ::1'])
  expect(asked).toEqual([])
})

test.each(['localhost', 'LOCALHOST', 'localhost.', 'portaal.localhost'])(
  '%s resolves to loopback, whatever the hosts file and DNS say',
  async (name) => {
    const elsewhere = ['93.184.216.34']
    const { addresses, asked } = await dns({ localhost: elsewhere }, { hosts: { localhost: elsewhere } })
    expect(await addresses(name)).toEqual(['4 127.0.0.1', '6 ::1'])
    expect(asked).toEqual([])
  },
)

test('an IP address resolves to itself', async () => {
  const { addresses, asked } = await dns({})
  expect(await addresses('93.184.216.34')).toEqual(['4 93.184.216.34'])
  expect(await addresses('2606:2800::1')).toEqual(['6 2606:2800::1'])
  expect(asked).toEqual([])
})

function hostsFile() {
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'hosts')
  return {
    path,
    write: (...lines: string[]) => writeFileSync(path, lines.join('\n')),
    find: createHostsFile(path),
  }
}

test('names and aliases are found case-insensitively, with the addresses of every line, IPv4 first', () => {
  const { find, write } = hostsFile()
  write(
    '# containers',
    '2606:2800::1\tportaal  Portaal.Intern # thuis',
    ' 10.0.0.5 portaal',
    '#10.0.0.6 portaal',
    'geen-adres portaal',
    '10.0.0.7\r',
    '',
  )
  expect(find('portaal')).toEqual([
    { address: '10.0.0.5', family: 4 },
    { address: '2606:2800::1', family: 6 },
  ])
  expect(find('portaal.intern')).toEqual([{ address: '2606:2800::1', family: 6 }])
  for (const absent of ['thuis', '10.0.0.5', 'containers', 'constructor', '']) expect(find(absent)).toBeUndefined()
})

test('the file is read again when it has changed', () => {
  const { find, path, write } = hostsFile()
  expect(find('portaal')).toBeUndefined()
  write('10.0.0.5 portaal')
  expect(find('portaal')).toEqual([{ address: '10.0.0.5', family: 4 }])
  write('10.0.0.25 portaal')
  expect(find('portaal')).toEqual([{ address: '10.0.0.25', family: 4 }])
  rmSync(path)
  expect(find('portaal')).toBeUndefined()
})
