import { readFileSync } from 'node:fs'
import { encode } from 'next-auth/jwt'
import { cookieName } from '#lib/platform/sign-in/session-cookie.ts'
import type { SessieToken, SignInSite } from '#lib/platform/sign-in/sign-in-config.ts'
import { DEMO_BEHEERDERS } from '#lib/publieksportaal/sign-in/beheerder/beheerders.ts'
import { signInConfig as beheerConfig, createBeheersessie } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { signInSite } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { createSessie as createBurgersessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import type { TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { signInClient } from '#lib/zaaksysteem/api-client/client-sessie.ts'
import { createSessie } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { signInConfig as balieConfig } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { isBuilt } from './local/build.ts'

type Action = { workers: Record<string, unknown>; filename: string; exportedName: string }

/** The server actions of the build, by id; none when the last build is stale. */
export const ACTIONS: [id: string, action: Action][] = isBuilt()
  ? Object.entries(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')).node)
  : []

type Systems = { zaaksysteem: TestZaaksysteem; portaal: TestPublieksportaal }

async function sealed(site: SignInSite, token: SessieToken): Promise<string> {
  const name = cookieName(site, 'sessionToken')
  return `${name}=${await encode({ token, secret: site.secret, salt: name })}`
}

/** Signs somebody in at each door. Each returns the cookie of a new sessie. */
export const SIGN_INS = {
  async behandelaar({ zaaksysteem }: Systems) {
    const data = { subject: crypto.randomUUID(), naam: 'B', team: 'T', rollen: ['behandelaar', 'beheerder'] }
    const { id } = await zaaksysteem.db.behandelaar.create({ data })
    return sealed(balieConfig(zaaksysteem).site, (await createSessie(zaaksysteem, id)) as SessieToken)
  },
  async burger({ portaal }: Systems) {
    const { id: burgerId } = await portaal.db.burger.create({ data: { bsnHash: crypto.randomUUID() } })
    return sealed(signInSite(portaal.env), await createBurgersessie(portaal, { burgerId, naam: null }))
  },
  async beheerder({ portaal }: Systems) {
    const [beheerder] = DEMO_BEHEERDERS as [(typeof DEMO_BEHEERDERS)[number]]
    return sealed(beheerConfig(portaal).site, (await createBeheersessie(portaal, beheerder)) as SessieToken)
  },
  async leverancier({ zaaksysteem }: Systems) {
    const asked = { token: zaaksysteem.apiToken, party: crypto.randomUUID(), headers: new Headers() }
    const signedIn = await signInClient(zaaksysteem, asked)
    if (!signedIn.ok) throw new Error(signedIn.reason)
    return `zaakbode-ontwikkelaars.session=${signedIn.cookie}`
  },
}
