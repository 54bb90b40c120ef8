import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { LogFields, Logger } from '../logger.ts'
import { createSignIn } from './create-sign-in.ts'
import type { ProviderSession, SignInConfig } from './sign-in-config.ts'
import { createTestBrowser } from './test-browser.ts'
import { startTestOidcProvider } from './test-oidc-provider.ts'
import { inRequest } from './test-request.ts'

export const APP = 'http://localhost:3000'
export const BASE_PATH = '/api/club/auth'
export const MEMBER = 'member-1'

type Member = { name: string; sessieId: string }
type Config = SignInConfig<string, Member>

/** The sessies of a club, in memory. */
export const sessies = new Map<string, { name: string; uses: number; session: ProviderSession | undefined }>()
const usedTokens = new Set<string>()
export const warnings: string[] = []
export const refusals: string[] = []
export let oidc: Awaited<ReturnType<typeof startTestOidcProvider>>
export let config: Config
let now = Date.now()

const warn = (fields: LogFields) => warnings.push(String(fields.code))
const log = { debug() {}, info() {}, error() {}, warn } as unknown as Logger

/** Opens the club for the tests of a file. Each test begins without sessies. */
export function openClub() {
  beforeAll(async () => {
    now = Date.now()
    oidc = await startTestOidcProvider({
      redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
      scopes: { profile: ['name'] },
      signedOutUri: `${APP}/club/sign-in?uitgelogd=1`,
      app: (request) => club.handleAuth(new NextRequest(request)),
    })
  })

  afterAll(() => oidc.close())

  beforeEach(() => {
    sessies.clear()
    warnings.length = 0
    refusals.length = 0
    config = {
      site: {
        url: APP,
        basePath: BASE_PATH,
        cookiePrefix: 'club',
        secret: 'a secret that only this test knows',
        root: '/club',
        signInPage: '/club/sign-in',
        maxAgeSeconds: 3600,
      },
      clock: () => new Date(now),
      log,
      oidc: {
        issuer: oidc.issuer,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scope: 'openid profile',
        claimsFrom: 'userinfo',
        async identify({ sub, name }) {
          if (sub === 'unlucky') throw new Error('the database is away')
          return sub.startsWith('member-')
            ? { ok: true, account: String(name ?? 'nameless') }
            : { ok: false, fout: 'stranger' }
        },
      },
      identifyDemopersoon_DEMO_ONLY: async (persoon) =>
        persoon === MEMBER ? { ok: true, account: 'A. Member' } : undefined,
      async onRefused(fout) {
        refusals.push(fout)
      },
      sessies: {
        async create(name, session) {
          const sessieId = crypto.randomUUID()
          sessies.set(sessieId, { name, uses: 0, session })
          return { sessieId }
        },
        async find({ sessieId }) {
          const sessie = sessies.get(sessieId)
          return sessie && { name: sessie.name, sessieId }
        },
        async end(sessieId) {
          sessies.delete(sessieId)
        },
        async endOfProvider({ sidHash, subjectHash, tokenHash }) {
          if (usedTokens.has(tokenHash)) return false
          usedTokens.add(tokenHash)
          for (const [sessieId, { session }] of sessies) {
            const isEnded = sidHash === null ? session?.subjectHash === subjectHash : session?.sidHash === sidHash
            if (session && isEnded) sessies.delete(sessieId)
          }
          return true
        },
      },
    }
  })
}

export const club = createSignIn(() => config)

export const browser = (app = APP) => createTestBrowser({ app, basePath: BASE_PATH, handle: club.handleAuth })
type Browser = ReturnType<typeof browser>

export async function signedInBrowser() {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: MEMBER })
  return visitor
}

export async function memberIn(visitor: Browser) {
  const outcome = await inRequest(visitor, club.current)
  return 'value' in outcome ? outcome.value : undefined
}

export function submit(visitor: Browser, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return inRequest(visitor, () => club.signIn(form))
}

/** Lets time pass for the club. */
export function later(ms: number) {
  now += ms
}

export const callbackOf = (visitor: Browser) =>
  visitor.visited.find((url) => url.includes('/callback/oidc?code=')) as string
