import type { JWT } from 'next-auth/jwt'
import type { Logger } from '../logger.ts'

/** One sign-in of one system: everything in which it differs from another. */
export type SignInConfig<Account, Person> = {
  site: SignInSite
  log: Logger
  oidc: OidcClient<Account>
  /**
   * Signs in whoever is picked, without any proof; `undefined` outside the demo. For somebody who is not on offer the
   * answer is `undefined`.
   */
  identifyDemopersoon_DEMO_ONLY: ((persoon: unknown) => Promise<Identification<Account> | undefined>) | undefined
  sessies: Sessies<Account, Person>
}

/** What keeps a sign-in apart from any other on the same host. */
export type SignInSite = {
  /** where browsers reach it */
  url: string
  /** where next-auth's endpoints live */
  basePath: string
  /** first part of the names of its cookies */
  cookiePrefix: string
  secret: string
  /** everything that it may send somebody on to lies at or below this path */
  root: string
  signInPage: string
  maxAgeSeconds: number
  /** `fout` in the address of the sign-in page for somebody whose sessie is over; without it they are told nothing */
  expiredCode?: string
}

/** This app as the identity provider knows it. Without issuer, id and secret there is no such provider. */
export type OidcClient<Account> = {
  issuer: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  scope: string
  /** by the standard (OIDC Core 5.4) all but `sub` is told at the userinfo endpoint */
  claimsFrom: 'id_token' | 'userinfo'
  /** next-auth never keeps the claims: only what this makes of them */
  identify(claims: Claims): Promise<Identification<Account>>
}

export type Claims = { sub: string; [claim: string]: unknown }

/** Who somebody is in this system, or `fout` in the address of the sign-in page that says why they may not in. */
export type Identification<Account> = { ok: true; account: Account } | { ok: false; fout: string }

/** The system's own sign-ins in its own database, which has the last word. */
export type Sessies<Account, Person> = {
  /** gives what the encrypted cookie is to hold */
  create(account: Account): Promise<SessieToken>
  /** who it is, when the sessie is neither ended nor outdated; looking does not extend it */
  find(token: SessieToken): Promise<Person | undefined>
  /** for good, also for whoever copied the cookie */
  end(sessieId: string): Promise<void>
  /** called at every use, where use makes a sessie last longer */
  extend?(token: SessieToken): Promise<void>
}

/** What the session cookie holds. */
export type SessieToken = JWT & { sessieId: string }
