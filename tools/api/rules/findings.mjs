// @ts-nocheck its packages are installed only when a document changed
import * as fs from 'node:fs'
import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Document, Spectral } from '@stoplight/spectral-core'
import * as Parsers from '@stoplight/spectral-parsers'
import { bundleAndLoadRuleset } from '@stoplight/spectral-ruleset-bundler/with-loader'
import openapiTs, { astToString } from 'openapi-typescript'

const NL_API_DESIGN_RULES = join(import.meta.dirname, 'nl-api-design-rules.spectral.yaml')
/**
 * The highest `DiagnosticSeverity` reported; beyond it the AsyncAPI parser only informs, for example of a
 * newer version.
 */
const WARNING = 1

/**
 * Returns the violations of the NL API Design Rules in an OpenAPI document, of any severity.
 *
 * @param {object} document
 * @returns {Promise<string[]>}
 */
export async function nlApiDesignFindings(document) {
  const spectral = new Spectral()
  spectral.setRuleset(await bundleAndLoadRuleset(NL_API_DESIGN_RULES, { fs, fetch }))
  const findings = await spectral.run(new Document(JSON.stringify(document), Parsers.Json))
  return findings.map(({ code, message, path }) => `${code} ${message} at ${path.join('/')}`)
}

/**
 * Returns the violations of Redocly's recommended rules, of any severity.
 *
 * @param {object} document
 * @returns {Promise<string[]>}
 */
export async function redoclyFindings(document) {
  const config = await createConfig({ extends: ['recommended'] })
  const absoluteRef = 'openapi.json'
  const findings = await lintFromString({ source: JSON.stringify(document), absoluteRef, config })
  return findings.map(({ ruleId, message, location }) => `${ruleId} ${message} at ${location[0]?.pointer}`)
}

/**
 * Returns the errors and warnings about an AsyncAPI document.
 *
 * @param {object} document
 * @returns {Promise<string[]>}
 */
export async function asyncapiFindings(document) {
  const diagnostics = await new Parser().validate(JSON.stringify(document))
  return diagnostics
    .filter(({ severity }) => severity <= WARNING)
    .map(({ code, message, path }) => `${code} ${message} at ${path.join('/')}`)
}

/**
 * Returns the types that openapi-typescript generates. It needs the compiler API of TypeScript 5, which 7
 * lacks.
 *
 * @param {object} document
 * @returns {Promise<string>}
 */
export async function generateTypes(document) {
  // `defaultNonNullable` would make members with a default required in requests.
  return astToString(await openapiTs(document, { defaultNonNullable: false }))
}
