import type { Metadata } from 'next'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { ApiClientBreadcrumb } from '../../api-client-breadcrumb.tsx'
import { loadOpenApiClient } from '../../load-api-client.ts'
import { apiClientPath } from '../../paths.ts'
import { revokeApiClientAction } from './revoke-api-client-action.ts'

const { intrekken } = apiClients

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: intrekken.titel((await loadOpenApiClient((await params).id)).naam) }
}

/** A page of its own, which lists what ends, so that nobody does this by one wrong click. */
export default async function IntrekkenPage({ params }: Props) {
  const client = await loadOpenApiClient((await params).id)
  const { id, naam, abonnementen } = client
  return (
    <>
      <ApiClientBreadcrumb client={client} current={apiClients.detail.intrekken} />
      <Heading level={1}>{intrekken.titel(naam)}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{intrekken.uitleg}</Paragraph>
        <ul>
          {intrekken.gevolgen.map((gevolg) => (
            <li key={gevolg}>{gevolg}</li>
          ))}
          {abonnementen.length > 0 && <li>{intrekken.abonnementen(abonnementen.length)}</li>}
        </ul>
        <Paragraph>{intrekken.wissel}</Paragraph>
        <form action={revokeApiClientAction} className="staff-buttons">
          <input type="hidden" name="clientId" value={id} />
          <SubmitButton busy={intrekken.bezig} className="staff-danger">
            {intrekken.knop}
          </SubmitButton>
          <Link href={apiClientPath(id)}>{apiClients.formulier.annuleren}</Link>
        </form>
      </section>
    </>
  )
}
