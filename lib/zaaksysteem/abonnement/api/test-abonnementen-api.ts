import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { API } from '../../api/answer-request.ts'
import { startTestSink } from '../../egress/test-sink.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, PORTAL_SCOPES } from '../../test-context.ts'

export const NOW = new Date('2026-11-25T09:00:00Z')

/** Token of the client `ander`. */
export const OTHER = 'other-token'

type Call = { method?: string; token?: string; body?: BodyInit; contentType?: string }

/** Starts the abonnementen API with its own database, two clients and a sink that gives its toestemming. */
export async function startTestAbonnementenApi() {
  const portal = 'portal-token'
  const tokens = `publieksportaal=${hashToken(portal)}:${PORTAL_SCOPES},ander=${hashToken(OTHER)}:${PORTAL_SCOPES}`
  const ctx = await createTestZaaksysteem({ clock: () => NOW, env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
  const sink = await startTestSink()

  function send(path: string, { method = 'GET', token = portal, body, contentType = 'application/json' }: Call) {
    const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': contentType }) }
    return answerApi(ctx, new Request(`http://localhost:3000${API}/abonnementen${path}`, { method, headers, body }))
  }
  const collection = (call: Call = {}) => send('', call)
  const wish = (changes: object = {}) =>
    JSON.stringify({ protocol: 'HTTP', sink: sink.url, sinkcredential: { credentialtype: 'JWT' }, ...changes })
  return {
    ctx,
    sink,
    collection,
    wish,
    register: (changes?: object, token?: string) => collection({ method: 'POST', token, body: wish(changes) }),
    item: (id: string, call: Call = {}) => send(`/${id}`, call),
    actie: (id: string, actie: string, call: Call = {}) => send(`/${id}/${actie}`, { method: 'POST', ...call }),
    async clear() {
      await ctx.db.handshake.deleteMany()
      await ctx.db.abonnement.deleteMany()
    },
    async close() {
      await sink.close()
      await ctx.close()
    },
  }
}
