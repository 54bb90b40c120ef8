import { CREDENTIALS } from '#lib/contract/beschrijving/deliveries.ts'

const ofBezorgingen = Object.entries(CREDENTIALS).map(([name, credential]) => [
  name,
  // What OpenAPI calls an API key in a header.
  credential.type === 'apiKey' ? { ...credential, type: 'httpApiKey' } : credential,
])

export const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of an API client with the scope `gebeurtenissen.lezen`. It goes in `Authorization`, never in the URL.',
  },
  nats: {
    type: 'userPassword',
    description: 'The user and password that the abonnement gave (`sinkcredential` of type PLAIN).',
  },
  ...Object.fromEntries(ofBezorgingen),
}

export const securityOf = (...names: string[]) =>
  names.map((name) => ({ $ref: `#/components/securitySchemes/${name}` }))
