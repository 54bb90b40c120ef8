import { SECOND_MS } from '#lib/platform/durations.ts'
import { unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findGebeurtenissen, type GebeurtenissenPage } from './find-gebeurtenissen.ts'
import { followGebeurtenissen } from './follow-gebeurtenissen.ts'
import { tooManyStromen } from './refusals.ts'
import type { Selectie } from './selectie.ts'
import { stromenOf } from './start-stromen.ts'

type Wish = { vanaf: number; limiet: number; selectie: Selectie }

/** Like `findGebeurtenissen`, but waits so many seconds for the first event when there is none yet. */
export async function awaitGebeurtenissen(
  ctx: ZaaksysteemContext,
  request: Pick<Request, 'headers' | 'signal'>,
  { caller, seconds, ...wish }: Wish & { caller: ApiClient; seconds: number },
): Promise<{ ok: true; page: GebeurtenissenPage } | { ok: false; response: Response }> {
  const { tail, open } = await stromenOf(ctx)
  const { client, zaaktypen, types } = caller
  const authorization = request.headers.get('authorization') as string
  const stroom = open({ soort: 'wacht', client, authorization, zaaktypen, types })
  if (typeof stroom === 'string') return { ok: false, response: tooManyStromen(stroom) }

  const leave = () => stroom.end('gone')
  const find = (vanaf: number) => tail.inTurn(() => findGebeurtenissen(ctx, { ...wish, vanaf }))
  request.signal.addEventListener('abort', leave)
  try {
    const page = await find(wish.vanaf)
    if (!page.ok || !page.isEmpty || page.totSequence < page.hoogsteSequence) return { ok: true, page }

    void ctx.wait(seconds * SECOND_MS, stroom.signal).then(leave)
    const { selectie } = wish
    let position = page.totSequence
    for await (const { gewenst, tot } of followGebeurtenissen(tail, {
      vanaf: position,
      selectie,
      signal: stroom.signal,
    })) {
      if (gewenst.length > 0) break
      position = tot
    }
    if (stroom.signal.reason === 'token_invalid') return { ok: false, response: unauthorizedResponse() }
    return { ok: true, page: await find(position) }
  } finally {
    request.signal.removeEventListener('abort', leave)
    leave()
  }
}
