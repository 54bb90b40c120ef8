import type { JWT } from 'next-auth/jwt'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'

/** The settings and callbacks of one sign-in. */
export type SignInConfig<Account, Person> = {
  site: SignInSite
  clock: Clock
  log: Logger
  oidc: OidcClient<Account>
  /**
   * Signs in the picked person without any proof; `undefined` outside the demo. Returns `undefined` for a
   * person who is not on the list.
   */
  identifyDemopersoon_DEMO_ONLY: ((persoon: unknown) => Promise<Identification<Account> | undefined>) | undefined
  /** called when `identify` refused a person whom the provider authenticated */
  onRefused(fout: string): Promise<void>
  sessies: Sessies<Account, Person>
}

/** Settings that separate the sign-ins on one host. */
export type SignInSite = {
  /** its address for browsers */
  url: string
  /** path of next-auth's endpoints */
  basePath: string
  /** prefix of its cookie names */
  cookiePrefix: string
  secret: string
  /** redirects stay at or below this path */
  root: string
  signInPage: string
  maxAgeSeconds: number
  /** `fout` for the sign-in page when the sessie is over; absent: the page gives no reason */
  expiredCode?: string
}

/** This app as a client of the identity provider, which is offered only with issuer, id and secret. */
type OidcClient<Account> = {
  issuer: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  scope: string
  /** absent: the provider decides */
  level?: SignInLevel
  /** OIDC Core 5.4 puts the claims in the userinfo; some providers put roles in the id token only */
  claimsFrom: 'userinfo' | 'both'
  /** next-auth keeps only the result, never the claims */
  identify(claims: Claims): Promise<Identification<Account>>
}

/** Authentication context classes (`acr`, OIDC Core 2), each as the provider writes it. */
export type SignInLevel = {
  /** `acr_values` of the request, the preferred one first; the provider may ignore them */
  asked: string[]
  /** the accepted ones; empty: all */
  accepted: string[]
}

export type Claims = { sub: string; [claim: string]: unknown }

/** The account of a person in this system, or the `fout` with the reason for the sign-in page. */
export type Identification<Account> = { ok: true; account: Account } | { ok: false; fout: string }

/** The sessies in the system's database. A cookie is valid only while its sessie is active. */
type Sessies<Account, Person> = {
  /** returns the content for the encrypted cookie; `session` is absent for a demo person */
  create(account: Account, session?: ProviderSession): Promise<SessieToken>
  /** the person of an active sessie; does not extend it */
  find(token: SessieToken): Promise<Person | undefined>
  /** invalidates copies of the cookie too */
  end(sessieId: string): Promise<void>
  /** ends the sessies that began in this session at the provider; `false` when its token was used before */
  endOfProvider(logout: ProviderLogout): Promise<boolean>
  /** called at every use; absent: use does not extend a sessie */
  extend?(token: SessieToken): Promise<void>
  /**
   * replaces the sessie by one in which the person acts for `wanted`; `undefined` when the person may not.
   * `wanted` is untrusted. Absent: the sign-in offers no choice
   */
  goOnAs?(token: SessieToken, wanted: unknown): Promise<SessieToken | undefined>
}

/**
 * The provider session of a sessie, as keyed hashes, because some providers use a BSN or user name as `sub`.
 * The key is the cookie secret, so that no sessie outlives its hash.
 */
export type ProviderSession = {
  subjectHash: string
  /** null when the provider gives no `sid` */
  sidHash: string | null
}

/** The content of a logout token. Without a `sid` it ends all sessies of the subject. */
export type ProviderLogout = { [Hash in keyof ProviderSession]: string | null } & {
  /** hash of issuer and `jti`, because a token is valid once */
  tokenHash: string
  /** until then the hash is kept against replay */
  expiresAt: Date
}

/** The content of the session cookie. `atProvider`: the sessie began at the identity provider. */
export type SessieToken = JWT & { sessieId: string; atProvider?: boolean }
