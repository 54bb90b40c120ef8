import { randomBytes } from 'node:crypto'
import type { Contentmodus, Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { PROEFBERICHT } from '#lib/contract/zaak-event.ts'
import { SIGNERS } from '#lib/proof/sign/signers.ts'
import { keptHeaders } from '#lib/zaaksysteem/bezorging/record/stored-headers.ts'
import { renderRequest } from '#lib/zaaksysteem/bezorging/send/render-request.ts'
import { composeGebeurtenis } from '#lib/zaaksysteem/outbox/compose-gebeurtenis.ts'
import { eventText } from '#lib/zaaksysteem/outbox/event-text.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'
import { senderOf } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { createTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'

export const NOW = new Date('2026-11-25T10:00:00Z')
export const SINK = 'https://portaal.test/webhooks?van=zaakbode'

const idOf = (number: number) => `0199a000-0000-7000-8000-00000000000${number}`

export type TestBezorging = {
  credentialtype: Credentialtype
  headers: Record<string, string>
  body: string
  /** the secret or token that the receiver knows; empty when it knows only the keys */
  geheim: string
  jwks: string
}

/** Starts a zaaksysteem that signs at `now` with its own real keys, as its worker does. */
export async function startTestSender(now = NOW) {
  const ctx = await createTestZaaksysteem({ clock: () => now })
  const jwks = JSON.stringify(await publishedJwks(ctx))
  const eventOf = (number: number) => {
    const { event } = composeGebeurtenis(ctx, {
      id: idOf(number),
      vastgelegdOp: NOW,
      zaakId: '0199a000-0000-4000-8000-000000000002',
      soort: 'statuswijziging',
      oudeStatus: 'in_behandeling',
      nieuweStatus: 'vergunning_verleend',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    })
    return eventText(ctx, event)
  }
  return {
    jwks,
    source: ctx.env.ZAAKSYSTEEM_SOURCE,
    async deliver(
      credentialtype: Credentialtype,
      contentmodus: Contentmodus = 'structured',
      sink = SINK,
      /** `numbers`: the events; `at`: the moment of signing; `isProef`: true for test events */
      { numbers = [1], at = now, isProef = false }: { numbers?: number[]; at?: Date; isProef?: boolean } = {},
    ): Promise<TestBezorging> {
      const geheim = credentialtype === 'STANDARDWEBHOOKS' ? newSecret() : randomBytes(32).toString('base64url')
      const rendered = renderRequest(
        contentmodus,
        numbers
          .map(eventOf)
          .map((event) => (isProef ? JSON.stringify({ ...JSON.parse(event), [PROEFBERICHT]: true }) : event)),
      )
      const sent = { ...rendered.headers, 'WebHook-Request-Origin': ctx.env.ZAAKSYSTEEM_ORIGIN }
      const proof = await SIGNERS[credentialtype](
        { ...senderOf(ctx), now: at },
        {
          body: rendered.body,
          eventId: idOf(numbers[0] as number),
          sink,
          method: 'POST',
          headers: sent,
          geheimen: [geheim],
        },
      )
      const headers = Object.entries({ ...sent, ...proof }).map(([name, value]) => [name.toLowerCase(), value])
      return { credentialtype, headers: Object.fromEntries(headers), body: rendered.body, geheim, jwks }
    },
    close: () => ctx.close(),
  }
}

/** Returns the headers of a bezorging as the zaaksysteem stores them. */
export function storedHeaders({ headers }: TestBezorging): Map<string, string> {
  const { authorization = '', ...rest } = headers
  const { Authorization = '', ...kept } = keptHeaders({ ...rest, Authorization: authorization })
  return new Map(Object.entries({ ...kept, authorization: Authorization }))
}

export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
