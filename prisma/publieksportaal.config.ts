import { defineConfig } from 'prisma/config'

// `prisma generate` does not run the schema engine; naming any program here keeps the CLI from downloading it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'publieksportaal/schema.prisma' })
