import { v7 } from 'uuid'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'

/** One event to deliver; every contestant sends the same text. */
export type Job = { id: string; zaakId: string; event: string; body: string }

/** Each zaak gets two events, so that there is an order to keep. */
export function makeJobs(count: number, source: string): Job[] {
  let zaakId = ''
  return Array.from({ length: count }, (_, index) => {
    if (index % 2 === 0) zaakId = v7()
    const id = v7()
    const time = new Date().toISOString()
    const event = JSON.stringify({
      id,
      time,
      type: EVENT_TYPES.statuswijziging,
      source,
      specversion: '1.0',
      subject: zaakId,
      datacontenttype: 'application/json',
      dataref: `/api/zaaksysteem/v1/zaken/${zaakId}`,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      data: {
        event: 'vergunning.status.veranderd',
        zaakId,
        oudeStatus: 'ontvangen',
        nieuweStatus: 'in_behandeling',
        timestamp: time,
      },
    })
    const body = `${event.slice(0, -1)},"sequence":"${index + 1}","sequencetype":"Integer"}`
    return { id, zaakId, event, body }
  })
}

/**
 * A system that delivers jobs. Jobs given to `store` wait until `start`; jobs given to `offer` come while it
 * runs.
 */
export type Contestant = {
  name: string
  store(jobs: Job[]): Promise<void>
  start(): Promise<void>
  /** resolves when the event is committed; at once without a database */
  offer(job: Job): Promise<void>
  /** resolves when so many attempts are recorded; at once for a contestant that records none */
  recorded(count: number): Promise<void>
  stop(): Promise<void>
}
