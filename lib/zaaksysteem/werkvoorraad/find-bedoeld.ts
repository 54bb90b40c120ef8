import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { readZaken } from './read-zaken.ts'
import { isShort, toSelection, type WerkvoorraadFilter, wordsOf, ZOEKTEKST } from './werkvoorraad-filter.ts'

const MOST_WORDS = 4
/** The number of zaken among which the nearest word is sought. */
const MOST_ZAKEN = 25
/** The part of its trigrams that a word must share with a text: a letter too many, too few or wrong. */
const NEAR = "select set_config('pg_trgm.word_similarity_threshold', '0.5', true)"

/**
 * Returns what a search without a result probably meant: each word as it stands in a zaak of the same list.
 * Takes no word of a vertrouwelijke zaak, because the look at it would have to be recorded.
 *
 * @returns `undefined` when that finds nothing either
 */
export async function findBedoeld(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  filter: WerkvoorraadFilter,
  lezer: Gerechtigde,
): Promise<string | undefined> {
  const words = wordsOf(filter)
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  const today = dateInAmsterdam(clock())
  return inTransaction(pool, async (client) => {
    await client.query(NEAR)
    const selection = toSelection({ ...filter, zoek: undefined }, lezer, today)
    const nearest = async (word: string) => {
      if (isShort(word)) return word
      const { rows } = await readZaken<{ woord: string }>(client, {
        ...selection,
        text: sql`${ZOEKTEKST} %> ${word}::text and not zaak.vertrouwelijk`,
        select: sql`select (
          select woord from regexp_split_to_table(zaak.aanvrager_naam || ' ' || zaak.omschrijving, '[^[:alnum:]''-]+') woord
          order by similarity(woord, ${word}::text) desc limit 1) as woord`,
        richting: 'op',
        limit: MOST_ZAKEN,
      })
      const found = rows.map(({ woord }) => woord)
      const ranked = await client.query<{ woord: string }>(
        sql`select woord from unnest(${found}::text[]) woord order by similarity(woord, ${word}::text) desc, woord limit 1`,
      )
      return ranked.rows[0]?.woord ?? word
    }
    const meant: string[] = []
    for (const word of words) meant.push(await nearest(word))
    const zoek = meant.join(' ')
    if (zoek.toLowerCase() === words.join(' ').toLowerCase()) return undefined
    const { rows } = await readZaken(client, {
      ...toSelection({ ...filter, zoek }, lezer, today),
      select: sql`select zaak.id`,
      richting: 'op',
      limit: 1,
    })
    return rows.length > 0 ? zoek : undefined
  })
}
