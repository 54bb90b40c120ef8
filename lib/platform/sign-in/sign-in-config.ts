import type { JWT } from 'next-auth/jwt'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'

/** Everything in which one sign-in differs from the others. */
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
  /** called when the provider proved who somebody is, and `identify` refused that person with this `fout` */
  onRefused(fout: string): Promise<void>
  sessies: Sessies<Account, Person>
}

/** The settings that separate a sign-in from others on the same host. */
export type SignInSite = {
  /** where browsers reach it */
  url: string
  /** path of next-auth's endpoints */
  basePath: string
  /** prefix of its cookie names */
  cookiePrefix: string
  secret: string
  /** it redirects only to paths at or below this one */
  root: string
  signInPage: string
  maxAgeSeconds: number
  /** `fout` for the sign-in page when the sessie is over; without it the page gives no reason */
  expiredCode?: string
}

/**
 * This app as a client of the identity provider. Without issuer, id and secret the provider is not offered.
 */
type OidcClient<Account> = {
  issuer: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  scope: string
  /** how strongly the provider must have proved who somebody is; absent: the provider decides */
  level?: SignInLevel
  /** by OIDC Core 5.4 the userinfo has the claims; some providers put roles in the id token only */
  claimsFrom: 'userinfo' | 'both'
  /** next-auth keeps only the result of this, never the claims */
  identify(claims: Claims): Promise<Identification<Account>>
}

/** Authentication context classes (`acr`, OIDC Core 2), each as the provider writes it. */
export type SignInLevel = {
  /** `acr_values` of the request, the preferred one first: a wish, which the provider need not fulfil */
  asked: string[]
  /** those that are enough; empty: all are */
  accepted: string[]
}

export type Claims = { sub: string; [claim: string]: unknown }

/**
 * The account of a person in this system, or the `fout` that tells the sign-in page why they have no access.
 */
export type Identification<Account> = { ok: true; account: Account } | { ok: false; fout: string }

/** The sign-ins in the system's own database. A cookie counts only while its sessie there is active. */
type Sessies<Account, Person> = {
  /** returns the content for the encrypted cookie; `session` is absent for a demo person */
  create(account: Account, session?: ProviderSession): Promise<SessieToken>
  /** the person, while the sessie is neither ended nor expired; does not extend it */
  find(token: SessieToken): Promise<Person | undefined>
  /** for good: a copied cookie stops working too */
  end(sessieId: string): Promise<void>
  /** ends the sessies that began in this session at the provider; `false` when its token was used before */
  endOfProvider(logout: ProviderLogout): Promise<boolean>
  /** called at every use; absent when use does not make a sessie last longer */
  extend?(token: SessieToken): Promise<void>
  /**
   * ends the sessie for another of the same person, who may act in more than one way; `undefined` when what
   * is `wanted`, which a browser may have made up, is not for that person. Absent when there is nothing to
   * choose
   */
  goOnAs?(token: SessieToken, wanted: unknown): Promise<SessieToken | undefined>
}

/**
 * The session at the identity provider that a sessie began in, as keyed hashes: at some providers the `sub`
 * is a BSN or a user name. The key is the secret of the cookies, so that no sessie outlives its hash.
 */
export type ProviderSession = {
  subjectHash: string
  /** null when the provider gives no `sid` */
  sidHash: string | null
}

/**
 * The content of a logout token of the provider. It ends all sessies of the subject when it names no session.
 */
export type ProviderLogout = { [Hash in keyof ProviderSession]: string | null } & {
  /** of the issuer and its `jti`: a token counts once */
  tokenHash: string
  /** until when the token would count again if it were not remembered */
  expiresAt: Date
}

/** The content of the session cookie. `atProvider`: there is a session at the identity provider too. */
export type SessieToken = JWT & { sessieId: string; atProvider?: boolean }
