import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneTestDatabase } from '#lib/platform/postgres/test-database.ts'
import { diffSchema } from './with-schema-engine.ts'

describe.each(['zaaksysteem', 'publieksportaal'] as const)('%s', (system) => {
  let database: Awaited<ReturnType<typeof cloneTestDatabase>>

  beforeAll(async () => {
    database = await cloneTestDatabase(system)
  })

  afterAll(() => database.drop())

  test('the migrations hold all that the schema says', async () => {
    expect(await diffSchema({ connectionString: database.url, schemaDir: `prisma/${system}` })).toBe('')
  })

  test('what the schema says more becomes SQL', async () => {
    const schemaDir = mkdtempSync(join(tmpdir(), 'zaakbode-schema-'))
    const schema = readFileSync(`prisma/${system}/schema.prisma`, 'utf8')
    writeFileSync(join(schemaDir, 'schema.prisma'), `${schema}\nmodel Nieuw {\n  id Int @id\n}\n`)
    expect(await diffSchema({ connectionString: database.url, schemaDir })).toContain('CREATE TABLE "Nieuw"')
    rmSync(schemaDir, { recursive: true })
  })
})
