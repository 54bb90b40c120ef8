import { z } from 'zod'
import { ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { line } from '#lib/contract/text.ts'
import { statuscode } from '#lib/contract/zaak-event.ts'
import { type ZaakResource, zaakResource, zaakResourceZonderBsn } from '#lib/contract/zaak-resource.ts'
import { jsonResponse, type ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { entityTag } from '#lib/platform/negotiation/negotiation.ts'
import { wholeNumber } from '#lib/platform/openapi/whole-number.ts'
import type { ApiClient } from '../../api/api-client.ts'
import { ZAAK } from '../../api/examples.ts'
import { operation } from '../../api/operation.ts'
import { recordLook, type Seen } from '../../audit/record-look.ts'
import { findUnknownNames, type Named } from '../../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { findZaakResource, findZaakResources } from './resource/find-zaak-resource.ts'
import { findZakenPage } from './resource/find-zaken-page.ts'

/** A client without the scope `zaken.bsn.lezen` gets a zaak without its `initiator`. */
const visibleZaak = z.union([zaakResource.meta({ id: 'Zaak' }), zaakResourceZonderBsn.meta({ id: 'ZaakZonderBsn' })])

const page = z.object({ zaken: z.array(visibleZaak), volgende: z.uuid().nullable(), laatste: z.uuid().nullish() })

const SEARCH = ['identificatie', 'zaaktype', 'status', 'gewijzigdSinds'] as const

const isSearch = (query: Partial<Record<(typeof SEARCH)[number], unknown>>) =>
  SEARCH.some((name) => query[name] !== undefined)

const query = z.object({
  uuids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid('uuids must hold UUIDs, separated by commas.')).max(100, 'uuids holds at most 100 UUIDs.'))
    .optional()
    .describe('At most 100 UUIDs, separated by commas. Cannot be combined with search parameters.'),
  identificatie: line(40)
    .min(1, 'identificatie must not be empty.')
    .optional()
    .describe('Returns only the zaak with this number.'),
  zaaktype: line(80)
    .min(1, 'zaaktype must not be empty.')
    .optional()
    .describe('Returns only zaken of the zaaktype with this identificatie.'),
  status: statuscode
    .optional()
    .describe(
      'Returns only zaken with this code as their present `status`. A closed zaak has the `statuscode` of its resultaat, not that of the eindstatus.',
    ),
  gewijzigdSinds: z.iso
    .datetime({
      offset: true,
      error: 'gewijzigdSinds must be a time such as 2026-11-26T09:30:00Z; write a + as %2B.',
    })
    .transform((text) => new Date(text))
    .optional()
    .describe('Returns only zaken with an event at or after this time (RFC 3339), ordered by their last event.'),
  na: z
    .uuid('na must be a UUID.')
    .optional()
    .describe('The cursor: `volgende` of the previous page. Default: the first page.'),
  limiet: wholeNumber({ minimum: 1, maximum: 100, message: 'limiet must be a whole number from 1 to 100.' })
    .default(100)
    .describe('The maximum number of zaken on a page.'),
})

const named = z.object({
  zaaktype: query.shape.zaaktype.catch(undefined),
  status: query.shape.status.catch(undefined),
})

/** Returns the errors for names that do not exist, whatever else is wrong with the query. */
async function findUnknown(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  asked: unknown,
  client: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const given = Object.entries(named.parse(asked)) as [Named['kind'], string | undefined][]
  return findUnknownNames(
    ctx,
    given.flatMap(([kind, name]) => (name === undefined ? [] : [{ kind, name, parameter: kind }])),
    client,
  )
}

export const zakenLezen = operation({
  on: 'GET /zaken',
  id: 'zakenLezen',
  tag: 'Zaken',
  summary: 'List or search zaken',
  description:
    'Returns pages of zaken, ordered by uuid. `volgende` is the cursor for `na` of the next page; null on the last page. `laatste`, on the first page of all zaken, is the uuid of the last zaak at that moment. A client that reads up to that uuid has every zaak that existed when it began.\n\nSearch parameters can be combined. With `gewijzigdSinds` the zaken are ordered by their last change. Each such page scans a limited number of changes, so it can hold few or no zaken while `volgende` is not null. Start the next search a few minutes before the end of the last one, because a change gets its time shortly before it can be read. To read each single change, use `GET /gebeurtenissen`.\n\nA zaaktype or status that does not exist is refused with 400 `name_unknown`. With `uuids` the response holds the given zaken that exist. The scope `zaken.bsn.lezen` adds `initiator`. A token that is limited to some zaaktypen gets only their zaken.',
  scope: 'zaken.lezen',
  query,
  answers: {
    200: {
      description: 'A page of zaken.',
      schema: page.meta({ id: 'ZakenPage' }),
      example: { zaken: [ZAAK], volgende: null, laatste: ZAAK_ID },
    },
  },
  problems: {
    uuids_alone: { status: 400, detail: `uuids cannot be combined with ${SEARCH.join(', ')}.` },
    name_unknown: { status: 400, detail: 'No zaak can have this zaaktype or status; see errors.' },
  },
  findMore: findUnknown,
  async handle(ctx, { caller, actor, query: { uuids, zaaktype, ...wanted }, refuse }) {
    const isSearched = isSearch({ zaaktype, ...wanted })
    if (uuids && isSearched) return refuse('uuids_alone')
    const begonnenOp = ctx.clock()
    const unknown = await findUnknown(ctx, { zaaktype, status: wanted.status }, caller)
    if (unknown.length > 0) return refuse('name_unknown', { errors: unknown })
    const zaaktypen = zaaktype === undefined ? caller.zaaktypen : [zaaktype]
    const { zaken, ...rest } = uuids
      ? { zaken: await findZaakResources(ctx, uuids, caller), volgende: null }
      : await findZakenPage(ctx, { ...wanted, zaaktypen })
    // A page of all zaken is recorded by its first and last uuid, other results per zaak.
    const look =
      uuids || isSearched
        ? { handeling: 'zaak_bekijken' as const, seen: zaken.map(seenZaak) }
        : { handeling: 'zaken_ophalen' as const, seen: seenPage(zaken) }
    await recordLook(ctx, { actor, begonnenOp, ...look })
    return jsonResponse({ zaken: zaken.map((zaak) => visibleTo(caller, zaak)), ...rest })
  },
})

/** Returns the parts of a zaak that this API client may read: the initiator needs a scope of its own. */
function visibleTo({ scopes }: ApiClient, zaak: ZaakResource): z.infer<typeof visibleZaak> {
  if (scopes.includes('zaken.bsn.lezen')) return zaak
  const { initiator, ...rest } = zaak
  return rest
}

/** Returns the look at one zaak, which the audittrail finds by its zaak. */
function seenZaak({ uuid: id, initiator }: ZaakResource): Seen {
  return { zaak: { id, bsn: 'bsn' in initiator ? initiator.bsn : null } }
}

/**
 * Returns the looks of a page: one for the page, and one for each gevoelige zaak. One per zaak would
 * flood the audittrail when a client reads everything. Pages are in order of uuid, so the first and
 * last uuid define the page.
 */
function seenPage(zaken: readonly ZaakResource[]): Seen[] {
  const [first, last] = [zaken[0], zaken.at(-1)]
  if (!first || !last) return []
  return [
    { object: { soort: 'zaken', id: `${first.uuid}/${last.uuid}` }, aantal: zaken.length },
    ...zaken.filter(({ gevoelig }) => gevoelig).map(seenZaak),
  ]
}

export const zaakLezen = operation({
  on: 'GET /zaken/{uuid}',
  id: 'zaakLezen',
  tag: 'Zaken',
  summary: 'Get a zaak',
  description: 'Returns the zaak with its history, including the data that events leave out.',
  scope: 'zaken.lezen',
  answers: {
    200: {
      description: 'The zaak.',
      schema: visibleZaak,
      headers: {
        ETag: z
          .string()
          .describe('The entity tag of the zaak. It begins with the versie.')
          .meta({ example: '"2-kJ0fYv1b3mJx6Zq8sT4uWw"' }),
      },
      example: ZAAK,
    },
  },
  problems: { zaak_not_found: { status: 404, detail: 'There is no zaak with this uuid.' } },
  async handle(ctx, { caller, actor, params: { uuid }, refuse }) {
    const begonnenOp = ctx.clock()
    const zaak = await findZaakResource(ctx, uuid, caller)
    if (!zaak) return refuse('zaak_not_found')
    await recordLook(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, seen: [seenZaak(zaak)] })
    const visible = visibleTo(caller, zaak)
    // DELETE takes it as If-Match.
    const headers = { ETag: entityTag(JSON.stringify(visible), `${zaak.versie}-`) }
    return jsonResponse(visible, { headers })
  },
})
