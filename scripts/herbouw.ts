import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ConfigurationError } from '#lib/platform/env.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import type { ZaaksysteemApi } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { type Rebuild, type RebuildProgress, rebuildZaken } from '#lib/publieksportaal/sync/rebuild-zaken.ts'

const USAGE = `Usage: npm run portaal:herbouw
       npm run portaal:herbouw -- --zaaksysteem <api base> --token <token>

Reads all zaken from the zaaksysteem again while the portal stays up, and then removes those that it does not have.
Broken off, just run it again.
  --zaaksysteem   base of the API, such as https://zaaksysteem.example/api/zaaksysteem/v1
  --token         the bearer token that the zaaksysteem gave to this portal
Without them: PUBLIEKSPORTAAL_ZAAKSYSTEEM_API and PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN.`

const EXIT_FAILED = 1
const EXIT_USAGE = 2

const given = z.union([
  z.object({ zaaksysteem: z.url({ protocol: /^https?$/ }), token: z.string().min(1) }),
  // A token goes only to where it belongs: one of the two alone is a mistake.
  z.strictObject({}),
])

function readArguments(): { api: ZaaksysteemApi | undefined } | undefined {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { zaaksysteem: text, token: text } })
    const parsed = given.parse({ ...values })
    if (!('zaaksysteem' in parsed)) return { api: undefined }
    return { api: { base: parsed.zaaksysteem.replace(/\/+$/, ''), token: parsed.token } }
  } catch {
    return undefined
  }
}

function explain(failure: Exclude<Rebuild, { ok: true }>): string {
  switch (failure.reason) {
    case 'unreachable':
      return 'The zaaksysteem does not answer. Is the address right, and is it running?'
    case 'invalid_answer':
      return 'The zaaksysteem gave an answer that does not follow the contract. Is this the base of its API (…/v1)?'
    case 'refused':
      if (failure.httpStatus === 401) return 'The zaaksysteem does not know this token (401).'
      return `The zaaksysteem refused the request (${failure.httpStatus}).`
    case 'aborted':
      return 'Broken off.'
  }
}

async function main(): Promise<number> {
  const command = readArguments()
  if (!command) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  const ctx = createPublieksportaalContext(readPublieksportaalEnv(process.env))
  const { PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: base, PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: token } = ctx.env
  try {
    const rebuilt = await rebuildZaken(ctx, { api: command.api ?? { base, token }, onPage: report })
    if (!rebuilt.ok) {
      console.error(`${explain(rebuilt)} What was read is kept and nothing was removed; run this again.`)
      return EXIT_FAILED
    }
    const { zaken, changed, removed } = rebuilt
    console.log(`Ready: ${zaken} zaken, of which ${changed} changed; ${removed} removed.`)
    return 0
  } finally {
    await ctx.db.$disconnect()
    if (!ctx.pool.ended) await ctx.pool.end()
  }
}

function report({ zaken, changed }: RebuildProgress): void {
  console.log(`${zaken} zaken read, ${changed} changed`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error('The recovery failed:', error)
  process.exitCode = EXIT_FAILED
}
