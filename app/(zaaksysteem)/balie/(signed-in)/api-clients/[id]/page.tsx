import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementName } from '../../../../abonnementen/abonnement-columns.tsx'
import { AbonnementStatusBadge } from '../../../../abonnementen/status-explanation.tsx'
import { typeLabel } from '../../../../abonnementen/type-options.ts'
import { BEHEERDER } from '../../../../abonnementen/viewer.ts'
import { labelOf, zaaktypeOptions } from '../../options.ts'
import { abonnementPath, apiClientPath, tokenPath } from '../../paths.ts'
import { scopesInWords } from '../api-client-fields.ts'
import { ApiClientBreadcrumb, DoneMessage, StandBadge } from '../api-client-parts.tsx'
import { loadApiClient } from '../load-api-client.ts'

const { detail, formulier } = apiClients

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadApiClient((await params).id)).naam }
}

export default async function ApiClientPage({ params, searchParams }: Props) {
  const client = await loadApiClient((await params).id)
  const { naam, stand, contact } = client
  return (
    <>
      <ApiClientBreadcrumb current={naam} />
      <div className="zb-line">
        <Heading level={1}>{naam}</Heading>
        <StandBadge stand={stand} />
      </div>
      <Paragraph soft className="staff-breakable">
        {contact}
      </Paragraph>
      <div className="staff-stack">
        <DoneMessage code={(await searchParams).gedaan} />
        <StandExplanation client={client} />
        {stand !== 'ingetrokken' && <Actions client={client} />}
        <Rights client={client} />
        <Tokens client={client} />
        <AbonnementenOfClient client={client} />
      </div>
    </>
  )
}

/** Explains why the client has no access or soon loses it; null for an active one. */
function StandExplanation({ client: { stand, verlooptOp, ingetrokkenOp } }: { client: ApiClientDetail }) {
  if (ingetrokkenOp) return <Alert>{detail.ingetrokken(shortMoment(ingetrokkenOp))}</Alert>
  if (stand === 'verlopen') return <Alert type="error">{detail.verlopen}</Alert>
  return stand === 'verloopt_binnenkort' && <Alert type="warning">{detail.binnenkort(shortMoment(verlooptOp))}</Alert>
}

function Actions({ client: { id } }: { client: ApiClientDetail }) {
  const path = apiClientPath(id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" className="zb-buttons" aria-label={detail.acties}>
      <ButtonLink href={`${path}/wijzigen`} appearance="secondary">
        {detail.wijzig}
      </ButtonLink>
      <ButtonLink href={`${path}/token`} appearance="secondary">
        {detail.nieuwToken}
      </ButtonLink>
      <ButtonLink href={`${path}/intrekken`} appearance="subtle">
        {detail.intrekken}
      </ButtonLink>
    </div>
  )
}

async function Rights({ client }: { client: ApiClientDetail }) {
  const { scopes, zaaktypen, types, verlooptOp, gemaaktOp, gemaaktDoorNaam } = client
  const zaaktypeNames = zaaktypeOptions(await findZaaktypen(zaaksysteem()))
  const gemaakt = shortMoment(gemaaktOp)
  const items = [
    { term: formulier.scopes, value: scopesInWords(scopes) },
    {
      term: formulier.zaaktypen,
      value: zaaktypen.map((zaaktype) => labelOf(zaaktypeNames, zaaktype)).join(', ') || detail.alleZaaktypen,
    },
    {
      term: formulier.types,
      value: types.map((type) => typeLabel(BEHEERDER, type)).join(', ') || detail.alleTypes,
    },
    { term: detail.verloopt, value: shortMoment(verlooptOp) },
    { term: detail.gemaakt, value: gemaaktDoorNaam ? detail.gemaaktDoor(gemaakt, gemaaktDoorNaam) : gemaakt },
  ]
  return (
    <section>
      <Heading level={2}>{detail.rechten}</Heading>
      <Card className="staff-facts">
        <DataList items={items} />
      </Card>
    </section>
  )
}

function Tokens({ client: { id: clientId, tokens } }: { client: ApiClientDetail }) {
  const kolom = detail.tokenKolom
  return (
    <section>
      <Heading level={2}>{detail.tokens}</Heading>
      {tokens.length === 0 && <Paragraph>{detail.geenTokens}</Paragraph>}
      {tokens.length > 0 && (
        <Table
          label={detail.tokens}
          rows={tokens}
          keyOf={({ id }) => id}
          columns={[
            { name: kolom.token, cell: ({ begin }) => <code>{begin}…</code> },
            { name: kolom.gemaakt, cell: ({ gemaaktOp }) => <Moment instant={gemaaktOp} /> },
            {
              name: kolom.gebruikt,
              cell: ({ laatstGebruiktOp }) => <Moment instant={laatstGebruiktOp} otherwise={apiClients.nooit} />,
            },
            {
              name: kolom.verloopt,
              cell: ({ verlooptOp }) => <Moment instant={verlooptOp} otherwise={detail.metClient} />,
            },
            {
              name: kolom.actie,
              isNameHidden: true,
              cell: ({ id, begin }) => (
                <Link href={tokenPath(clientId, id)}>
                  {detail.trekTokenIn}
                  <span className="zb-hidden">{detail.tokenVan(begin)}</span>
                </Link>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function AbonnementenOfClient({ client: { abonnementen, zaaktypen, types } }: { client: ApiClientDetail }) {
  const kolom = detail.abonnementKolom
  const isLimited = zaaktypen.length > 0 || types.length > 0
  return (
    <section>
      <Heading level={2}>{detail.abonnementen}</Heading>
      {abonnementen.length === 0 && <Paragraph>{detail.geenAbonnementen}</Paragraph>}
      {abonnementen.length > 0 && (
        <Table
          label={detail.abonnementen}
          rows={abonnementen}
          keyOf={({ id }) => id}
          columns={[
            {
              name: kolom.abonnement,
              cell: (abonnement) => (
                <Link href={abonnementPath(abonnement.id)} className="staff-row-link">
                  {abonnementName(abonnement)}
                </Link>
              ),
            },
            { name: kolom.status, cell: ({ status }) => <AbonnementStatusBadge viewer={BEHEERDER} status={status} /> },
          ]}
        />
      )}
      {isLimited && <Paragraph soft>{detail.beperkt}</Paragraph>}
    </section>
  )
}
