import { z } from 'zod'
import { ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { ZAAK } from '../../api/examples.ts'
import { operation } from '../../api/operation.ts'
import { recordLook } from '../../audit/record-look.ts'
import { findZaakResources } from './resource/find-zaak-resource.ts'
import { findZakenPage } from './resource/find-zaken-page.ts'
import { seenPage, seenZaak } from './resource/seen-zaken.ts'
import { visibleTo, visibleZaak } from './resource/visible-to.ts'

const page = z.object({ zaken: z.array(visibleZaak), volgende: z.uuid().nullable(), laatste: z.uuid().nullish() })

const query = z.object({
  uuids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid('uuids must hold UUIDs, separated by commas.')).max(100, 'uuids holds at most 100 UUIDs.'))
    .optional()
    .describe('UUIDs, separated by commas; at most 100.'),
  na: z.uuid('na must be a UUID.').optional(),
  limiet: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'limiet must be a whole number from 1 to 100.')
    .default('100')
    .transform(Number),
})

export const zakenLezen = operation({
  on: 'GET /zaken',
  id: 'zakenLezen',
  tag: 'Zaken',
  summary: 'Reads zaken, page by page or by name',
  description:
    'In order of uuid. `volgende` is the next `na`. `laatste`, on the first page, is the last zaak at that moment: whoever reads the pages up to that one has all zaken from before. With `uuids` those of them that exist. With the scope `zaken.bsn.lezen` also whose they are; of a token for some zaaktypen only those.',
  scope: 'zaken.lezen',
  query,
  answers: {
    200: {
      description: 'The zaken.',
      schema: page.meta({ id: 'ZakenPage' }),
      example: { zaken: [ZAAK], volgende: null, laatste: ZAAK_ID },
    },
  },
  async handle(ctx, { caller, actor, query: { uuids, ...wanted } }) {
    const begonnenOp = ctx.clock()
    const { zaken, ...rest } = uuids
      ? { zaken: await findZaakResources(ctx, uuids, caller), volgende: null }
      : await findZakenPage(ctx, { ...wanted, zaaktypen: caller.zaaktypen })
    const look = uuids
      ? { handeling: 'zaak_bekijken' as const, seen: zaken.map(seenZaak) }
      : { handeling: 'zaken_ophalen' as const, seen: seenPage(zaken) }
    await recordLook(ctx, { actor, begonnenOp, ...look })
    return jsonResponse({ zaken: zaken.map((zaak) => visibleTo(caller, zaak)), ...rest })
  },
})
