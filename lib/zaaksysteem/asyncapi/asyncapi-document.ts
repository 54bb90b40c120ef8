import { CREDENTIALS } from '#lib/contract/beschrijving/bezorgingen.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { schemaRenderer } from '#lib/platform/openapi/describe-schema.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { CHANNELS, type Channel } from './channels.ts'
import type { Message } from './messages.ts'

const ofBezorgingen = Object.entries(CREDENTIALS).map(([name, credential]) => [
  name,
  // The name in AsyncAPI of an OpenAPI API key in a header.
  credential.type === 'apiKey' ? { ...credential, type: 'httpApiKey' } : credential,
])

const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of an API client with the scope `gebeurtenissen.lezen`. Send it in `Authorization`, never in the URL.',
  },
  nats: {
    type: 'userPassword',
    description: 'The user name and password from the abonnement (`sinkcredential` of type PLAIN).',
  },
  ...Object.fromEntries(ofBezorgingen),
}

const securityOf = (...names: string[]) => names.map((name) => ({ $ref: `#/components/securitySchemes/${name}` }))

const HTTP_BINDING_VERSION = '0.3.0'
const WS_BINDING_VERSION = '0.1.0'
const NATS_BINDING_VERSION = '0.1.0'
const API = '/api/zaaksysteem/v1'

const DESCRIPTION = `
The channels over which the zaaksysteem sends its events. Each event is a CloudEvent in JSON, with the same bytes over every
channel. A client with an endpoint registers an abonnement and gets deliveries, over HTTP or NATS; a client without one reads a
stream. Accept unknown types and attributes, because later versions may add them.`.trim()

type Ctx = {
  env: Pick<ZaaksysteemContext['env'], 'ZAAKSYSTEEM_URL' | 'ZAAKSYSTEEM_API_CONTACT' | 'ZAAKSYSTEEM_SOURCE'>
}
type Render = ReturnType<typeof schemaRenderer>['render']

/** Returns the AsyncAPI 3 document of the events that the zaaksysteem sends. */
export function asyncapiDocument({ env }: Ctx) {
  const { ZAAKSYSTEEM_URL: url, ZAAKSYSTEEM_API_CONTACT: email, ZAAKSYSTEEM_SOURCE: source } = env
  const { render, components: schemas } = schemaRenderer()
  const entries = Object.entries(CHANNELS)
  const channels = Object.fromEntries(entries.map(([name, channel]) => [name, toChannel(channel, render)]))
  const operations = Object.fromEntries(
    entries.map(([name, channel]) => [channel.operation, toOperation(name, channel, render)]),
  )
  return {
    asyncapi: '3.0.0',
    id: source,
    info: {
      title: 'Zaaksysteem: gebeurtenissen',
      version: API_HEADERS['API-Version'],
      description: DESCRIPTION,
      contact: { name: 'Functioneel beheer zaaksysteem', url, ...(email && { email }) },
      license: { name: 'EUPL-1.2' },
      externalDocs: { url: `${url}${API}/openapi.json`, description: 'The API that these channels belong to.' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: serversOf(new URL(url)),
    channels,
    operations,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  }
}

function serversOf({ host, protocol }: URL) {
  const isSecure = protocol === 'https:'
  return {
    api: { host, pathname: API, protocol: isSecure ? 'https' : 'http', description: 'The zaaksysteem.' },
    stroom: { host, pathname: API, protocol: isSecure ? 'wss' : 'ws', description: 'The zaaksysteem, over WebSocket.' },
    sink: {
      host: '{host}',
      protocol: 'https',
      description: 'The sink of an abonnement over HTTP.',
      variables: { host: { description: 'The host of the sink.', default: 'portaal.voorbeeld.example' } },
    },
    nats: {
      host: '{host}',
      protocol: 'nats',
      description: 'The NATS server of an abonnement, with TLS.',
      variables: { host: { description: 'The host and port of the sink.', default: 'nats.voorbeeld.example:4222' } },
    },
  }
}

function toChannel({ server, messages, websocket, closeCodes, ...channel }: Channel, render: Render) {
  const { address, title, description, parameters } = channel
  return {
    address,
    title,
    description,
    ...(parameters && { parameters }),
    servers: [{ $ref: `#/servers/${server}` }],
    messages: Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, toMessage(message, render)])),
    ...(websocket && {
      bindings: {
        ws: {
          method: 'GET',
          query: render(websocket.query, 'input'),
          headers: render(websocket.headers, 'input'),
          bindingVersion: WS_BINDING_VERSION,
        },
      },
    }),
    ...(closeCodes && { 'x-close-codes': closeCodes }),
  }
}

function toMessage({ headers, payload, example, ...message }: Message, render: Render) {
  return {
    ...message,
    ...(headers && { headers: render(headers) }),
    payload: render(payload),
    examples: [{ payload: example }],
  }
}

function toOperation(name: string, { title, security, http, server }: Channel, render: Render) {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${name}` },
    title,
    security: securityOf(...security),
    bindings: {
      ...(http && {
        http: {
          method: http.method,
          ...(http.query && { query: render(http.query, 'input') }),
          bindingVersion: HTTP_BINDING_VERSION,
        },
      }),
      ...(server === 'nats' && { nats: { bindingVersion: NATS_BINDING_VERSION } }),
    },
  }
}
