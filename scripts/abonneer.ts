import { parseArgs } from 'node:util'
import { z } from 'zod'
import { contentmodus, credentialtype } from '#lib/contract/abonnement-resource.ts'
import { ConfigurationError } from '#lib/platform/env.ts'
import { type Subscription, subscribePortal } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { retireBron } from '#lib/publieksportaal/bron/retire-bron.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv, webhookUrl } from '#lib/publieksportaal/env.ts'

const USAGE = `Usage: npm run portaal:abonneer -- --zaaksysteem <api base> --token <token> [options]
       npm run portaal:abonneer -- --trek-in

Registers this portal's webhook at a zaaksysteem and loads all zaken. Again: with other wishes.
  --zaaksysteem       base of the API, such as https://zaaksysteem.example/api/zaaksysteem/v1
  --token             the bearer token that the zaaksysteem gave to this portal
  --methode           how deliveries are proven: ${credentialtype.options.join(', ')} (as it was, at first JWT)
  --modus             ${contentmodus.options.join(', ')} (as it was, at first structured)
  --max-per-minuut    deliveries that each process of the portal takes per minute
  --vernieuw-geheim   ask for a new secret; the one before it stays valid for a day
  --trek-in           from now on answer deliveries with 410 Gone`

const EXIT_FAILED = 1
const EXIT_USAGE = 2

const wishes = z.object({
  zaaksysteem: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1),
  methode: credentialtype.optional(),
  modus: contentmodus.optional(),
  'max-per-minuut': z.coerce.number().int().min(1).optional(),
  'vernieuw-geheim': z.boolean().optional(),
})

type Command = { retire: true } | { retire: false; wishes: z.infer<typeof wishes> }

function readArguments(): Command | undefined {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const { values } = parseArgs({
      options: {
        zaaksysteem: text,
        token: text,
        methode: text,
        modus: text,
        'max-per-minuut': text,
        'vernieuw-geheim': flag,
        'trek-in': flag,
      },
    })
    return values['trek-in'] ? { retire: true } : { retire: false, wishes: wishes.parse(values) }
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
    case 'modus_not_proven':
      return 'In binary mode the event travels in headers, which this method does not prove. Use ACCESSTOKEN or HTTPMESSAGESIGNATURES.'
    case 'refused':
      if (failure.httpStatus === 401) return 'The zaaksysteem does not know this token (401).'
      return `The zaaksysteem refused the request (${failure.httpStatus}).`
    case 'geweigerd':
      return `The handshake with the portal's webhook failed (${failure.foutcode ?? 'no reason given'}). Is the portal running, and is PUBLIEKSPORTAAL_BRON_ORIGIN the origin of this zaaksysteem?`
  }
}

async function main(): Promise<number> {
  const command = readArguments()
  if (!command) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  const ctx = createPublieksportaalContext(readPublieksportaalEnv(process.env))
  try {
    return command.retire ? await retire(ctx) : await subscribe(ctx, command.wishes)
  } finally {
    await ctx.db.$disconnect()
    if (!ctx.pool.ended) await ctx.pool.end()
  }
}

async function subscribe(ctx: PublieksportaalContext, given: z.infer<typeof wishes>): Promise<number> {
  const subscription = await subscribePortal(ctx, {
    ...given,
    contentmodus: given.modus,
    maxPerMinuut: given['max-per-minuut'],
    vernieuwGeheim: given['vernieuw-geheim'],
  })
  if (!subscription.ok) {
    console.error(explain(subscription))
    return EXIT_FAILED
  }
  const { abonnementId, methode, contentmodus: modus, zaken } = subscription
  console.log(`Abonnement ${abonnementId} is active on ${webhookUrl(ctx.env)}, with ${methode} in mode ${modus}.`)
  console.log(`${zaken} zaken loaded.`)
  return 0
}

async function retire(ctx: PublieksportaalContext): Promise<number> {
  const { known } = await retireBron(ctx)
  if (!known) {
    console.error('This portal is not registered at its source.')
    return EXIT_FAILED
  }
  console.log('Deliveries are answered with 410 from now on. Register again to take them.')
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error('The registration failed:', error)
  process.exitCode = EXIT_FAILED
}
