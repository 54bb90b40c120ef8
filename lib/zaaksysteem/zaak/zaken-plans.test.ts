import { DAY_MS } from '#lib/platform/durations.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findZakenPage } from './api/find-zaken-page.ts'
import { removeExpiredZaken } from './bewaren/remove-expired-zaken.ts'

const NOW = new Date('2036-11-25T09:00:00Z')
const MANY_ZAKEN = 5000
const FEW_ZAKEN = 20
/** A page, of two zaaktypen, open and closed, or a hundred zaken with all that is about them. Every zaak would be 5,000. */
const LIMIT = 1000

/**
 * Of APV-STAND, but for five of APV-EVEN, in the middle. Half of them are closed, and kept; but of the last ones three are
 * over their term. Uuids are in the order of registration.
 */
const ZAKEN = `
  insert into zaak (id, identificatie, zaaktype, zaaktypenaam, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
    einddatum_gepland, uiterlijke_einddatum, einddatum, statustype, statuscode, resultaat, team, gewijzigd_op)
  select ($4 || lpad(to_hex(n), 7, '0') || '-0000-7000-8000-000000000000')::uuid, 'ZAAK-' || $4 || n, identificatie,
    gegevens #>> '{omschrijving,nl}', '', '', '999990342', $2, $2, $2,
    case when n > $1::int - 3 then $2::date - 4000 when n % 2 = 0 or $3 then $2::date - 300 end,
    'ontvangen', 'ontvangen', 'geweigerd', '', $2
  from generate_series(1, $1::int) n
  join zaaktypeversie on identificatie = case when n % ($1::int / 5) = $1::int / 10 then 'APV-EVEN' else 'APV-STAND' end`

async function fill({ pool }: TestZaaksysteem, { few, idle }: Filling) {
  await pool.query(ZAKEN, [
    few ? FEW_ZAKEN : MANY_ZAKEN,
    new Date(NOW.getTime() - DAY_MS),
    idle,
    few ? 'a' : idle ? 'b' : 'c',
  ])
}

const readPages = (zaaktypen: string[], na?: string) => async (ctx: TestZaaksysteem) => {
  const { volgende } = await findZakenPage(ctx, { na, zaaktypen, limiet: 20 })
  if (volgende) await findZakenPage(ctx, { na: volgende, zaaktypen, limiet: 20 })
}

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  fill,
  useCases: {
    'pages of a rare zaaktype': readPages(['APV-EVEN']),
    'pages of a zaaktype that no zaak has': readPages(['OMG-KAP']),
    'pages of a rare zaaktype and a common one': readPages(['APV-EVEN', 'APV-STAND']),
    'the end of the zaken of a rare zaaktype': readPages(['APV-EVEN'], 'c0000800-0000-7000-8000-000000000000'),
    'zaken whose bewaartermijn is over': (ctx) => removeExpiredZaken(ctx),
  },
  limit: LIMIT,
})
