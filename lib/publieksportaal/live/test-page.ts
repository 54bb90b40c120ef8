import { randomUUID } from 'node:crypto'
import type { PublieksportaalContext } from '../context.ts'
import type { LiveHub } from './live-hub.ts'
import { findLiveVolgnummer } from './open-live-stream.ts'

/** Opens a page that is up to date, and collects the messages that it is sent. */
export async function openTestPage(ctx: PublieksportaalContext, hub: LiveHub, burgerId: string) {
  const page = hub.open({ burgerId, sessieId: randomUUID() })
  if (typeof page === 'string') throw new Error(page)
  const sent: string[] = []
  page.send = (chunk) => void sent.push(new TextDecoder().decode(chunk))
  page.cursor = await findLiveVolgnummer(ctx, burgerId)
  return Object.assign(page, {
    sent,
    zaken: () => sent.flatMap((text) => /"zaakId":"([^"]+)"/.exec(text)?.[1] ?? []),
  })
}
