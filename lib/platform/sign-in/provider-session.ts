import { createHmac } from 'node:crypto'
import type { ProviderLogout, ProviderSession, SignInConfig } from './sign-in-config.ts'

type Config = Pick<SignInConfig<never, never>, 'site'> & { oidc: { issuer: string | undefined } }

/** Returns the provider session in the verified claims of an id token or a logout token. */
export function providerSession(config: Config, { sub, sid }: { sub?: unknown; sid?: unknown }): ProviderSession {
  return {
    subjectHash: providerHash(config, ['sub', String(sub)]),
    sidHash: typeof sid === 'string' ? providerHash(config, ['sid', sid]) : null,
  }
}

/** Matches the sessies of the ended provider session, never by null, which sessies without provider have. */
export function beganIn({ subjectHash, sidHash }: ProviderLogout) {
  const ofSubject = subjectHash === null ? [] : [sidHash === null ? { subjectHash } : { subjectHash, sidHash: null }]
  return { OR: sidHash === null ? ofSubject : [{ sidHash }, ...ofSubject] }
}

type Transaction = {
  uitlogtoken: {
    deleteMany(rows: { where: { verlooptOp: { lt: Date } } }): Promise<unknown>
    createMany(rows: { data: { hash: string; verlooptOp: Date }[]; skipDuplicates: true }): Promise<{ count: number }>
  }
}

/** Records a single-use token in the caller's transaction; `false` when it was used before. */
export async function useUitlogtoken(
  { uitlogtoken }: Transaction,
  { logout, now }: { logout: Pick<ProviderLogout, 'tokenHash' | 'expiresAt'>; now: Date },
): Promise<boolean> {
  await uitlogtoken.deleteMany({ where: { verlooptOp: { lt: now } } })
  const data = [{ hash: logout.tokenHash, verlooptOp: logout.expiresAt }]
  return (await uitlogtoken.createMany({ data, skipDuplicates: true })).count > 0
}

/** Returns the HMAC-SHA-256, in base64url, of an identifier of the issuer. */
export function providerHash({ site, oidc }: Config, parts: [kind: string, value: string]): string {
  return createHmac('sha256', site.secret)
    .update(JSON.stringify([site.basePath, oidc.issuer, ...parts]))
    .digest('base64url')
}
