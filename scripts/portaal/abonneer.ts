import { z } from 'zod'
import { contentmodus, credentialtype } from '#lib/contract/abonnement-resource.ts'
import { type SubscribedPortal, subscribePortal } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { OPDRACHTREGEL, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { retireBron } from '#lib/publieksportaal/bron/retire-bron.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv, webhookUrl } from '#lib/publieksportaal/env.ts'
import { explainFailure } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { type Ending, runCommand } from '../process/run-command.ts'

const wishes = z.object({
  credentialtype: credentialtype.optional(),
  contentmodus: contentmodus.optional(),
  'max-per-minuut': z.coerce.number().int().min(1).optional(),
  'vernieuw-geheim': z.boolean().optional(),
})
const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

await runCommand({
  usage: `Usage: npm run portaal:abonneer -- [options]
       npm run portaal:abonneer -- --trek-in

Registers this portal's webhook at its zaaksysteem, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API with PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN, and loads
all zaken. Again: with other wishes.
  --credentialtype    how bezorgingen are proven: ${credentialtype.options.join(', ')} (as it was, at first JWT)
  --contentmodus      ${contentmodus.options.join(', ')} (as it was, at first structured)
  --max-per-minuut    bezorgingen that each process of the portal takes per minute
  --vernieuw-geheim   ask for a new secret; the one before it stays valid for a day
  --trek-in           from now on answer bezorgingen with 410 Gone`,
  options: {
    credentialtype: text,
    contentmodus: text,
    'max-per-minuut': text,
    'vernieuw-geheim': flag,
    'trek-in': flag,
  },
  schema: z.union([z.object({ 'trek-in': z.literal(true) }), wishes]),
  open: () => createPublieksportaalContext(readPublieksportaalEnv(process.env)),
  run: (ctx, given) => ('trek-in' in given ? retire(ctx) : subscribe(ctx, given)),
})

async function subscribe(ctx: PublieksportaalContext, given: z.infer<typeof wishes>): Promise<Ending> {
  // Recorded before the first change, because registering takes several transactions and calls.
  const object = { soort: 'bron', id: ctx.env.PUBLIEKSPORTAAL_BRON }
  await recordedTransaction(ctx, (_, record) => record({ actor: OPDRACHTREGEL, handeling: 'bron_registreren', object }))
  const subscription = await subscribePortal(ctx, {
    ...given,
    maxPerMinuut: given['max-per-minuut'],
    vernieuwGeheim: given['vernieuw-geheim'],
  })
  if (!subscription.ok) return { ok: false, message: explain(subscription) }
  const { abonnementId, credentialtype, contentmodus, zaken } = subscription
  return {
    ok: true,
    message: `Abonnement ${abonnementId} is active on ${webhookUrl(ctx.env)}, with ${credentialtype} in mode ${contentmodus}.
${zaken} zaken loaded.`,
  }
}

function explain(failure: Exclude<SubscribedPortal, { ok: true }>): string {
  switch (failure.reason) {
    case 'not_verified_in_time':
      return 'The abonnement is registered, but its handshake was not finished within 30 seconds. Are the portal and a worker of the zaaksysteem running?'
    case 'modus_not_proven':
      return 'In binary mode the event travels in headers, which this method does not prove. Use ACCESSTOKEN or HTTPMESSAGESIGNATURES.'
    case 'geweigerd':
      return `The handshake with the portal's webhook failed (${failure.foutcode ?? 'no reason given'}). Is the portal running, and is PUBLIEKSPORTAAL_BRON_ORIGIN the origin of this zaaksysteem?`
    default:
      return explainFailure(failure)
  }
}

async function retire(ctx: PublieksportaalContext): Promise<Ending> {
  const { known } = await retireBron(ctx, { actor: OPDRACHTREGEL })
  if (!known) return { ok: false, message: 'This portal is not registered at its source.' }
  return { ok: true, message: 'Bezorgingen are answered with 410 from now on. Register again to take them.' }
}
