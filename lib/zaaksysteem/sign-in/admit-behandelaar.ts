import { z } from 'zod'
import { listClaim, textClaim } from '#lib/platform/sign-in/claims.ts'
import type { Claims, Identification } from '#lib/platform/sign-in/sign-in-config.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magErgens } from '../rechten/mag.ts'
import { readRollen } from '../rechten/read-rollen.ts'
import { endSessiesOfBehandelaar } from './sessies.ts'

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
