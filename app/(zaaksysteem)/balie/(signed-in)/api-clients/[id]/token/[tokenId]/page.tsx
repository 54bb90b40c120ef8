import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { ApiClientBreadcrumb } from '../../../api-client-breadcrumb.tsx'
import { loadOpenApiClient } from '../../../load-api-client.ts'
import { apiClientPath } from '../../../paths.ts'
import { withdrawTokenAction } from './withdraw-token-action.ts'

const { tokenIntrekken } = apiClients

type Props = { params: Promise<{ id: string; tokenId: string }> }

async function load({ params }: Props) {
  const { id, tokenId } = await params
  const client = await loadOpenApiClient(id)
  const token = client.tokens.find((one) => one.id === tokenId)
  return { client, token: token ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: tokenIntrekken.titel((await load(props)).token.begin) }
}

/** A page of its own, which says whether the token is in use, so that nobody stops a system by one wrong click. */
export default async function TokenIntrekkenPage(props: Props) {
  const { client, token } = await load(props)
  const { begin, laatstGebruiktOp } = token
  return (
    <>
      <ApiClientBreadcrumb client={client} current={tokenIntrekken.kort} />
      <Heading level={1}>{tokenIntrekken.titel(begin)}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{tokenIntrekken.uitleg}</Paragraph>
        <ul>
          <li>{tokenIntrekken.gevolg}</li>
          <li>{laatstGebruiktOp ? tokenIntrekken.gebruikt(shortMoment(laatstGebruiktOp)) : tokenIntrekken.nooit}</li>
          {client.tokens.length === 1 && <li>{tokenIntrekken.laatste}</li>}
        </ul>
        <form action={withdrawTokenAction} className="staff-buttons">
          <input type="hidden" name="clientId" value={client.id} />
          <input type="hidden" name="tokenId" value={token.id} />
          <SubmitButton busy={apiClients.formulier.bezig} className="staff-danger">
            {tokenIntrekken.knop}
          </SubmitButton>
          <Link href={apiClientPath(client.id)}>{apiClients.formulier.annuleren}</Link>
        </form>
      </section>
    </>
  )
}
