import openapiTs, { astToString } from 'openapi-typescript'

/**
 * The types that openapi-typescript makes of a document. It needs the compiler API of TypeScript 5, which 7 does not
 * have; so this folder is a package, and npm gives it a TypeScript of its own.
 */
export async function generateTypes(document: object): Promise<string> {
  // Else who writes must say what has a default.
  const options = { defaultNonNullable: false }
  return astToString(await openapiTs(document as Parameters<typeof openapiTs>[0], options))
}
