import { defineConfig } from 'prisma/config'

// `prisma generate` never runs the schema engine; a stand-in keeps the CLI from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'zaaksysteem/schema.prisma' })
