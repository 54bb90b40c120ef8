import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { listClaim, textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Claims, Identification, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { type ZaaksysteemContext, zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { magErgens, ROLLEN, ROLLEN_ZONDER_TEAM, SCHEIDING, splitRol } from '#lib/zaaksysteem/rechten/mag.ts'
import { DEMO_BEHANDELAARS } from './demo-behandelaars.ts'
import { signInSite } from './find-behandelaar-of-request.ts'
import {
  createSessie,
  endSessie,
  endSessiesOfBehandelaar,
  endSessiesOfProvider,
  findBehandelaarOfSessie,
  type SignedInBehandelaar,
} from './sessies.ts'

/** The most roles that are read of one behandelaar. */
const MOST_ROLLEN = 200
/** The longest name of a team, as in the column of a zaak. */
const MAX_TEAM = 100

/**
 * Returns the known roles among the claims of a provider. A role that does not match exactly gives no right:
 * an unreadable team must never become every team.
 */
export function readRollen(waarden: readonly string[]): string[] {
  const rollen = new Set(waarden.flatMap((waarde) => readRol(waarde) ?? []))
  return [...rollen].slice(0, MOST_ROLLEN)
}

function readRol(waarde: string): string | undefined {
  const { naam, team: geschreven } = splitRol(waarde)
  const rol = ROLLEN.find((one) => one === naam)
  if (!rol || geschreven === undefined) return rol
  const team = readTeam(geschreven)
  return team && !ROLLEN_ZONDER_TEAM.includes(rol) ? `${rol}${SCHEIDING}${team}` : undefined
}

/** Decodes a team such as `Parkeren%20en%20verkeer`: some providers allow no space in a role. */
function readTeam(geschreven: string): string | undefined {
  try {
    const team = decodeURIComponent(geschreven)
    return team.trim() === team && team.length <= MAX_TEAM && ONE_LINE.test(team) ? team : undefined
  } catch {
    return undefined
  }
}

/**
 * Admits everybody with a rol at the identity provider that allows reading zaken or giving inzage. The first
 * sign-in inserts the row, later ones update it. Somebody without such a rol loses all rollen and sessies.
 */
export async function admitBehandelaar(ctx: ZaaksysteemContext, claims: Claims): Promise<Identification<string>> {
  const { ZAAKSYSTEEM_OIDC_ROLLEN_CLAIM, ZAAKSYSTEEM_OIDC_NAAM_CLAIM, ZAAKSYSTEEM_OIDC_TEAM_CLAIM } = ctx.env
  const subject = claims.sub
  const rollen = readRollen(listClaim(claims, ZAAKSYSTEEM_OIDC_ROLLEN_CLAIM))
  if (!magErgens({ rollen }, 'lezen') && !magErgens({ rollen }, 'inzage_geven')) {
    await dismissBehandelaar(ctx, subject)
    return { ok: false, fout: 'onbekend' }
  }
  const known = {
    naam: textClaim(claims, ZAAKSYSTEEM_OIDC_NAAM_CLAIM) ?? subject,
    team: textClaim(claims, ZAAKSYSTEEM_OIDC_TEAM_CLAIM) ?? '',
    rollen,
    email: verifiedEmail(claims),
  }
  const { id } = await ctx.db.behandelaar.upsert({
    where: { subject },
    create: { subject, ...known },
    update: known,
  })
  return { ok: true, account: id }
}

const email = z.email().max(254)

/** Returns the address for signaleringen; null when the provider says that it is not verified. */
function verifiedEmail(claims: Claims): string | null {
  const read = email.safeParse(claims.email)
  // some providers send the boolean as text
  return read.success && String(claims.email_verified) !== 'false' ? read.data : null
}

/** Keeps the row, because the history of zaken refers to it. */
async function dismissBehandelaar(ctx: ZaaksysteemContext, subject: string): Promise<void> {
  const behandelaar = await ctx.db.behandelaar.findUnique({ where: { subject } })
  if (!behandelaar) return
  await ctx.db.behandelaar.update({ where: { subject }, data: { rollen: [], email: null } })
  const actor = { soort: 'behandelaar', id: behandelaar.id } as const
  await endSessiesOfBehandelaar(ctx, { behandelaarId: behandelaar.id, actor })
}

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
