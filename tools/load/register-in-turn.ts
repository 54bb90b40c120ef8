import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'

type Zaak = Omit<Parameters<typeof registerZaak>[1], 'aanvrager' | 'traceparent'>

/** Registers a zaak for the demo citizens in rotation. */
export async function registerInTurn(ctx: ZaaksysteemContext, index: number, zaak: Zaak): Promise<string> {
  const { naam, bsn } = DEMO_BURGERS[index % DEMO_BURGERS.length] as (typeof DEMO_BURGERS)[number]
  const registered = { ...zaak, aanvrager: { naam, bsn }, traceparent: traceparentOf(null) }
  return expectDone(await registerZaak(ctx, registered)).id
}
