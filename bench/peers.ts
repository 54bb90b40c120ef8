import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from '../scripts/local/build.ts'
import { startCountingSink } from './delivery/counting-sink.ts'
import type { StartContestant } from './peers/contestant.ts'
import { CHANGES, type Driven, drive } from './peers/drive.ts'
import { startOutpost } from './peers/outpost.ts'
import { printPeers } from './peers/print-peers.ts'
import { startSvix } from './peers/svix.ts'
import { startZaakbode } from './peers/zaakbode.ts'

// Drives Zaakbode and two other senders of webhooks on the same work, in alternation: a change over the public API, its
// event, signed, at one sink. Each round starts each of them afresh. The binaries of the others are not part of this
// repository; these variables name them:
//
//   SVIX_SERVER      svix-server
//   OUTPOST          outpost, with outpost-server beside it
//   REDIS_SERVER     for both; redis-server in the PATH when not given
//   RABBITMQ_SERVER  for Outpost; rabbitmq-server in the PATH when not given. It must run as the current user: on Debian
//                    that is the one in /usr/lib/rabbitmq/bin. Needs epmd (Erlang) in the PATH.

const ROUNDS = 3
const { SVIX_SERVER, OUTPOST } = process.env

const missing = Object.entries({ SVIX_SERVER, OUTPOST }).flatMap(([name, binary]) => (binary ? [] : name))
if (missing.length > 0)
  console.log(`Not compared, because no binary is given (see bench/peers.ts): ${missing.join(', ')}.`)
if (!SVIX_SERVER && !OUTPOST) process.exit(0)
if (!(await buildWhenStale())) process.exit(1)

const contestants: StartContestant[] = [
  startZaakbode,
  ...(SVIX_SERVER ? [startSvix(SVIX_SERVER)] : []),
  ...(OUTPOST ? [startOutpost(OUTPOST)] : []),
]
const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-bench-'))
const rounds = new Map<string, Driven[]>()
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [index, start] of contestants.entries()) {
    const sink = await startCountingSink()
    const folder = join(dataDir, `${round}-${index}`)
    const contestant = await start({ dataDir: folder, sink: sink.url, changes: CHANGES })
    rounds.set(contestant.name, [...(rounds.get(contestant.name) ?? []), await drive(contestant, sink)])
    await contestant.stop()
    sink.close()
  }
}
printPeers(rounds)
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
