import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'

const CLIENT = { client_id: 'zaakbode', client_secret: 'secret-of-the-test-client-0123456789' }

type Person = Record<string, unknown> & { sub: string }

/** Deviations of the provider; none by default. */
export type Misbehaviour = {
  /** the level of the sign-in */
  acr?: string
  /** replaces the id token of the token endpoint */
  idToken?: (honest: string) => Promise<string>
  /** replaces its published keys */
  keys?: JWK[]
  /** overrides members of the userinfo, and of the discovery document */
  userinfo?: Record<string, unknown>
  discovery?: Record<string, unknown>
  /** paths that it never answers */
  silent?: (path: string) => boolean
  /** paths that it answers with 503 */
  down?: (path: string) => boolean
}

/** An API with access tokens of this provider, and the scopes that its client may have. */
type Api = { audience: string; scopes: string[] }

/** Starts a certified OpenID provider on loopback. It signs in the person of the last `signsIn` directly. */
export async function startTestOidcProvider(options: {
  redirectUri: string
  /** claims by scope */
  scopes: Record<string, string[]>
  api?: Api
  /** the address after signing out of the provider */
  signedOutUri?: string
  /** the app, which gets logout tokens at `/uitloggen` beside the callback */
  app?: (request: Request) => Promise<Response>
}) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: 'first', use: 'sig' }
  let person: Person = { sub: 'nobody' }
  let acr: string | undefined
  let cancels = false
  let misbehaviour: Misbehaviour = {}
  const asked: string[] = []
  const told: number[] = []
  /** Sends a logout token to the app and keeps the status of the response. */
  async function tell(request: Request): Promise<Response> {
    if (!options.app) throw new Error('This provider has no app for logout tokens')
    const answer = await options.app(request)
    told.push(answer.status)
    return answer
  }

  const provider = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [options.redirectUri],
        ...(options.api && API_CLIENT),
        post_logout_redirect_uris: options.signedOutUri ? [options.signedOutUri] : [],
        ...(options.app && {
          backchannel_logout_uri: options.redirectUri.replace('/callback/oidc', '/uitloggen'),
          backchannel_logout_session_required: true,
        }),
      },
    ],
    acrValues: ACR_VALUES,
    fetch: (url, init) => tell(new Request(url, init as RequestInit)),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'first', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], ...options.scopes },
    features: {
      devInteractions: { enabled: false },
      ...(options.api && accessTokensFor(options.api)),
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = form
        },
      },
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      ClientCredentials: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ ...person, sub: accountId }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: (ctx) => grantEverything(provider, ctx),
  })
  provider.use(async (ctx, next) => {
    await next()
    const { idToken, keys, userinfo, discovery } = misbehaviour
    const body = ctx.body as Record<string, unknown>
    if (ctx.path === '/token' && body.id_token && idToken) body.id_token = await idToken(String(body.id_token))
    if (ctx.path === '/jwks' && keys) body.keys = keys
    if (ctx.path === '/me') Object.assign(body, userinfo)
    // The provider offers every algorithm, so that the client itself must be strict.
    if (ctx.path === '/.well-known/openid-configuration') {
      Object.assign(body, { id_token_signing_alg_values_supported: ALGORITHMS }, discovery)
    }
  })
  const handle = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', issuer).pathname
    asked.push(path)
    server.emit('asked', path)
    if (misbehaviour.silent?.(path)) return
    if (misbehaviour.down?.(path)) return response.writeHead(503).end()
    if (!path.startsWith('/interaction/')) return handle(request, response)
    const result = cancels ? { error: 'access_denied' } : { login: { accountId: person.sub, acr } }
    return provider.interactionFinished(request, response, result)
  })

  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    privateKey,
    publicJwk,
    /** the paths of all requests */
    asked,
    /** the statuses of the app's responses to logout tokens */
    told,
    whenAsked: (path: string) =>
      new Promise<void>((resolve) => server.on('asked', (next) => next === path && resolve())),
    signsIn(next: Person, wrongs: Misbehaviour = {}) {
      person = next
      acr = wrongs.acr
      cancels = false
      misbehaviour = wrongs
    },
    misbehaves(wrongs: Misbehaviour) {
      misbehaviour = wrongs
    },
    /** requests a token with client credentials */
    async fetchAccessToken(scope: string): Promise<string> {
      const { client_id: id, client_secret: secret } = CLIENT
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: `${options.api?.audience}`, scope }),
      })
      if (!response.ok) throw new Error(await response.text())
      return ((await response.json()) as { access_token: string }).access_token
    },
    cancels() {
      cancels = true
      misbehaviour = {}
    },
    /** Keeps the port: a next provider must not get this address, because its keys are cached by address. */
    close() {
      server.closeAllConnections()
      server.unref()
    },
  }
}

const API_CLIENT = { grant_types: ['authorization_code', 'client_credentials'] }

function accessTokensFor({ audience, scopes }: Api) {
  return {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({
        audience,
        scope: scopes.join(' '),
        accessTokenFormat: 'jwt' as const,
        jwt: { sign: { alg: 'RS256' as const } },
      }),
    },
  }
}

/** The levels of sign-in that the provider knows, from weak to strong. */
export const ACR_VALUES = ['urn:test:basis', 'urn:test:midden', 'urn:test:substantieel'] as const

const ALGORITHMS = ['none', 'HS256', 'RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']

async function grantEverything(provider: Provider, ctx: KoaContextWithOIDC) {
  const { client, session, params } = ctx.oidc
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
  grant.addOIDCScope(String(params?.scope))
  await grant.save()
  return grant
}
