import { POSITIE_EVENT } from '#lib/contract/gebeurtenissen-page.ts'
import { downloadReceiver, jwksUrlOf, LOCAL_SINK, PUBLIC_SINK, startReceiver } from './snippets/receiver-commands.ts'

/** The address at which `zaakbode luister` serves the keys that it signs with. */
const OWN_KEYS = 'http://127.0.0.1:4001/jwks.json'

type StartCommands = Record<
  | 'klaarzetten'
  | 'proberen'
  | 'luisteren'
  | 'ontvangen'
  | 'abonneren'
  | 'opnieuw'
  | 'registreren'
  | 'wijzigen'
  | 'opruimen',
  string
>

/** In seconds. Short, so that a developer who restarts a receiver does not wait long. */
const SHORT_SCHEDULE = [5, 10, 30, 60, 60, 60, 60, 60, 60, 60]

const AUTHORIZATION = '-H "Authorization: Bearer $TOKEN"'
/** A random idempotency key, without uuidgen, which not every machine has. */
const ONCE = `-H "Idempotency-Key: $(od -An -N16 -tx1 /dev/urandom | tr -cd 0-9a-f)"`
const JSON_TYPE = "-H 'Content-Type: application/json'"

/**
 * Returns the commands of the quick start for a POSIX shell, each ready to copy.
 *
 * @param options.token - of the demo, where a local receiver is allowed; elsewhere the reader fills it in
 * @param options.caFile - the CA file for curl and Node.js, when the CA is not publicly trusted
 * @param options.naam - of the abonnement
 * @param options.initiator - the aanvrager of the zaak that the reader opens
 */
export function startCommands(options: {
  url: string
  source: string
  origin: string
  token: string | undefined
  caFile: string | undefined
  naam: string
  initiator: { naam: string } & ({ bsn: string } | { kvkNummer: string })
}): StartCommands {
  const { url, source, origin, token, caFile, naam, initiator } = options
  const sink = token ? LOCAL_SINK : PUBLIC_SINK
  const abonnement = {
    protocol: 'HTTP',
    sink,
    sinkcredential: { credentialtype: 'JWT' },
    naam,
    config: { herhaalschema: SHORT_SCHEDULE },
  }
  const zaak = { zaaktype: 'APV-EVEN', omschrijving: 'Proef van een ontvanger', initiator }
  const status = { versie: 1, statustype: 'aanvraag_compleet' }
  const post = (path: string, ...headers: string[]) =>
    [`curl -s "$API/${path}"`, AUTHORIZATION, JSON_TYPE, ...headers].join(' \\\n  ')
  /** Shows the response too, so that a refusal is visible. Uses grep: a reader may lack Node.js or jq. */
  const memberOf = (name: string) => `tee /dev/stderr | grep -o '"${name}":"[^"]*"' | head -n 1 | cut -d '"' -f 4`
  const receiver = (at: string, jwksUrl: string) => startReceiver({ sink: at, source, origin, jwksUrl, taal: 'node' })
  return {
    klaarzetten: [
      `export API=${url}/api/zaaksysteem/v1`,
      `export TOKEN='${token ?? '…'}'`,
      ...(caFile ? [`export CURL_CA_BUNDLE='${caFile}' NODE_EXTRA_CA_CERTS='${caFile}'`] : []),
    ].join('\n'),
    proberen: [...downloadReceiver(url, 'node'), receiver(LOCAL_SINK, OWN_KEYS)].join('\n'),
    luisteren: `ZAAKBODE_API="$API" ZAAKBODE_TOKEN="$TOKEN" \\\n  npx --yes ${url}/ontwikkelaars/zaakbode.tgz luister --naar ${LOCAL_SINK} --origin ${origin}${token ? ' --vanaf 0' : ''}`,
    ontvangen: receiver(sink, jwksUrlOf(url)),
    abonneren: `ABONNEMENT=$(${post('abonnementen')} \\\n  -d '${JSON.stringify(abonnement)}' | ${memberOf('id')})\ncurl -s "$API/abonnementen/$ABONNEMENT" ${AUTHORIZATION}`,
    opnieuw: `curl -s -X POST "$API/abonnementen/$ABONNEMENT/verificatie" ${AUTHORIZATION}`,
    registreren: `ZAAK=$(${post('zaken', ONCE)} \\\n  -d '${JSON.stringify(zaak)}' | ${memberOf('uuid')})`,
    wijzigen: `${post('zaken/$ZAAK/statussen', ONCE)} \\\n  -d '${JSON.stringify(status)}'`,
    opruimen: `curl -s -X DELETE "$API/abonnementen/$ABONNEMENT" ${AUTHORIZATION}`,
  }
}

/** Returns the commands that read a stroom. They use `API` and `TOKEN` as the quick start sets them. */
export function stroomCommands({ url }: { url: string }): Record<'sse' | 'websocket', string> {
  return {
    sse: `curl -sN "$API/gebeurtenissen" ${AUTHORIZATION} \\\n  -H 'Accept: text/event-stream'`,
    websocket: [
      `curl -fsSO ${url}/ontwikkelaars/code/node/read-stream.mjs`,
      'npm install ws',
      'node read-stream.mjs',
    ].join('\n'),
  }
}

/** The start of a stroom of server-sent events, including the first event. */
export const SSE_VOORBEELD = `retry: 1000
id: 4710
event: ${POSITIE_EVENT}
data: 4710

id: 4711
data: {"specversion":"1.0","id":"019ad2f5-0f3b-7c21-8e04-5b6d2a9f8c10",…}`
