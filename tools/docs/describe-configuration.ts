import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { platformEnvSchema } from '#lib/platform/env.ts'
import { certificateFiles, listening } from '#lib/platform/web-server/read-transport.ts'
import { publieksportaalEnvSchema } from '#lib/publieksportaal/env.ts'
import { zaaksysteemEnvSchema } from '#lib/zaaksysteem/env.ts'

/** `npm run docs:configuration` writes the variables of the environment schemas to docs/configuration.md. */

export const CONFIGURATION = 'docs/configuration.md'
const BEGIN = '<!-- What follows is made by npm run docs:configuration. -->\n'

const GROUPS: [name: string, variables: Record<string, z.ZodType>][] = [
  ['Both systems', { ...listening.shape, ...certificateFiles.in.shape, ...platformEnvSchema.shape }],
  ['The zaaksysteem', zaaksysteemEnvSchema.shape],
  ['The publieksportaal', publieksportaalEnvSchema.shape],
]

/** Returns the document with regenerated tables. */
export function describeConfiguration(): string {
  const [introduction] = readFileSync(CONFIGURATION, 'utf8').split(BEGIN)
  return `${introduction}${BEGIN}${GROUPS.map(([name, variables]) => `\n## ${name}\n\n${table(variables)}`).join('')}`
}

function table(variables: Record<string, z.ZodType>): string {
  const described = Object.entries(variables).flatMap(([name, schema]) =>
    schema.description ? [[`\`${name}\``, withoutIt(schema), schema.description + onlyInDemo(name)]] : [],
  )
  const rows = [['Variable', 'Without it', 'Meaning'], [], ...described]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  // Padded as Biome formats a table.
  return rows
    .map((row) => `| ${widths.map((width, column) => row[column]?.padEnd(width) ?? '-'.repeat(width)).join(' | ')} |\n`)
    .join('')
}

function withoutIt(schema: z.ZodType): string {
  const { default: value } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  if (value !== undefined && value !== '' && value?.toString() !== '') return `\`${value}\``
  return schema.safeParse(undefined).success ? '' : 'no start'
}

function onlyInDemo(name: string): string {
  return name.endsWith('_DEMO_ONLY') ? '. Only with `DEMO=1`' : ''
}

if (import.meta.main) writeFileSync(CONFIGURATION, describeConfiguration())
