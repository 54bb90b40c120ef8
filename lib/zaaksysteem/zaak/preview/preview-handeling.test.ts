import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakResources } from '../api/resource/find-zaak-resource.ts'
import { performNamed } from '../handelingen/handelingen.ts'
import { COURSE, FIRST_DAY, inputOf } from '../handelingen/test-course.ts'
import { actorOf, registerTestZaak } from '../test-zaak.ts'
import { type Invoer, previewHandeling } from './preview-handeling.ts'

let ctx: TestZaaksysteem
let now = new Date()
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

/** Removes the ids, which exist only after the act. */
const comparable = (zaak: Partial<ZaakResource> | undefined) => ({
  ...zaak,
  initiator: undefined,
  inzendingen: undefined,
  statussen: zaak?.statussen?.map((status) => ({ ...status, gebeurtenisId: undefined })),
  aanvullingen: zaak?.aanvullingen?.map((aanvulling) => ({ ...aanvulling, id: undefined })),
  documenten: zaak?.documenten?.map((document) => ({ ...document, id: undefined, besluit: Boolean(document.besluit) })),
  besluiten: zaak?.besluiten?.map((besluit) => ({
    ...besluit,
    id: undefined,
    vervangenDoor: Boolean(besluit.vervangenDoor),
  })),
})

test('the preview of each act equals the zaak after it', async () => {
  const behandelaar = await ctx.db.behandelaar.create({
    data: { subject: 'b', naam: 'B', team: 'Vergunningen', rollen: ['behandelaar', 'heropenen'] },
  })
  now = new Date(`${FIRST_DAY}T09:00:00Z`)
  const { id, change } = await registerTestZaak(ctx)
  const gezetDoor = { behandelaarId: behandelaar.id }
  for (const [index, { naam, input, on = FIRST_DAY, before }] of COURSE.entries()) {
    now = new Date(`${on}T09:00:00Z`)
    await before?.(ctx, id)
    const invoer: Invoer = { ...(await inputOf(ctx, input, id)) }
    const asked = { zaakId: id, versie: index + 1 }
    const straks = await previewHandeling(ctx, naam, { ...asked, actor: actorOf(behandelaar.id), invoer })
    expect(await performNamed(ctx, naam, { ...change, ...asked, gezetDoor, ...invoer })).toMatchObject({ ok: true })
    const [zaak] = await findZaakResources(ctx, [id])
    expect(comparable(straks), naam).toEqual(comparable(zaak))
  }
})

test('the preview of an act after which a stilstand continues equals the zaak after it', async () => {
  now = new Date(`${FIRST_DAY}T09:00:00Z`)
  const { id: zaakId, change, behandelaarId } = await registerTestZaak(ctx)
  const tot = addToDate(FIRST_DAY, 'P14D')
  const asked = { op: FIRST_DAY, uiterlijk: tot, aanvullingen: [{ naam: 'Foto' }] }
  await performNamed(ctx, 'aanvullen', { ...change, versie: 1, ...asked })
  const suspended = { reden: 'overmacht', op: FIRST_DAY, tot }
  await performNamed(ctx, 'opschorten', { ...change, versie: 2, ...suspended })
  const invoer = { op: FIRST_DAY }
  const actor = actorOf(behandelaarId)
  const straks = await previewHandeling(ctx, 'aanvulling-ontvangen', { zaakId, versie: 3, actor, invoer })
  await performNamed(ctx, 'aanvulling-ontvangen', { ...change, versie: 3, ...invoer })
  const [zaak] = await findZaakResources(ctx, [zaakId])
  expect(zaak?.statussen).toHaveLength(5)
  expect(comparable(straks)).toEqual(comparable(zaak))
})

test('an act that would be refused, an old versie and a missing right give no preview', async () => {
  now = new Date(`${FIRST_DAY}T09:00:00Z`)
  const lezer = await ctx.db.behandelaar.create({
    data: { subject: 'l', naam: 'L', team: 'Vergunningen', rollen: ['lezer'] },
  })
  const other = await ctx.db.behandelaar.findFirstOrThrow({ where: { subject: 'b' } })
  const { id: zaakId } = await registerTestZaak(ctx)
  const preview = (behandelaarId: string, versie: number, dagen: number) =>
    previewHandeling(ctx, 'verlengen', {
      zaakId,
      versie,
      actor: actorOf(behandelaarId),
      invoer: { dagen, toelichting: 'Omdat.' },
    })
  expect(await preview(other.id, 1, 14)).toBeDefined()
  expect(await preview(other.id, 1, 9999)).toBeUndefined()
  expect(await preview(other.id, 2, 14)).toBeUndefined()
  expect(await preview(lezer.id, 1, 14)).toBeUndefined()
})
