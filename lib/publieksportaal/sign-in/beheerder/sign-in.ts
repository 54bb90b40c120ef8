import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Identification, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import { type PublieksportaalContext, publieksportaal } from '../../context.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { DEMO_BEHEERDERS, isBeheerder } from './beheerders.ts'
import {
  createBeheersessie,
  endBeheersessie,
  endBeheersessiesOfProvider,
  findBeheerderOfSessie,
  SESSIE_SECONDS,
  type SignedInBeheerder,
} from './sessies.ts'

type Account = { subject: string; naam: string }

/** Returns the sign-in of beheerders. Its cookies hold only the id of a sessie and give no other access. */
export function signInConfig(ctx: PublieksportaalContext): SignInConfig<Account, SignedInBeheerder> {
  const { env } = ctx
  return {
    site: {
      url: env.PUBLIEKSPORTAAL_URL,
      basePath: '/api/publieksportaal/beheer-auth',
      cookiePrefix: 'zaakbode-portaalbeheer',
      secret: env.PUBLIEKSPORTAAL_AUTH_SECRET,
      root: '/portaalbeheer',
      signInPage: '/portaalbeheer/inloggen',
      maxAgeSeconds: SESSIE_SECONDS,
    },
    clock: ctx.clock,
    log: ctx.log,
    oidc: {
      issuer: env.PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER,
      clientId: env.PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID,
      clientSecret: env.PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET,
      scope: 'openid profile',
      // the name is not in the id token
      claimsFrom: 'userinfo',
      identify: async (claims) => identify(env, { subject: claims.sub, naam: textClaim(claims, 'name') ?? claims.sub }),
    },
    identifyDemopersoon_DEMO_ONLY: env.DEMO ? async (persoon) => identifyDemobeheerder(env, persoon) : undefined,
    onRefused: (geweigerd) =>
      recordedTransaction(ctx, (_, record) =>
        record({ actor: { soort: 'beheerder', id: null }, handeling: 'inloggen', geweigerd }),
      ),
    sessies: {
      create: (account, session) => createBeheersessie(ctx, account, session),
      find: ({ sessieId }) => findBeheerderOfSessie(ctx, sessieId),
      end: (sessieId) => endBeheersessie(ctx, sessieId),
      endOfProvider: (logout) => endBeheersessiesOfProvider(ctx, logout),
    },
  }
}

function identify(env: PublieksportaalEnv, account: Account): Identification<Account> {
  return isBeheerder(env, account.subject) ? { ok: true, account } : { ok: false, fout: 'onbekend' }
}

function identifyDemobeheerder(env: PublieksportaalEnv, persoon: unknown) {
  const beheerder = DEMO_BEHEERDERS.find(({ subject }) => subject === persoon)
  return beheerder && identify(env, beheerder)
}

export const beheerderSignIn = createSignIn(() => signInConfig(publieksportaal()))

export const { handleAuth, current: currentBeheerder, require: requireBeheerder } = beheerderSignIn
