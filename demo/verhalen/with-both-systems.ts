import { createLogger } from '#lib/platform/logger.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'

export type Both = { zaaksysteem: ZaaksysteemContext; portal: PublieksportaalContext }

/** Silences the log, because these acts are not real, and a refused mail is part of a story. */
const SILENT = createLogger('verhalen', undefined, 'error')

/** Runs a function with contexts of the two systems of this environment. */
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
