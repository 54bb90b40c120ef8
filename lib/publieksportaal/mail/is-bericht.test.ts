import { expect, test } from 'vitest'
import { statusSoort, type ZaakResource } from '#lib/contract/zaak-resource.ts'
import { isBericht } from '#lib/voortgang/berichten.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { IS_BERICHT, STATUS_WITH_ZAAKTYPE } from '../zaak/find-berichten-of-burger.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { toldStatussen } from './told-statussen.ts'

const ctx = await openTestPublieksportaal()

const FLAGS = [true, false, undefined]
const WANTED = { voortgang: true, termijnen: true }

/** Returns a zaaktype with a statustype for each combination of flags; older copies lack some flags. */
function everyZaaktype(): ZaakResource['zaaktype'] {
  const { zaaktype } = testZaak()
  const [statustype] = zaaktype.statustypen
  const [resultaattype] = zaaktype.resultaattypen
  if (!statustype || !resultaattype) throw new Error('the zaaktype lacks a statustype or resultaattype')
  const statustypen = FLAGS.flatMap((informeren) =>
    FLAGS.flatMap((isEindstatus) =>
      ['', '_ook_resultaat'].map((also) => {
        const code = `informeren_${informeren}_eind_${isEindstatus}${also}`
        return { ...statustype, code, informeren: informeren as boolean, isEindstatus: isEindstatus as boolean }
      }),
    ),
  )
  const resultaattypen = [
    resultaattype,
    ...statustypen
      .filter(({ code }) => code.endsWith('_ook_resultaat'))
      .map(({ code }) => ({ ...resultaattype, code, statuscode: code })),
  ]
  return { ...zaaktype, versie: 7, statustypen, resultaattypen }
}

test('PostgreSQL and TypeScript judge every soort and statustype alike, and only berichten are mailed', async () => {
  const zaaktype = everyZaaktype()
  const codes = [...zaaktype.statustypen.map(({ code }) => code), 'vergunning_verleend', 'unknown_here']
  const rows = statusSoort.options.flatMap((soort) => codes.map((statuscode) => ({ soort, statuscode })))
  const zaak = testZaak({ statuscodes: rows.map(({ statuscode }) => statuscode) })
  const statussen = zaak.statussen.map((status, index) => {
    const datumStatusGezet = '2026-11-10T09:00:00.000Z'
    return { ...status, datumStatusGezet, soort: rows[index]?.soort ?? status.soort }
  })
  await storeZaak(ctx, { ...zaak, zaaktype, statussen })

  const { rows: asked } = await ctx.pool.query<{ versie: number }>(
    `select status.versie from ${STATUS_WITH_ZAAKTYPE} where zaak.id = $1 and ${IS_BERICHT} order by status.versie`,
    [zaak.uuid],
  )
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  const stored = await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })
  if (!stored) throw new Error('the zaak was not stored')
  const judged = stored.statussen.filter((status) => isBericht(stored.zaaktype, status))
  expect(judged.map(({ versie }) => versie)).toEqual(asked.map(({ versie }) => versie))
  const silent = rows.filter((_, index) => !asked.some(({ versie }) => versie === index + 1))
  expect(silent).toEqual([{ soort: 'statuswijziging', statuscode: 'informeren_false_eind_false' }])

  const { told, replaced } = toldStatussen(stored, { van: 0, tot: rows.length, voorkeuren: WANTED })
  const mailed = [...told, ...replaced].map(({ versie }) => versie).toSorted((one, other) => one - other)
  expect(mailed).toEqual(asked.map(({ versie }) => versie))
})
