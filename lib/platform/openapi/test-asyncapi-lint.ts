import { Parser } from '@asyncapi/parser'

/** `DiagnosticSeverity` up to here; beyond it the parser only informs, as that there is a newer version. */
const WARNING = 1

/** What is wrong with an AsyncAPI document, and what its parser warns of. */
export async function asyncapiFindings(document: object): Promise<string[]> {
  const diagnostics = await new Parser().validate(JSON.stringify(document))
  return diagnostics
    .filter(({ severity }) => severity <= WARNING)
    .map(({ code, message, path }) => `${code} ${message} at ${path.join('/')}`)
}
