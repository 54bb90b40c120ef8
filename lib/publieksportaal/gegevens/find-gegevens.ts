import { burgerActor, type Handelende, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { ONDERDELEN, type OnderdeelNaam, type ReadOnderdeel, type Regel } from './onderdelen.ts'

export const PAGE_SIZE = 50

type Found = {
  naam: OnderdeelNaam
  regels: Regel[]
  /** true when there are older ones */
  more: boolean
}

/** Returns the newest of each onderdeel that the portal holds about this citizen. */
export async function findGegevens(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  burgerId: string,
): Promise<Found[]> {
  const found = []
  for (const naam of Object.keys(ONDERDELEN) as OnderdeelNaam[]) {
    found.push(await findOnderdeel(ctx, { burgerId, naam, blad: 1 }))
  }
  return found
}

/**
 * Returns the records of an onderdeel, newest first.
 *
 * @param options.blad from 1. A page number, because a cursor in the address could be secret, such as the id
 * of a sign-in
 */
export async function findOnderdeel(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId, naam, blad }: { burgerId: string; naam: OnderdeelNaam; blad: number },
): Promise<Found> {
  const end = blad * PAGE_SIZE
  const regels: Regel[] = await ONDERDELEN[naam](ctx, { burgerId, na: undefined, limit: end + 1 })
  return { naam, regels: regels.slice(end - PAGE_SIZE, end), more: regels.length > end }
}

/** Bounds the rows in memory. */
const BATCH = 100

/**
 * Streams everything that the portal holds about this burger as JSON: a list for each onderdeel. Reads a page
 * at a time, with backpressure.
 */
export async function downloadGegevens(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'clock' | 'log'>,
  door: Handelende,
): Promise<AsyncGenerator<string>> {
  const { burgerId } = door
  await recordedTransaction(ctx, (_, record) =>
    record({
      actor: burgerActor(door),
      handeling: 'gegevens_downloaden',
      object: { soort: 'burger', id: burgerId },
    }),
  )
  return write(ctx, burgerId)
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
      const regels = await read(ctx, { burgerId, na, limit: BATCH })
      for (const { gegevens } of regels) {
        yield `${separator}\n${JSON.stringify(gegevens)}`
        separator = ','
      }
      na = regels.length === BATCH ? regels.at(-1)?.id : undefined
    } while (na)
    yield ']'
  }
  yield '}\n'
}
