import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// Writes the Prisma clients of both systems into lib/<system>/generated. Calls Prisma's generator directly,
// because the CLI adds 120 packages and 210 MB for an editor, a database and a server that we never start.

// Uses require, because its ES modules import files without extension, which Node.js does not resolve.
const require = createRequire(import.meta.url)
const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts')
const { getInternalDMMF } = require('@prisma/get-dmmf')
const { get_config } = require('@prisma/prisma-schema-wasm')

const ROOT = join(import.meta.dirname, '../..')

for (const system of ['zaaksysteem', 'publieksportaal']) {
  const schemaPath = join(ROOT, 'prisma', system, 'schema.prisma')
  const datamodel = readFileSync(schemaPath, 'utf8')
  const files = [[schemaPath, datamodel]]
  const { config, errors } = JSON.parse(get_config(JSON.stringify({ prismaSchema: files, datasourceOverrides: {} })))
  const dmmf = getInternalDMMF({ datamodel: files })
  if (errors.length > 0 || 'error' in dmmf) throw new Error(JSON.stringify('error' in dmmf ? dmmf.error : errors))
  const [generator] = config.generators
  generator.output.value = join(ROOT, 'lib', system, 'generated')
  rmSync(generator.output.value, { recursive: true, force: true })
  await new PrismaClientTsGenerator().generate({
    generator,
    datasources: config.datasources,
    datamodel,
    schemaPath,
    dmmf,
    binaryPaths: {},
    version: '',
  })
}
