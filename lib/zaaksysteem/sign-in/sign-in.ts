import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Identification, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import { type ZaaksysteemContext, zaaksysteem } from '../context.ts'
import { admitBehandelaar } from './admit-behandelaar.ts'
import { DEMO_BEHANDELAARS } from './demo-behandelaars.ts'
import { signInSite } from './find-behandelaar-of-request.ts'
import {
  createSessie,
  endSessie,
  endSessiesOfProvider,
  findBehandelaarOfSessie,
  type SignedInBehandelaar,
} from './sessies.ts'

/** Configures how behandelaars sign in. The cookie holds only the id of a sessie. */
export function signInConfig(ctx: ZaaksysteemContext): SignInConfig<string, SignedInBehandelaar> {
  const { env } = ctx
  return {
    site: signInSite(ctx),
    clock: ctx.clock,
    log: ctx.log,
    oidc: {
      issuer: env.ZAAKSYSTEEM_OIDC_ISSUER,
      clientId: env.ZAAKSYSTEEM_OIDC_CLIENT_ID,
      clientSecret: env.ZAAKSYSTEEM_OIDC_CLIENT_SECRET,
      scope: env.ZAAKSYSTEEM_OIDC_SCOPE,
      claimsFrom: 'both',
      identify: (claims) => admitBehandelaar(ctx, claims),
    },
    identifyDemopersoon_DEMO_ONLY: env.DEMO ? (persoon) => identifyDemobehandelaar(ctx, persoon) : undefined,
    onRefused: (geweigerd) =>
      recordedTransaction(ctx, (_, record) =>
        record({ actor: { soort: 'behandelaar', id: null }, handeling: 'inloggen', geweigerd }),
      ),
    sessies: {
      create: (behandelaarId, session) => createSessie(ctx, behandelaarId, session),
      find: ({ sessieId }) => findBehandelaarOfSessie(ctx, sessieId),
      end: (sessieId) => endSessie(ctx, sessieId),
      endOfProvider: (logout) => endSessiesOfProvider(ctx, logout),
    },
  }
}

async function identifyDemobehandelaar(
  ctx: ZaaksysteemContext,
  persoon: unknown,
): Promise<Identification<string> | undefined> {
  const demobehandelaar = DEMO_BEHANDELAARS.find(({ subject }) => subject === persoon)
  if (!demobehandelaar) return undefined
  const { subject } = demobehandelaar
  const behandelaar = await ctx.db.behandelaar.findUnique({ where: { subject } })
  return behandelaar ? { ok: true, account: behandelaar.id } : { ok: false, fout: 'onbekend' }
}

export const behandelaarSignIn = createSignIn(() => signInConfig(zaaksysteem()))

export const { handleAuth, current: currentBehandelaar, require: requireBehandelaar } = behandelaarSignIn
