import { ObjectMissingError } from '#lib/platform/objects/object-store.ts'
import { serveBytes } from '#lib/platform/objects/serve-bytes.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type OpgeslagenBestand, openBestand } from './bestand-store.ts'

/**
 * Serves the bytes of a bestand, as `serveBytes` does.
 *
 * @returns `undefined` when the bytes are gone, or the first ones are damaged
 */
export async function serveBestand(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once' | 'log'>,
  request: Request,
  { bestand, ...served }: { bestand: OpgeslagenBestand & { sha256: string }; type: string; naam: string },
): Promise<Response | undefined> {
  const { id, grootte: size, sha256 } = bestand
  try {
    return await serveBytes(request, { ...served, size, sha256 }, (range) => openBestand(ctx, bestand, range))
  } catch (err) {
    if (!(err instanceof ObjectMissingError)) throw err
    ctx.log.error({ err, objectSoort: 'bestand', objectId: id }, 'The bytes of a document are gone or damaged')
    return undefined
  }
}
