import type { Metadata } from 'next'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { STROOM_CLOSE_CODES, STROOM_CLOSE_MEANINGS, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { readStreamReader } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { SSE_VOORBEELD, stroomCommands } from '#lib/ontwikkelaars/stromen/stroom-commands.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { egressAddresses } from '#lib/zaaksysteem/egress/egress-addresses.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Prose } from '../paginas/prose.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.bezorgen }
}

const CLOSE_REASONS = Object.keys(STROOM_CLOSE_CODES) as StroomClose[]

const TOEGANG_ABONNEMENT = {
  protocol: 'HTTP',
  sink: 'https://example.org/webhooks',
  protocolsettings: {
    headers: { 'X-Api-Key': '…' },
    oauth2: { tokenendpoint: 'https://login.example.org/token', clientid: 'zaakbode', clientsecret: '…' },
    clientcertificate: { certificate: '-----BEGIN CERTIFICATE-----…', key: '-----BEGIN PRIVATE KEY-----…' },
  },
  sinkcredential: { credentialtype: 'STANDARDWEBHOOKS' },
} as const satisfies AbonnementRequest

const NATS_ABONNEMENT = {
  protocol: 'NATS',
  sink: 'tls://nats.example.org:4222',
  protocolsettings: { subject: 'zaken.gebeurtenissen', stream: 'ZAKEN' },
  sinkcredential: { credentialtype: 'PLAIN', identifier: 'zaakbode', secret: '…' },
} as const satisfies AbonnementRequest

export default async function BezorgenPage() {
  const env = zaaksysteemEnv()
  const { sse, websocket } = stroomCommands({ url: env.ZAAKSYSTEEM_URL })
  const addresses = egressAddresses(env)
  const { text: streamReader } = await readStreamReader()
  return (
    <Prose
      pagina="bezorgen"
      insets={{
        sse,
        'sse-voorbeeld': SSE_VOORBEELD,
        websocket,
        'read-stream': streamReader,
        sluitcodes: (label = '', code = '', naam = '', betekenis = '') => (
          <Table
            label={label}
            rows={CLOSE_REASONS}
            keyOf={(reason) => reason}
            columns={[
              { name: code, cell: (reason) => STROOM_CLOSE_CODES[reason] },
              { name: naam, cell: (reason) => <code>{reason}</code> },
              { name: betekenis, cell: (reason) => <span lang="en">{STROOM_CLOSE_MEANINGS[reason]}</span> },
            ]}
          />
        ),
        adressen: (netwerk = '', uitleg = '', niets = '') =>
          addresses ? (
            <>
              <Paragraph>{uitleg}</Paragraph>
              <Table
                label={netwerk}
                rows={addresses.prefixes.flatMap((prefix) => Object.values(prefix))}
                keyOf={(network) => network}
                columns={[{ name: netwerk, cell: (network) => <code>{network}</code> }]}
              />
            </>
          ) : (
            <Paragraph>{niets}</Paragraph>
          ),
        toegang: JSON.stringify(TOEGANG_ABONNEMENT, null, 2),
        nats: JSON.stringify(NATS_ABONNEMENT, null, 2),
      }}
    />
  )
}
