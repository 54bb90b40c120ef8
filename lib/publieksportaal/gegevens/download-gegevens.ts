import { Readable } from 'node:stream'
import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { ONDERDELEN, type ReadOnderdeel } from './onderdelen.ts'

/** Bounds the rows in memory. */
const PAGE_SIZE = 100

/**
 * Streams everything that the portal holds about this burger as JSON: a list for each onderdeel. Reads a page
 * at a time, with backpressure.
 */
export async function downloadGegevens(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'clock' | 'log'>,
  door: Handelende,
): Promise<ReadableStream<Uint8Array>> {
  const { burgerId } = door
  await recordedTransaction(ctx, (_, record) =>
    record({
      actor: burgerActor(door),
      handeling: 'gegevens_downloaden',
      object: { soort: 'burger', id: burgerId },
    }),
  )
  return Readable.toWeb(Readable.from(write(ctx, burgerId), { objectMode: false })) as ReadableStream<Uint8Array>
}

async function* write(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'clock'>,
  burgerId: string,
): AsyncGenerator<string> {
  yield `{"gemaaktOp":${JSON.stringify(ctx.clock())}`
  for (const [naam, read] of Object.entries<ReadOnderdeel>(ONDERDELEN)) {
    yield `,\n${JSON.stringify(naam)}:[`
    let separator = ''
    let na: string | undefined
    do {
      const regels = await read(ctx, { burgerId, na, limit: PAGE_SIZE })
      for (const { gegevens } of regels) {
        yield `${separator}\n${JSON.stringify(gegevens)}`
        separator = ','
      }
      na = regels.length === PAGE_SIZE ? regels.at(-1)?.id : undefined
    } while (na)
    yield ']'
  }
  yield '}\n'
}
