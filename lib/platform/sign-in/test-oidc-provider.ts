import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'

const CLIENT = { client_id: 'zaakbode', client_secret: 'secret-of-the-test-client-0123456789' }

/** A certified OpenID provider on loopback. It signs in the person of the last `signsIn`, without a login page. */
export async function startTestOidcProvider(options: {
  redirectUri: string
  /** claims that go with a scope of the same name */
  scopes: Record<string, string[]>
}) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  let person: Record<string, unknown> & { sub: string } = { sub: 'nobody' }
  let cancels = false

  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [options.redirectUri] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], ...options.scopes },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ ...person, sub: accountId }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: (ctx) => grantEverything(provider, ctx),
  })
  const handle = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response)
    const result = cancels ? { error: 'access_denied' } : { login: { accountId: person.sub } }
    return provider.interactionFinished(request, response, result)
  })

  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    signsIn(next: Record<string, unknown> & { sub: string }) {
      person = next
      cancels = false
    },
    cancels() {
      cancels = true
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function grantEverything(provider: Provider, ctx: KoaContextWithOIDC) {
  const { client, session, params } = ctx.oidc
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
  grant.addOIDCScope(String(params?.scope))
  await grant.save()
  return grant
}
