/** The client generators, with their versions, whose output we compile when the API document changes. */
export const GENERATORS = [
  {
    name: 'OpenAPI Generator',
    versions: ['7.25.0', '7.17.0'],
    makes: ['python', 'java (okhttp-gson, native)', 'typescript-fetch', 'typescript-axios', 'go'],
  },
  { name: 'oapi-codegen', versions: ['2.8.2'], makes: ['Go'] },
  { name: 'openapi-python-client', versions: ['0.29.1'], makes: ['Python'] },
  { name: 'openapi-typescript', versions: ['7.13.0'], makes: ['TypeScript'] },
] as const
