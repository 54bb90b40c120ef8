import { z } from 'zod'
import { VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import { flag, httpUrl, text } from '#lib/platform/env.ts'

const api = (name: string) =>
  httpUrl
    .regex(/\/v\d$/, 'must end in its version, as /v1')
    .optional()
    .describe(`${name} of that registratie; ends in its version, as \`/v1\``)

/** The addresses and credentials of a ZGW registratie that has documents: all of these variables, or none. */
export const zgwVariables = {
  PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE: z
    .string()
    .regex(/^\d{9}$/, 'must be an RSIN: nine digits')
    .optional()
    .describe(
      'RSIN of the zaken in a ZGW registratie that has documents of them too; without it none is read ([how](operating/portal.md#documents-in-a-zgw-registratie))',
    ),
  PUBLIEKSPORTAAL_ZGW_ZAKEN_API: api('Zaken API'),
  PUBLIEKSPORTAAL_ZGW_DOCUMENTEN_API: api('Documenten API'),
  PUBLIEKSPORTAAL_ZGW_CATALOGI_API: api('Catalogi API'),
  PUBLIEKSPORTAAL_ZGW_BESLUITEN_API: api('Besluiten API'),
  PUBLIEKSPORTAAL_ZGW_CLIENT_ID: text.optional().describe('client id of the portal at that registratie'),
  PUBLIEKSPORTAAL_ZGW_SECRET: z
    .string()
    .min(32, 'needs at least 32 characters')
    .optional()
    .describe('secret of that client'),
  PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID: z
    .enum(VERTROUWELIJKHEDEN)
    .default('openbaar')
    .describe(
      'highest level that the aanvrager may read: `openbaar`, `beperkt_openbaar`, `intern` or `zaakvertrouwelijk`',
    ),
  PUBLIEKSPORTAAL_ZGW_UPLOAD: flag.describe(
    '`1`: files that an aanvrager sends for such a zaak go there, and not to the zaaksysteem',
  ),
}

const NEEDED = Object.entries(zgwVariables).flatMap(([name, variable]) =>
  variable.safeParse(undefined).data === undefined ? [name] : [],
)

/** The variables that hold an address. */
export const ZGW_CALLS = NEEDED.filter((name) => name.endsWith('_API'))

export function zgwRules(env: Record<string, unknown>, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void {
  const missing = NEEDED.filter((name) => !env[name])
  if (missing.length === NEEDED.length && !env.PUBLIEKSPORTAAL_ZGW_UPLOAD) return
  for (const name of missing) {
    addIssue({ code: 'custom', path: [name], message: 'is needed to read a ZGW registratie, with the others' })
  }
}
