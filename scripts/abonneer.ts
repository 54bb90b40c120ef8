import { parseArgs } from 'node:util'
import { ConfigurationError } from '#lib/platform/env.ts'
import { type Subscription, subscribePortal } from '#lib/publieksportaal/abonneren/subscribe-portal.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv, webhookUrl } from '#lib/publieksportaal/env.ts'

const USAGE = `Usage: npm run portaal:abonneer -- --zaaksysteem <api base> --token <token>

Registers this portal's webhook at a zaaksysteem and loads all zaken.
  --zaaksysteem  base of the API, such as https://zaaksysteem.example/api/zaaksysteem/v1
  --token        the bearer token that the zaaksysteem gave to this portal`

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function readArguments(): { zaaksysteem: string; token: string } | undefined {
  try {
    const { values } = parseArgs({ options: { zaaksysteem: { type: 'string' }, token: { type: 'string' } } })
    const { zaaksysteem, token } = values
    if (!zaaksysteem || !token || !/^https?:\/\//.test(zaaksysteem) || !URL.canParse(zaaksysteem)) return undefined
    return { zaaksysteem, token }
  } catch {
    return undefined
  }
}

function explain(failure: Exclude<Subscription, { ok: true }>): string {
  switch (failure.reason) {
    case 'unreachable':
      return 'The zaaksysteem does not answer. Is the address right, and is it running?'
    case 'invalid_answer':
      return 'The zaaksysteem gave an answer that does not follow the contract. Is this the base of its API (…/v1)?'
    case 'not_verified_in_time':
      return 'The abonnement is registered, but its handshake was not finished within 30 seconds. Is the portal running?'
    case 'refused':
      if (failure.httpStatus === 401) return 'The zaaksysteem does not know this token (401).'
      return `The zaaksysteem refused the request (${failure.httpStatus}).`
    case 'geweigerd':
      return `The handshake with the portal's webhook failed (${failure.foutcode ?? 'no reason given'}). Is the portal running, and is PUBLIEKSPORTAAL_BRON_ORIGIN the origin of this zaaksysteem?`
  }
}

async function main(): Promise<number> {
  const given = readArguments()
  if (!given) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  const ctx = createPublieksportaalContext(readPublieksportaalEnv(process.env))
  try {
    const subscription = await subscribePortal(ctx, given)
    if (!subscription.ok) {
      console.error(explain(subscription))
      return EXIT_FAILED
    }
    console.log(`Abonnement ${subscription.abonnementId} is active on ${webhookUrl(ctx.env)}.`)
    console.log(`${subscription.zaken} zaken loaded.`)
    return 0
  } finally {
    await ctx.db.$disconnect()
    if (!ctx.pool.ended) await ctx.pool.end()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error('The registration failed:', error)
  process.exitCode = EXIT_FAILED
}
