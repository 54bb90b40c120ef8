import { z } from 'zod'
import { revokeApiClient } from '#lib/zaaksysteem/api-client/revoke-api-client.ts'
import { withdrawToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { apiClientPath } from '../paths.ts'
import { verrichting } from '../verrichtingen/verrichting.ts'

export const apiClientIntrekken = verrichting({
  naam: 'api-client-intrekken',
  recht: 'beheren',
  form: z.object({ clientId: z.uuid() }),
  async perform({ ctx, fields: { clientId: id }, actor }) {
    await revokeApiClient(ctx, { id, actor })
    return { naar: `${apiClientPath(id)}?gedaan=ingetrokken` }
  },
})

/** Idempotent: a token that is already withdrawn gives the same result. */
export const tokenIntrekken = verrichting({
  naam: 'token-intrekken',
  recht: 'beheren',
  form: z.object({ clientId: z.uuid(), tokenId: z.uuid() }),
  async perform({ ctx, fields: { clientId: id, tokenId }, actor }) {
    await withdrawToken(ctx, { id, tokenId, actor })
    return { naar: `${apiClientPath(id)}?gedaan=tokenIngetrokken` }
  },
})
