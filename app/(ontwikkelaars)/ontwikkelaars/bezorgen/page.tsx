import { MAX_FILTERS } from '#lib/contract/abonnement-filters.ts'
import { type AbonnementRequest, GELIJKTIJDIG } from '#lib/contract/abonnement-resource.ts'
import { STROOM_CLOSE_CODES, STROOM_CLOSE_MEANINGS, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import { SSE_VOORBEELD, stroomCommands } from '#lib/ontwikkelaars/commands.ts'
import { readStreamReader } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { MAX_REQUEST_BYTES } from '#lib/platform/http/read-json-request.ts'
import { rateLimitHeaders } from '#lib/platform/openapi/rate-limit.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { handshakeQuota, MAX_ABONNEMENTEN } from '#lib/zaaksysteem/abonnement/client-limits.ts'
import { MAX_PER_REQUEST } from '#lib/zaaksysteem/bezorging/send/deliver.ts'
import { egressAddresses } from '#lib/zaaksysteem/egress/egress-addresses.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { MAX_PER_MINUTE } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { MAX_STROMEN_OF_CLIENT } from '#lib/zaaksysteem/stroom/start-stromen.ts'
import { Prose } from '../paginas/prose.tsx'
import { TOEGANG_ABONNEMENT, TOEGANG_WIJZIGING } from './toegang-abonnement.ts'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.bezorgen)

const CLOSE_REASONS = Object.keys(STROOM_CLOSE_CODES) as StroomClose[]

const COUNTED = OPERATIONS.flatMap(({ on, isCounted }) => (isCounted ? [on] : []))
const KIB = 1024

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
  const handshakes = handshakeQuota({ showsToken: env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined })
  const limits = {
    bericht: MAX_EVENT_BYTES / KIB,
    verzoek: MAX_REQUEST_BYTES / KIB,
    abonnementen: MAX_ABONNEMENTEN,
    handshakes: handshakes.most,
    proefberichten: MAX_PER_MINUTE,
    streams: MAX_STROMEN_OF_CLIENT,
    filters: MAX_FILTERS,
    gelijktijdig: GELIJKTIJDIG.most,
    standaard: GELIJKTIJDIG.standard,
    batch: MAX_PER_REQUEST,
  }
  const counted = rateLimitHeaders({ quota: handshakes, most: handshakes.most - 2, seconds: 3120 })
  return (
    <Prose
      pagina="bezorgen"
      values={Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, String(limit)]))}
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
        geteld: () => (
          <ul>
            {COUNTED.map((operation) => (
              <li key={operation}>
                <code>{operation}</code>
              </li>
            ))}
          </ul>
        ),
        ratelimit: Object.entries(counted)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n'),
        wijziging: JSON.stringify(TOEGANG_WIJZIGING, null, 2),
        nats: JSON.stringify(NATS_ABONNEMENT, null, 2),
      }}
    />
  )
}
