import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { ApiClientBreadcrumb } from '../api-client-breadcrumb.tsx'
import { DoneMessage } from '../done-message.tsx'
import { loadApiClient } from '../load-api-client.ts'
import { apiClientPath } from '../paths.ts'
import { StandBadge } from '../stand-badge.tsx'
import { AbonnementenOfClient } from './abonnementen-of-client.tsx'
import { Rights } from './rights.tsx'
import { Tokens } from './tokens.tsx'

const { detail } = apiClients

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
      <div className="staff-heading">
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

/** Why it cannot do anything, or soon will not; nothing when it goes on. */
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
