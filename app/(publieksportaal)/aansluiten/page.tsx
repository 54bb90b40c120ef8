import { exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { zaakResource } from '#lib/contract/zaak-resource.ts'
import { hasSystem } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { webhookUrl } from '#lib/publieksportaal/env.ts'
import { AFWIJZING_PROBLEMS } from '#lib/publieksportaal/receiver/afwijzing-response.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { aansluiten } from '#lib/ui/texts/aansluiten.ts'
import { PROEFDEUREN } from '../portaalbeheer/(signed-in)/paths.ts'
import { requiredMembers } from './required-members.ts'

const OPENAPI = '/api/publieksportaal/v1/openapi.json'
const OPENAPI_ZAAKSYSTEEM = '/api/zaaksysteem/v1/openapi.json'

const KID = '2026-11'
const { source, id, ...attributes } = exampleEvent(EVENT_TYPES.statuswijziging)
const GEBEURTENIS = JSON.stringify({ source, id, ...attributes }, null, 2)
const HOST = 'portaal.voorbeeld.example'
const PAD = '/api/publieksportaal/proefdeuren/…'
const ORIGIN = `${WEBHOOK_HEADERS.requestOrigin}: zaaksysteem.voorbeeld.example`
const json = (value: object) => JSON.stringify(value, null, 2)
const VOORBEELDEN = {
  sleutels: json({ keys: [{ kid: KID, alg: 'ES256', use: 'sig', kty: 'EC', crv: 'P-256', x: '…', y: '…' }] }),
  handshake: [
    `OPTIONS ${PAD} HTTP/1.1`,
    `Host: ${HOST}`,
    ORIGIN,
    `${WEBHOOK_HEADERS.requestRate}: 120`,
    '',
    'HTTP/1.1 204 No Content',
    'Allow: POST, OPTIONS',
    `${WEBHOOK_HEADERS.allowedOrigin}: zaaksysteem.voorbeeld.example`,
    `${WEBHOOK_HEADERS.allowedRate}: *`,
  ].join('\n'),
  tokenkop: json({ alg: 'ES256', typ: 'webhook+jwt', kid: KID }),
  claims: json({
    iss: source,
    aud: `https://${HOST}${PAD}`,
    sub: id,
    jti: '…',
    iat: 1795685400,
    exp: 1795685520,
    body_sha256: '…',
  }),
  bezorging: [
    `POST ${PAD} HTTP/1.1`,
    `Host: ${HOST}`,
    `Content-Type: ${EVENT_CONTENT_TYPE}`,
    `Content-Length: ${Buffer.byteLength(GEBEURTENIS)}`,
    ORIGIN,
    'Authorization: Bearer eyJhbGciOiJFUzI1NiIs…',
    '',
    GEBEURTENIS,
    '',
    'HTTP/1.1 204 No Content',
  ].join('\n'),
} as const

const NEEDED = requiredMembers(zaakResource, 'zaak')

/** The advice on retrying a refused message, by status. */
const AGAIN: Record<number, 'ja' | 'nooit'> = { 429: 'ja', 503: 'ja', 410: 'nooit' }

const ANSWERS = Object.entries(AFWIJZING_PROBLEMS)
  .map(([code, { status, detail }]) => ({ code, status, detail }))
  .sort((one, other) => one.status - other.status)

export default async function AansluitenPage() {
  const { titel, intro, documenten, contact, secties, voorbeelden, api, zaak, antwoorden, deur, gevallen } =
    aansluiten[await currentTaal()]
  const { env } = publieksportaal()
  const { PUBLIEKSPORTAAL_API_CONTACT: email } = env
  return (
    <>
      <div>
        <PageTitle>{titel}</PageTitle>
        <Paragraph>{intro}</Paragraph>
        {email ? (
          <Paragraph>
            {contact.mail} <PlainLink href={`mailto:${email}`}>{email}</PlainLink>
          </Paragraph>
        ) : (
          <Paragraph>{contact.gemeente}</Paragraph>
        )}
        <Heading level={2}>{documenten.kop}</Heading>
        <ul>
          <li>
            {documenten.adres} <code className="staff-breakable">{webhookUrl(env)}</code>
          </li>
          <li>
            <PlainLink href={OPENAPI}>{documenten.ontvanger}</PlainLink>
          </li>
          <li>
            {hasSystem('zaaksysteem') ? (
              <PlainLink href={OPENAPI_ZAAKSYSTEEM}>{documenten.api}</PlainLink>
            ) : (
              documenten.apiElders
            )}
          </li>
        </ul>
      </div>
      {secties.map(({ kop, alineas, punten = [] }) => (
        <section key={kop}>
          <Heading level={2}>{kop}</Heading>
          {alineas.map((alinea) => (
            <Paragraph key={alinea}>{alinea}</Paragraph>
          ))}
          {punten.length > 0 && <TextList ordered items={punten} />}
        </section>
      ))}
      <section>
        <Heading level={2}>{voorbeelden.kop}</Heading>
        {voorbeelden.uitleg.map((alinea) => (
          <Paragraph key={alinea}>{alinea}</Paragraph>
        ))}
        {Object.entries(VOORBEELDEN).map(([naam, voorbeeld]) => (
          <CodeBlock key={naam} caption={voorbeelden[naam as keyof typeof VOORBEELDEN]}>
            {voorbeeld}
          </CodeBlock>
        ))}
      </section>
      <section>
        <Heading level={2}>{api.kop}</Heading>
        <Paragraph>{api.uitleg}</Paragraph>
        <Table
          label={api.kop}
          rows={Object.entries(api.vragen)}
          keyOf={([vraag]) => vraag}
          columns={[
            { name: api.vraag, cell: ([vraag]) => <code>{vraag}</code> },
            { name: api.waarvoor, cell: ([, waarvoor]) => waarvoor },
          ]}
        />
      </section>
      <section>
        <Heading level={2}>{zaak.kop}</Heading>
        <Paragraph>{zaak.uitleg}</Paragraph>
        <Table
          label={zaak.kop}
          rows={NEEDED}
          keyOf={({ place, members }) => `${place} ${members}`}
          columns={[
            { name: zaak.plaats, cell: ({ place }) => <code>{place}</code> },
            { name: zaak.velden, cell: ({ members }) => <code className="staff-breakable">{members.join(', ')}</code> },
          ]}
        />
      </section>
      <section>
        <Heading level={2}>{antwoorden.kop}</Heading>
        <Paragraph>{antwoorden.uitleg}</Paragraph>
        <Table
          label={antwoorden.kop}
          rows={ANSWERS}
          keyOf={({ code }) => code}
          columns={[
            { name: antwoorden.status, cell: ({ status }) => status },
            { name: antwoorden.code, cell: ({ code }) => <code>{code}</code> },
            { name: antwoorden.betekenis, cell: ({ detail }) => <span lang="en">{detail}</span> },
            { name: antwoorden.opnieuw, cell: ({ status }) => antwoorden[AGAIN[status] ?? 'nee'] },
          ]}
        />
      </section>
      <section>
        <Heading level={2}>{deur.kop}</Heading>
        <Paragraph>{deur.uitleg}</Paragraph>
        {env.DEMO && (
          <Paragraph>
            {deur.demo} <PlainLink href={PROEFDEUREN}>{deur.demoLink}</PlainLink>
          </Paragraph>
        )}
        <Paragraph>{deur.antwoord}</Paragraph>
        <Heading level={3}>{deur.watTitel}</Heading>
        <ul>
          {Object.values(gevallen).map((geval) => (
            <li key={geval}>{geval}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
