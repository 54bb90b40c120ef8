import * as fs from 'node:fs'
import { join } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Document, Spectral } from '@stoplight/spectral-core'
import * as Parsers from '@stoplight/spectral-parsers'
import { bundleAndLoadRuleset } from '@stoplight/spectral-ruleset-bundler/with-loader'

const NL_API_DESIGN_RULES = join(import.meta.dirname, 'nl-api-design-rules.spectral.yaml')

/** What the NL API Design Rules find in an OpenAPI document, of any severity. */
export async function nlApiDesignFindings(document: object): Promise<string[]> {
  const spectral = new Spectral()
  spectral.setRuleset(await bundleAndLoadRuleset(NL_API_DESIGN_RULES, { fs, fetch }))
  const findings = await spectral.run(new Document(JSON.stringify(document), Parsers.Json))
  return findings.map(({ code, message, path }) => `${code} ${message} at ${path.join('/')}`)
}

/** What the recommended rules of Redocly find, of any severity. */
export async function redoclyFindings(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const absoluteRef = 'openapi.json'
  const findings = await lintFromString({ source: JSON.stringify(document), absoluteRef, config })
  return findings.map(({ ruleId, message, location }) => `${ruleId} ${message} at ${location[0]?.pointer}`)
}
