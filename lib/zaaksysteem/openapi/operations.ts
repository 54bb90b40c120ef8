import { descriptionOf } from '#lib/platform/openapi/description-operations.ts'
import { partsOf } from '#lib/platform/openapi/transition.ts'
import {
  abonnementHervatten,
  abonnementPauzeren,
  abonnementVerifieren,
  geheimWisselen,
  toestemmingGeven,
  toestemmingGevenMetPost,
} from '../abonnement/api/abonnement-acties.ts'
import { abonnementenLezen, abonnementLezen, abonnementVerwijderen } from '../abonnement/api/abonnement-operations.ts'
import { abonnementRegistreren } from '../abonnement/api/abonnement-registreren.ts'
import { abonnementAanpassen, abonnementWijzigen } from '../abonnement/api/abonnement-wijzigen.ts'
import { answerBy } from '../api/answer-request.ts'
import type { ApiOperation } from '../api/operation.ts'
import { asyncapiDocument } from '../asyncapi/asyncapi-document.ts'
import { bereikbaarhedenMelden, bewijzenMelden } from '../bewijs/bewijzen-melden.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { doorlooptijdenLezen } from '../doorlooptijd/doorlooptijden-lezen.ts'
import { bezorgingenLezen, bezorgingHerhalen, herstelLezen, herstelVragen } from '../herstel/herstel-operations.ts'
import { pogingenLezen } from '../herstel/pogingen-lezen.ts'
import { inzendingDoorgeven } from '../inzending/inzending-doorgeven.ts'
import { vragenLezen } from '../inzending/vragen-lezen.ts'
import { proefberichtSturen } from '../proefbericht/proefbericht-sturen.ts'
import { gebeurtenisLezen } from '../stroom/gebeurtenis-lezen.ts'
import { gebeurtenissenLezen } from '../stroom/gebeurtenissen-lezen.ts'
import { bestandSturen } from '../zaak/api/document/bestand-sturen.ts'
import { documentOphalen } from '../zaak/api/document/document-ophalen.ts'
import {
  internDocumentIntrekken,
  internDocumentOphalen,
  internDocumentToevoegen,
  interneDocumentenLezen,
} from '../zaak/api/document/interne-documenten.ts'
import { HANDELING_OPERATIONS } from '../zaak/api/handeling-operations.ts'
import { vertrouwelijkheidZetten } from '../zaak/api/vertrouwelijkheid-zetten.ts'
import { zaakRegistreren } from '../zaak/api/zaak-registreren.ts'
import { zaakVerdelen } from '../zaak/api/zaak-verdelen.ts'
import { zaakVerwijderen } from '../zaak/api/zaak-verwijderen.ts'
import { zaakLezen, zakenLezen } from '../zaak/api/zaken-lezen.ts'
import { openapiDocument } from './openapi-document.ts'
import { schemaLezen } from './schema-lezen.ts'
import { adressenLezen, sleutelsLezen } from './sleutels-lezen.ts'
import { webhooksDocument } from './webhooks-document.ts'

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
