import { afterAll, beforeAll } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Headers } from '#lib/proof/messages/test-message.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import type { Contentmodus } from '../generated/enums.ts'
import { bezorgingRequest, startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

/** Creates a bron and a portal that can agree on any method and content mode. */
export function portalInAnyMode() {
  let bron: TestBron
  let ctx: TestPublieksportaal
  beforeAll(async () => {
    bron = await startTestBron()
    ctx = await createTestPublieksportaal({ env: bron.env })
  })
  afterAll(async () => {
    await ctx.close()
    await bron.close()
  })
  return {
    get bron() {
      return bron
    },
    get ctx() {
      return ctx
    },
    register: (credentialtype: Credentialtype, contentmodus: Contentmodus) =>
      registerTestBron(ctx, { credentialtype, contentmodus, accesstoken: bron.accesstoken, secret: bron.secret }),
    stored: async () => ({
      inbox: await ctx.db.ontvangenGebeurtenis.count(),
      opdrachten: await ctx.db.ophaalopdracht.count(),
    }),
    /** Posts a message with a valid proof. */
    async post(credentialtype: Credentialtype, message: { body: string; headers: Headers; eventId: string }) {
      const headers = await bron.prove({ credentialtype, ...message })
      return handleWebhook(ctx, bezorgingRequest(message.body, headers))
    },
  }
}
