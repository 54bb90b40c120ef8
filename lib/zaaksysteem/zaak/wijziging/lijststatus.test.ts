import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { performNamed } from '../handelingen/handelingen.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { correctStatus } from '../handelingen/status/correct-status.ts'
import { COURSE, FIRST_DAY, inputOf } from '../handelingen/test-course.ts'
import { registerTestZaak } from '../test-zaak.ts'

const at = (day: string) => new Date(`${day}T08:12:00Z`)
let ctx: TestZaaksysteem
let now = at(FIRST_DAY)
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

test('after each act lists find the zaak by its new state', async () => {
  const { id, change } = await registerTestZaak(ctx, { rollen: ['heropenen', 'beheerder'] })
  const expectSame = async () => {
    const zaak = await ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { lijststatus: true } })
    const { zaaktype, statustype, statuscode, statusnaam, einddatum, einddatumGepland, laatsteSoort } = zaak
    const binnen = ['aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_nagekomen']
    const aanvullingBinnen = binnen.includes(laatsteSoort)
    const afgehandeld = einddatum !== null
    const status = { statustype, statuscode, statusnaam }
    const listed = { zaakId: id, afgehandeld, zaaktype, ...status, einddatumGepland, aanvullingBinnen }
    expect(zaak.lijststatus).toEqual(listed)
  }
  await expectSame()
  for (const [index, { naam, input, on = FIRST_DAY, before }] of COURSE.entries()) {
    now = at(on)
    await before?.(ctx, id)
    expect(
      await performNamed(ctx, naam, { ...change, ...(await inputOf(ctx, input, id)), versie: index + 1 }),
    ).toMatchObject({ ok: true })
    await expectSame()
  }
})

/** Records the number of HOT updates of the transaction before and after each update of a zaak. */
const NOTE_HOT = `
  create table noted (nr serial, hot bigint);
  create function note_hot() returns trigger language plpgsql as $$
  begin
    insert into noted (hot) values (pg_stat_get_xact_tuples_hot_updated('zaak'::regclass));
    return null;
  end $$;
  create trigger note_before before update on zaak for each statement execute function note_hot();
  create trigger note_after after update on zaak for each statement execute function note_hot()`

test('a change of status, and its correction, write no index of the zaak', async () => {
  now = at(FIRST_DAY)
  const { change } = await registerTestZaak(ctx)
  await ctx.pool.query(NOTE_HOT)
  const corrected = { ...change, versie: 2, toelichting: 'Verkeerde zaak.' }
  expect(await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })).toMatchObject({ ok: true })
  expect(await correctStatus(ctx, corrected)).toMatchObject({ ok: true })
  const { rows } = await ctx.pool.query<{ hot: string }>('select hot from noted order by nr')
  const [first, afterFirst, second, afterSecond] = rows.map(({ hot }) => Number(hot)) as [
    number,
    number,
    number,
    number,
  ]
  expect([rows.length, afterFirst - first, afterSecond - second]).toEqual([4, 1, 1])
})
