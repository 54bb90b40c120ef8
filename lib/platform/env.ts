import { z } from 'zod'
import { repeatedSecrets } from './crypto/secret.ts'
import { perProcess } from './once.ts'

/** The configuration is invalid; `problems` has one line for each problem and names the variable. */
export class ConfigurationError extends Error {
  readonly code = 'configuration_invalid'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigurationError'
    this.problems = problems
  }
}

/**
 * Runs a check between variables even if one of them is invalid: zod would skip it, and report half of the
 * problems. The check's input lacks the invalid variables.
 */
export const ALWAYS = { when: () => true }

/**
 * Parses environment variables, and reports every problem at once and never a value, including the problems
 * of the variables that both systems share.
 */
export function parseEnv<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>): z.infer<T> {
  const result = schema.safeParse(source)
  const issues = [platformEnvSchema.safeParse(source), result].flatMap(({ error }) => error?.issues ?? [])
  const problems = [...issues.map(({ path, message }) => `${path.join('.')}: ${message}`), ...repeatedSecrets(source)]
  if (result.success && problems.length === 0) return result.data
  throw new ConfigurationError([...new Set(problems)])
}

export type System = 'zaaksysteem' | 'publieksportaal'

const SYSTEMS = ['zaaksysteem', 'publieksportaal'] as const

/** `1` or `true` is on; absent, empty, `0` or `false` is off. */
export const flag = z
  .enum(['', '0', '1', 'false', 'true'])
  .default('')
  .transform((value) => value === '1' || value === 'true')

/** A list separated by commas; empty when absent. */
export const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))

/** A variable that is set to an empty text counts as absent. */
export const text = z.string().min(1)

/** An http(s) URL. */
export const httpUrl = z.url({ protocol: /^https?$/ })

/** A whole number in a range. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.coerce.number().int().min(min).max(max)
}

export const platformEnvSchema = z
  .object({
    SYSTEMS: z
      .string()
      .default(SYSTEMS.join(','))
      .transform((value) => value.split(',').map((system) => system.trim()))
      .pipe(z.array(z.enum(SYSTEMS)).min(1))
      .describe('systems that this process serves, separated by commas'),
    DEMO: flag.describe('`1`: anybody can sign in as a demo person, without a password; see the rules above'),
    HUISSTIJL: z
      .enum(['voorbeeld', 'utrecht'])
      .default('voorbeeld')
      .describe('house style of the pages: `voorbeeld` or `utrecht`'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('least severe level to log: `debug`, `info`, `warn`, `error` or `silent`'),
    GEMEENTE_NAAM: text.default('Gemeente Voorbeeld').describe('name of the municipality on pages and in mail'),
    GEMEENTE_TELEFOON: text.default('14 012').describe('telephone number of the municipality on pages and in mail'),
    SECURITY_CONTACT: z
      .url({ protocol: /^(https|mailto)$/ })
      .optional()
      .describe(
        'contact for vulnerabilities, such as `mailto:cert@gemeente.nl`; served in `/.well-known/security.txt`',
      ),
    MAILBOX_DEMO_ONLY: text
      .optional()
      .describe('file with the mails for `/demo/post`; the mail server of the demo writes it'),
    PHONE_DEMO_ONLY: text
      .optional()
      .describe('file with the push messages for `/demo/telefoon`; the phone of the demo writes it'),
    REGIE_DEMO_ONLY: z
      .url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ })
      .optional()
      .describe('address to which `/api/demo` forwards; the process that started the demo serves it'),
  })
  .superRefine(demoOnly, ALWAYS)

export type PlatformEnv = z.infer<typeof platformEnvSchema>

/** Returns the configuration that both systems share, read once per process. */
export function platformEnv(): PlatformEnv {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it for the platform
  return perProcess('env', () => parseEnv(platformEnvSchema, process.env))
}

export function hasSystem(system: System): boolean {
  return platformEnv().SYSTEMS.includes(system)
}

/** Refuses variables with DEMO_ONLY in their name outside the demo. */
export function demoOnly(env: Record<string, unknown>, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void {
  for (const variable of Object.keys(env)) {
    if (variable.endsWith('_DEMO_ONLY') && env[variable] && !env.DEMO)
      addIssue({ code: 'custom', path: [variable], message: 'is only allowed together with DEMO=1' })
  }
}
