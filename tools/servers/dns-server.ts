import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import ipaddr from 'ipaddr.js'

export type TestDnsServer = Awaited<ReturnType<typeof startTestDnsServer>>

const TYPES: Record<number, 'ipv4' | 'ipv6'> = { 1: 'ipv4', 28: 'ipv6' }
const HEADER_BYTES = 12
const OK = 0x8180
const NO_SUCH_NAME = 0x8183

/** Starts a DNS server on loopback that knows `names`. It never answers a query for a silent one. */
export async function startTestDnsServer(names: Record<string, readonly string[] | 'silence'>) {
  const asked: string[] = []
  const server = createSocket('udp4')
  server.on('message', (query, { port, address }) => {
    const question = readQuestion(query)
    asked.push(question.name)
    const known = names[question.name]
    if (known !== 'silence') server.send(answer(query, question, known), port, address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    /** in the format of `ZAAKSYSTEEM_DNS_SERVERS` */
    address: `127.0.0.1:${server.address().port}`,
    /** the names queried so far, one for each query */
    asked,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

type Question = { name: string; kind: 'ipv4' | 'ipv6' | undefined; end: number }

function readQuestion(query: Buffer): Question {
  const labels: string[] = []
  let at = HEADER_BYTES
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), kind: TYPES[query.readUInt16BE(at + 1)], end: at + 5 }
}

function answer(query: Buffer, { kind, end }: Question, addresses: readonly string[] | undefined): Buffer {
  const found = (addresses ?? []).map((address) => ipaddr.parse(address)).filter((address) => address.kind() === kind)
  const header = Buffer.from(query.subarray(0, HEADER_BYTES))
  header.writeUInt16BE(addresses ? OK : NO_SUCH_NAME, 2)
  for (const [index, count] of [1, found.length, 0, 0].entries()) header.writeUInt16BE(count, 4 + 2 * index)
  const records = found.map((address) => {
    const data = address.toByteArray()
    // A pointer to the name of the query, its type and class, a TTL of 60 seconds, the address.
    return Buffer.from([0xc0, HEADER_BYTES, ...query.subarray(end - 4, end), 0, 0, 0, 60, 0, data.length, ...data])
  })
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...records])
}
