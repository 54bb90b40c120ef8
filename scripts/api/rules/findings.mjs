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
/** `DiagnosticSeverity` up to here; beyond it the parser of AsyncAPI only informs, as that there is a newer version. */
const WARNING = 1

/**
 * What the NL API Design Rules find in an OpenAPI document, of any severity.
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
 * What the recommended rules of Redocly find, of any severity.
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
 * What is wrong with an AsyncAPI document, and what its parser warns of.
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
 * The types that openapi-typescript makes of an OpenAPI document. It needs the compiler API of TypeScript 5, which 7 does
 * not have.
 *
 * @param {object} document
 * @returns {Promise<string>}
 */
export async function generateTypes(document) {
  // `defaultNonNullable` would have whoever writes a request give the members that have a default.
  return astToString(await openapiTs(document, { defaultNonNullable: false }))
}
