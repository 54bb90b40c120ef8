import { z } from 'zod'
import {
  dataschema,
  EVENT_TYPES_BY_NAME,
  type SentType,
  VOORBEELD_URL,
} from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { descriptionOf } from '#lib/platform/openapi/description-operations.ts'
import { partsOf } from '#lib/platform/openapi/transition.ts'
import { KeptBody, KeptResponse } from '#lib/platform/web-server/send-response.ts'
import {
  abonnementHervatten,
  abonnementPauzeren,
  abonnementVerifieren,
  geheimWisselen,
  toestemmingGeven,
  toestemmingGevenMetPost,
} from '#lib/zaaksysteem/abonnement/api/abonnement-acties.ts'
import {
  abonnementenLezen,
  abonnementLezen,
  abonnementVerwijderen,
} from '#lib/zaaksysteem/abonnement/api/abonnement-operations.ts'
import { abonnementRegistreren } from '#lib/zaaksysteem/abonnement/api/abonnement-registreren.ts'
import { abonnementAanpassen, abonnementWijzigen } from '#lib/zaaksysteem/abonnement/api/abonnement-wijzigen.ts'
import { answerBy } from '#lib/zaaksysteem/api/answer-request.ts'
import { type ApiOperation, operation } from '#lib/zaaksysteem/api/operation.ts'
import { asyncapiDocument } from '#lib/zaaksysteem/asyncapi/asyncapi-document.ts'
import { bereikbaarhedenMelden, bewijzenMelden } from '#lib/zaaksysteem/bewijs/bewijzen-melden.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { doorlooptijdenLezen } from '#lib/zaaksysteem/doorlooptijd/doorlooptijden-lezen.ts'
import {
  bezorgingenLezen,
  bezorgingHerhalen,
  herstelLezen,
  herstelVragen,
} from '#lib/zaaksysteem/herstel/herstel-operations.ts'
import { pogingenLezen } from '#lib/zaaksysteem/herstel/pogingen-lezen.ts'
import { inzendingDoorgeven } from '#lib/zaaksysteem/inzending/inzending-doorgeven.ts'
import { vragenLezen } from '#lib/zaaksysteem/inzending/vragen-lezen.ts'
import { proefberichtSturen } from '#lib/zaaksysteem/proefbericht/proefbericht-sturen.ts'
import { gebeurtenisLezen } from '#lib/zaaksysteem/stroom/gebeurtenis-lezen.ts'
import { gebeurtenissenLezen } from '#lib/zaaksysteem/stroom/gebeurtenissen-lezen.ts'
import { bestandSturen } from '#lib/zaaksysteem/zaak/api/document/bestand-sturen.ts'
import { documentOphalen } from '#lib/zaaksysteem/zaak/api/document/document-ophalen.ts'
import {
  internDocumentIntrekken,
  internDocumentOphalen,
  internDocumentToevoegen,
  interneDocumentenLezen,
} from '#lib/zaaksysteem/zaak/api/document/interne-documenten.ts'
import { HANDELING_OPERATIONS } from '#lib/zaaksysteem/zaak/api/handeling-operations.ts'
import { vertrouwelijkheidZetten } from '#lib/zaaksysteem/zaak/api/vertrouwelijkheid-zetten.ts'
import { zaakRegistreren } from '#lib/zaaksysteem/zaak/api/zaak-registreren.ts'
import { zaakVerdelen } from '#lib/zaaksysteem/zaak/api/zaak-verdelen.ts'
import { zaakVerwijderen } from '#lib/zaaksysteem/zaak/api/zaak-verwijderen.ts'
import { zaakLezen, zakenLezen } from '#lib/zaaksysteem/zaak/api/zaken-lezen.ts'
import { openapiDocument } from './openapi-document.ts'
import { adressenLezen, sleutelsLezen } from './sleutels-lezen.ts'
import { webhooksDocument } from './webhooks-document.ts'

const SCHEMA_CONTENT_TYPE = 'application/schema+json'
/** A cached schema stays usable: an addition does not invalidate data that matched before. */
const CACHE_CONTROL = 'public, max-age=86400'
const CORS = { 'Access-Control-Allow-Origin': '*' } as const

const schemaLezen = operation({
  on: 'GET /schemas/{type}',
  id: 'schemaLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'Get the JSON Schema of event data',
  description:
    'Each event refers to this schema with `dataschema`. Members may be added to it. A breaking change comes with another version of the API, at another URL.',
  path: { type: z.enum(Object.keys(EVENT_TYPES_BY_NAME)).describe('The last part of the event type.') },
  answers: {
    200: {
      description: 'JSON Schema 2020-12.',
      type: SCHEMA_CONTENT_TYPE,
      headers: {
        'Cache-Control': z.literal(CACHE_CONTROL),
        'Access-Control-Allow-Origin': z.literal('*').describe('Any website may read the response (CORS).'),
      },
      schema: z.looseObject({ $schema: z.url(), $id: z.url(), title: z.string() }).meta({ id: 'Gegevensschema' }),
      example: dataschema(VOORBEELD_URL, EVENT_TYPES.statuswijziging),
    },
  },
  problems: { not_found: { status: 404, detail: 'There is no such event type.' } },
  optionsHeaders: { ...CORS, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS' },
  async handle(ctx, { params: { type: name } }) {
    const type = EVENT_TYPES_BY_NAME[name] as SentType
    const kept = ctx.once(`schema ${name}`, () => {
      return new KeptBody(Buffer.from(JSON.stringify(dataschema(ctx.env.ZAAKSYSTEEM_URL, type))))
    })
    return new KeptResponse(kept, {
      ...API_HEADERS,
      ...CORS,
      'Cache-Control': CACHE_CONTROL,
      'Content-Type': SCHEMA_CONTENT_TYPE,
    })
  },
})

// The API rule for names in paths allows a dot in the first part only for openapi.
const BESIDE_OPENAPI = {
  at: '/v1',
  below: {
    path: '/api/zaaksysteem',
    description: 'A base path without the version, so that the path follows the NL API Design Rules.',
  },
} as const

/** All operations of the API, in the order of the document. Others are neither answered nor described. */
export const OPERATIONS: readonly ApiOperation[] = [
  zakenLezen,
  zaakRegistreren,
  zaakLezen,
  zaakVerwijderen,
  ...HANDELING_OPERATIONS,
  bestandSturen,
  internDocumentToevoegen,
  internDocumentIntrekken,
  interneDocumentenLezen,
  internDocumentOphalen,
  documentOphalen,
  zaakVerdelen,
  vertrouwelijkheidZetten,
  inzendingDoorgeven,
  vragenLezen,
  doorlooptijdenLezen,
  abonnementenLezen,
  abonnementRegistreren,
  abonnementLezen,
  abonnementWijzigen,
  abonnementAanpassen,
  abonnementVerwijderen,
  abonnementPauzeren,
  abonnementHervatten,
  abonnementVerifieren,
  geheimWisselen,
  toestemmingGeven,
  toestemmingGevenMetPost,
  bezorgingenLezen,
  pogingenLezen,
  herstelLezen,
  herstelVragen,
  proefberichtSturen,
  bezorgingHerhalen,
  gebeurtenissenLezen,
  gebeurtenisLezen,
  bewijzenMelden,
  bereikbaarhedenMelden,
  sleutelsLezen,
  adressenLezen,
  schemaLezen,
  ...descriptionOf({
    system: 'zaaksysteem',
    kind: 'openapi',
    title: 'This document',
    make: (ctx: ZaaksysteemContext) => openapiDocument(ctx, OPERATIONS),
  }),
  ...descriptionOf({
    system: 'zaaksysteem',
    kind: 'openapi',
    name: 'webhooks',
    title: 'Requests to a sink (OpenAPI 3.1)',
    ...BESIDE_OPENAPI,
    make: webhooksDocument,
  }),
  ...descriptionOf({
    system: 'zaaksysteem',
    kind: 'asyncapi',
    title: 'Channels of events (AsyncAPI 3)',
    ...BESIDE_OPENAPI,
    make: asyncapiDocument,
  }),
]

/** Returns the parts of the API that have an announced end. */
export const findTransitions = (ctx: ZaaksysteemContext) =>
  ctx.once('transitions', () =>
    [...partsOf(openapiDocument(ctx, OPERATIONS))].flatMap(([part, goes]) => (goes ? [{ part, ...goes }] : [])),
  )

export const answerApi = answerBy(OPERATIONS)
