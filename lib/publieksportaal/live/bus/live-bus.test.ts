import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import { findNatsServer, NATS_TITLE, type NatsServer, startNatsServer } from '#tools/servers/nats-server.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '../../context.ts'
import { acceptEvents } from '../../inbox/accept-events.ts'
import { endSessie } from '../../sign-in/burger/sessies.ts'
import { type Portal, startPortal } from '../../start-portal.ts'
import { storeZaak } from '../../sync/store-zaak.ts'
import { deliver } from '../../sync/test-gebeurtenissen.ts'
import { startTestBron, statusGewijzigd, type TestBron } from '../../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { testZaak } from '../../test-zaak.ts'
import { openTestPage } from '../test-page.ts'
import type { LiveBus } from './nats-bus.ts'

const BSNS = ['999990342', '999992223'] as const
const LOOK_MS = 2_000
const HEARTBEAT_MS = 15_000

for (const form of ['NOTIFY', NATS_TITLE]) {
  const hasNats = form === NATS_TITLE
  describe.skipIf(hasNats && !findNatsServer())(`two processes of a portal with ${form}`, () => {
    let bron: TestBron
    let nats: NatsServer | undefined
    /** the process that receives events */
    let receiving: TestPublieksportaal
    /** the process that the citizens are connected to */
    let serving: PublieksportaalContext
    let portals: Portal[]
    let live: Portal['live']

    beforeAll(async () => {
      // No heartbeat or poll runs by itself here, so only a hint can bring a change to a page.
      vi.useFakeTimers({ toFake: ['setInterval'] })
      nats = hasNats ? await startNatsServer() : undefined
      bron = await startTestBron()
      const env = { ...bron.env, ...(nats && { PUBLIEKSPORTAAL_LIVE_BUS: `nats://${nats.host}` }) }
      receiving = await createTestPublieksportaal({ env })
      serving = createPublieksportaalContext(receiving.env)
      portals = [await startPortal(receiving), await startPortal(serving)]
      live = (portals[1] as Portal).live
    })
    beforeEach(() => connected())
    afterAll(async () => {
      for (const portal of portals) await portal.close()
      await serving.close()
      await receiving.close()
      await bron.close()
      await nats?.kill()
      vi.useRealTimers()
    })

    const connected = () =>
      expect.poll(() => [receiving, serving].every(({ liveBus }) => liveBus?.isConnected() !== false)).toBe(true)

    async function storedZaak(bsn: string = BSNS[0]) {
      const zaak = testZaak({ bsn })
      bron.serveZaak(zaak)
      await storeZaak(receiving, zaak)
      return zaak.uuid
    }

    /** An open page of the burger at the serving process. */
    async function openPage(bsn: string = BSNS[0]) {
      const { burgerId } = await receiving.db.zaak.findUniqueOrThrow({ where: { id: await storedZaak(bsn) } })
      const page = await openTestPage(serving, live, burgerId)
      const verlooptOp = new Date(Date.now() + 3_600_000)
      await receiving.db.sessie.create({ data: { id: page.sessieId, burgerId, verlooptOp } })
      if (serving.liveBus) await isSubscribed(serving.liveBus, burgerId)
      return page
    }

    /** NATS handles one connection in order, so it has the subscription when this resolves. */
    async function isSubscribed(bus: LiveBus, burgerId: string) {
      const refresh = vi.spyOn(live, 'refresh')
      bus.publish({ burgerIds: [burgerId], ordered: false })
      await expect.poll(() => refresh.mock.calls).toContainEqual([burgerId])
      refresh.mockRestore()
    }

    let sequence = 0
    function step(zaakId: string) {
      sequence += 1
      return statusGewijzigd({ zaakId, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence })
    }
    const change = (zaakId: string) => deliver(receiving, step(zaakId))
    function changeTogether(zaakIds: string[]) {
      const { events } = parseEvents(zaakIds.map(step), { inBatch: true })
      return acceptEvents(receiving, { events, proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' } })
    }

    test('an event, a batch and a fetched zaak reach the page of their citizen, and no other', async () => {
      const [page, others] = [await openPage(), await openPage(BSNS[1])]
      const [one, two, three] = [await storedZaak(), await storedZaak(), await storedZaak()]
      await expect.poll(() => page.zaken()).toEqual([one, two, three])
      await change(one)
      await expect.poll(() => page.zaken().slice(3)).toEqual([one])
      await changeTogether([two, three])
      await expect.poll(() => page.zaken().slice(4).toSorted()).toEqual([two, three].toSorted())
      expect(others.zaken()).toEqual([])
      for (const { end } of [page, others]) end('gone')
    })

    test('signing out ends the streams of that sign-in', async () => {
      const page = await openPage()
      await endSessie(receiving, page.sessieId)
      await expect.poll(() => page.signal.aborted).toBe(true)
    })

    test(`a change makes ${hasNats ? 'no NOTIFY' : 'a NOTIFY'}`, async () => {
      const zaakIds = [await storedZaak(), await storedZaak(), await storedZaak()]
      const client = new pg.Client({ connectionString: receiving.env.PUBLIEKSPORTAAL_DATABASE_URL })
      await client.connect()
      const heard = new Set<string>()
      client.on('notification', ({ channel }) => heard.add(channel))
      await client.query('listen live; listen ophaalopdracht; listen einde')
      await storedZaak()
      await change(zaakIds[0] as string)
      await changeTogether(zaakIds.slice(1))
      await client.query(`notify einde`)
      await expect.poll(() => heard).toContain('einde')
      await client.end()
      expect([...heard].toSorted()).toEqual(hasNats ? ['einde'] : ['einde', 'live', 'ophaalopdracht'])
    })

    test('changes while the listening connection is down are sent once it is back', async () => {
      const page = await openPage()
      const zaakId = await storedZaak()
      await expect.poll(() => page.zaken()).toEqual([zaakId])
      await receiving.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
      )
      await change(zaakId)
      await expect.poll(() => page.zaken().slice(1)).toEqual([zaakId])
      page.end('gone')
    })

    test('the next heartbeat makes up for a lost hint', async () => {
      const page = await openPage()
      const zaakId = await storedZaak()
      await expect.poll(() => page.zaken()).toEqual([zaakId])
      await receiving.pool.query(
        `with numbered as (update burger set live_volgnummer = live_volgnummer + 1 where id = $1 returning live_volgnummer)
         update zaak set live_volgnummer = numbered.live_volgnummer from numbered where id = $2`,
        [page.burgerId, zaakId],
      )
      vi.advanceTimersByTime(HEARTBEAT_MS)
      await expect.poll(() => page.zaken().slice(1)).toEqual([zaakId])
      page.end('gone')
    })

    test.runIf(hasNats)(
      'with NATS killed pages poll every two seconds; once it is back it sends hints again',
      async () => {
        const page = await openPage()
        const [one, two, three] = [await storedZaak(), await storedZaak(), await storedZaak()]
        await expect.poll(() => page.zaken()).toEqual([one, two, three])
        await nats?.kill()
        await expect.poll(() => serving.liveBus?.isConnected()).toBe(false)

        await change(one)
        vi.advanceTimersByTime(LOOK_MS)
        await expect.poll(() => page.zaken().slice(3)).toEqual([one])

        await change(two)
        nats = await startNatsServer({ port: Number(nats?.host.split(':')[1]) })
        await expect.poll(() => page.zaken().slice(4)).toEqual([two])
        await connected()
        await change(three)
        await expect.poll(() => page.zaken().slice(5)).toEqual([three])
        page.end('gone')
      },
    )
  })
}
