import { v7 as uuidv7 } from 'uuid'
import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import { beganIn, useUitlogtoken } from '#lib/platform/sign-in/provider-session.ts'
import type {
  Identification,
  ProviderLogout,
  ProviderSession,
  SignInConfig,
} from '#lib/platform/sign-in/sign-in-config.ts'
import { type Actor, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { type PublieksportaalContext, publieksportaal } from '#lib/publieksportaal/context.ts'
import type { PublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { beheerderActor, DEMO_BEHEERDERS, isBeheerder } from './beheerders.ts'

/** A working day. Use does not extend a sessie. */
const SESSIE_SECONDS = 8 * 60 * 60

type SignedInBeheerder = { naam: string; actor: Actor; sessieId: string }

/** Starts a sessie of a beheerder, and deletes the expired sessies of all beheerders. */
export async function createBeheersessie(
  ctx: PublieksportaalContext,
  { subject, naam }: { subject: string; naam: string },
  session?: ProviderSession,
): Promise<{ sessieId: string }> {
  const now = ctx.clock()
  await ctx.db.beheersessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const id = uuidv7()
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.beheersessie.create({ data: { id, subject, naam, verlooptOp, ...session } })
    const actor = beheerderActor(ctx.env, subject)
    await record({ actor, handeling: 'inloggen', object: { soort: 'beheersessie', id } })
  })
  return { sessieId: id }
}

/** Returns the beheerder of an active sessie, if that person still is a beheerder. */
export async function findBeheerderOfSessie(
  ctx: PublieksportaalContext,
  sessieId: string,
): Promise<SignedInBeheerder | undefined> {
  const where = { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
  const sessie = await ctx.db.beheersessie.findFirst({ where })
  if (!sessie || !isBeheerder(ctx.env, sessie.subject)) return undefined
  return { naam: sessie.naam, actor: beheerderActor(ctx.env, sessie.subject), sessieId }
}

/** Ends a sessie for good: a copied cookie stops working too. */
async function endBeheersessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const [ended] = await tx.beheersessie.updateManyAndReturn({
      where: { id: sessieId, beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    if (!ended) return
    const actor = beheerderActor(ctx.env, ended.subject)
    await record({ actor, handeling: 'uitloggen', object: { soort: 'beheersessie', id: sessieId } })
  })
}

/** Ends the sessies that a logout at the provider covers. */
async function endBeheersessiesOfProvider(ctx: PublieksportaalContext, logout: ProviderLogout): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    if (!(await useUitlogtoken(tx, { logout, now: ctx.clock() }))) return false
    const ended = await tx.beheersessie.updateManyAndReturn({
      where: { ...beganIn(logout), beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    for (const { id, subject } of ended) {
      const actor = beheerderActor(ctx.env, subject)
      await record({ actor, handeling: 'uitloggen', object: { soort: 'beheersessie', id } })
    }
    return true
  })
}

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
