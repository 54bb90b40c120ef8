import { providerOf } from './oidc-provider.ts'
import type { SignInConfig, SignInSite } from './sign-in-config.ts'

/** The sign-in page, which then says that the visitor is signed out. */
export function signedOutPath({ signInPage }: Pick<SignInSite, 'signInPage'>): string {
  return `${signInPage}?uitgelogd=1`
}

/**
 * Where the visitor signs out of the provider and comes back from (OpenID Connect RP-Initiated Logout 1.0); `undefined`
 * when it does not offer that, or gives no answer. Names this client by its id: the id token that could be given as a
 * hint is not kept, because it would travel in the address. Without a `state`: nothing depends on coming back.
 */
export async function providerLogoutUrl<Account, Person>(
  config: SignInConfig<Account, Person>,
): Promise<string | undefined> {
  const { site, oidc } = config
  const endpoint = (await providerOf(config)?.discover())?.end_session_endpoint
  if (!endpoint) return undefined
  const url = new URL(endpoint)
  url.searchParams.set('client_id', String(oidc.clientId))
  url.searchParams.set('post_logout_redirect_uri', new URL(signedOutPath(site), site.url).href)
  return url.href
}
