import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemWait } from '../clock.ts'

/** The test string of every virus scanner, split in two: a scanner would otherwise remove this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** The path in Debian's package. */
const CLAMD = '/usr/sbin/clamd'
export const hasClamd = existsSync(CLAMD)
export const CLAMD_TITLE = hasClamd ? 'clamd' : 'clamd (skipped: it is not on this machine)'

export type TestClamd = { path: string; close: () => Promise<void> }

/** It accepts no more bytes than this. */
export const TEST_CLAMD_LIMIT = 1_000_000
/** It accepts larger files but does not scan them. */
export const TEST_CLAMD_FILE_LIMIT = 500_000

/** Speaks INSTREAM as described in clamd(8), and knows one virus. */
export async function startFakeClamd(): Promise<TestClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
  const path = join(folder, 'clamd.sock')
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // A client that disconnects must not affect the others.
    socket.on('error', () => socket.destroy())
    answer(socket)
  })
  await once(server.listen(path), 'listening')
  return {
    path,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const COMMAND = Buffer.from('zINSTREAM\0')

function answer(socket: Socket): void {
  let waiting = Buffer.alloc(0)
  let seen: Buffer | undefined
  socket.on('data', (part) => {
    waiting = Buffer.concat([waiting, part as Buffer])
    if (!seen && waiting.byteLength >= COMMAND.byteLength) {
      if (!waiting.subarray(0, COMMAND.byteLength).equals(COMMAND)) socket.end('UNKNOWN COMMAND\0')
      seen = Buffer.alloc(0)
      waiting = waiting.subarray(COMMAND.byteLength)
    }
    while (seen && socket.writable && waiting.byteLength >= 4 && waiting.byteLength >= 4 + waiting.readUInt32BE()) {
      const length = waiting.readUInt32BE()
      if (length === 0) socket.end(`stream: ${said(seen)}\0`)
      seen = Buffer.concat([seen, waiting.subarray(4, 4 + length)])
      waiting = waiting.subarray(4 + length)
      if (seen.byteLength > TEST_CLAMD_LIMIT) socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
    if (!socket.writable) waiting = Buffer.alloc(0)
  })
}

function said(seen: Buffer): string {
  if (seen.byteLength > TEST_CLAMD_FILE_LIMIT) return 'Heuristics.Limits.Exceeded.MaxFileSize FOUND'
  return seen.includes(EICAR) ? 'Eicar-Signature FOUND' : 'OK'
}

const settings = (folder: string) => `
Foreground yes
LocalSocket ${folder}/clamd.sock
DatabaseDirectory ${folder}
TemporaryDirectory ${folder}
StreamMaxLength ${TEST_CLAMD_LIMIT}
MaxFileSize ${TEST_CLAMD_FILE_LIMIT}
AlertExceedsMax yes
`

/** Starts the clamd of this machine, with only our own signature, for EICAR. */
export async function startClamd(): Promise<TestClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
  const path = join(folder, 'clamd.sock')
  await writeFile(join(folder, 'clamd.conf'), settings(folder))
  await writeFile(join(folder, 'test.ndb'), `Test.Eicar:0:*:${Buffer.from(EICAR).toString('hex')}\n`)
  const clamd = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  // The socket file exists a moment before clamd listens.
  while (!(await isListening(path))) {
    if (clamd.exitCode !== null) throw new Error(`clamd ended with ${clamd.exitCode}`)
    await systemWait(20)
  }
  return {
    path,
    async close() {
      const exit = once(clamd, 'exit')
      clamd.kill()
      await exit
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function isListening(path: string): Promise<boolean> {
  const socket = connect(path)
  const isConnected = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return isConnected
}
