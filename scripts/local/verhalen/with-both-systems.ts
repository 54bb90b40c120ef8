import { createLogger } from '#lib/platform/logger.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'

export type Both = { zaaksysteem: ZaaksysteemContext; portal: PublieksportaalContext }

/**
 * Nobody did this himself, so it is not logged as what they did; that an address takes no mail is one of the
 * stories.
 */
const SILENT = createLogger('verhalen', undefined, 'error')

/** Does something with the two systems on this machine, as the processes of this environment are. */
export async function withBothSystems(
  variables: Record<string, string>,
  run: (both: Both) => Promise<void>,
): Promise<void> {
  const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables), { log: SILENT })
  const portal = createPublieksportaalContext(readPublieksportaalEnv(variables), { log: SILENT })
  try {
    await run({ zaaksysteem, portal })
  } finally {
    await Promise.all([zaaksysteem.close(), portal.close()])
  }
}
