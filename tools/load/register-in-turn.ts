import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { registerSoundZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'

type Zaak = Omit<Parameters<typeof registerSoundZaak>[1], 'aanvrager' | 'traceparent'>

/** Registers a zaak for the demo citizens in rotation. */
export async function registerInTurn(ctx: ZaaksysteemContext, index: number, zaak: Zaak): Promise<string> {
  const { naam, bsn } = DEMO_BURGERS[index % DEMO_BURGERS.length] as (typeof DEMO_BURGERS)[number]
  const registered = { ...zaak, aanvrager: { naam, bsn }, traceparent: traceparentOf(null) }
  return (await registerSoundZaak(ctx, registered)).id
}
