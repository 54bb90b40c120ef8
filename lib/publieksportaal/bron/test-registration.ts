import type { PublieksportaalContext } from '../context.ts'
import type { Contentmodus, Credentialtype } from '../generated/enums.ts'
import { expectNoGeheim, storeGeheim } from './geheim.ts'
import { offerBezorgwijze } from './offer-bezorgwijze.ts'

/** Registers the configured bron as if it had agreed to deliver in this one way. */
export async function registerTestBron(
  ctx: PublieksportaalContext,
  options: {
    credentialtype?: Credentialtype
    contentmodus?: Contentmodus
    maxPerMinuut?: number
    accesstoken?: string
    secret?: string
  } = {},
): Promise<void> {
  const { credentialtype = 'JWT', contentmodus = 'structured', maxPerMinuut, accesstoken, secret } = options
  await ctx.db.bezorgwijze.deleteMany()
  await offerBezorgwijze(ctx, { credentialtype, contentmodus, maxPerMinuut })
  if (accesstoken) await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken })
  if (secret) await storeGeheim(ctx, { credentialtype: 'STANDARDWEBHOOKS', secret })
  await expectNoGeheim(ctx)
}
