import { expect, test, vi } from 'vitest'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { loadZaak } from './[zaakId]/load-zaak.ts'
import { performAction } from './[zaakId]/zaak-actions.ts'
import { notitieToevoegen, zaakVertrouwelijk } from './[zaakId]/zaak-verrichtingen.ts'

const signedIn = vi.hoisted(() => ({ current: {} as { id: string; team: string; rollen: string[] } }))

vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('next/cache', () => ({ refresh: () => {} }))
vi.mock('#lib/zaaksysteem/sign-in/sign-in.ts', () => ({ requireBehandelaar: async () => signedIn.current }))

const ctx = await openTestZaaksysteem()
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
const zaakId = (await registerTestZaak(ctx)).id

const form = (fields: Record<string, string>) => formDataOf({ versie: '1', toelichting: 'Ja', ...fields })

const DOORS: Record<string, (zaakId: string) => Promise<unknown>> = {
  'the page': (id) => loadZaak(id),
  'the page of an act': (id) => loadZaak(id, 'behandelen'),
  'the page that removes it': (id) => loadZaak(id, 'beheren'),
  'setting a status': (id) =>
    performAction(undefined, form({ zaakId: id, handeling: 'status', statustype: 'in_behandeling' })),
  'an act': (id) => performAction(undefined, form({ zaakId: id, handeling: 'verlengen', dagen: '1' })),
  'reopening it': (id) => performAction(undefined, form({ zaakId: id, handeling: 'heropenen' })),
  'a notitie': (id) => notitieToevoegen.submit(form({ zaakId: id, notitie: 'Bel eerst.' })),
  'making it vertrouwelijk': (id) =>
    zaakVertrouwelijk.submit(form({ zaakId: id, vertrouwelijk: 'ja', reden: 'Dreiging' })),
}

/** The digest that determines which error page Next.js shows. */
const digestOf = (door: Promise<unknown>) =>
  door.then(
    () => 'answered',
    ({ digest }: { digest?: string }) => digest,
  )

/** Anchored, because an id may contain the same digits. */
const NEVER_WAS = /;404$/

async function signIn(team: string, rollen: string[]) {
  const data = { subject: crypto.randomUUID(), naam: 'A', team, rollen }
  signedIn.current = await ctx.db.behandelaar.create({ data })
}

test.each(Object.entries(DOORS))(
  '%s: a zaak that the behandelaar may not read answers as a missing one',
  async (_, open) => {
    const ALLES = ['behandelaar', 'coordinator', 'heropenen', 'beheerder']
    for (const [vertrouwelijk, team, rollen] of [
      [false, 'Omgeving', ['behandelaar:Omgeving', 'heropenen']],
      [true, 'Omgeving', ALLES],
      [false, 'Vergunningen', []],
    ] as [boolean, string, string[]][]) {
      await ctx.db.zaak.update({ where: { id: zaakId }, data: { vertrouwelijk } })
      await signIn(team, rollen)
      const never = await digestOf(open(crypto.randomUUID()))
      expect(never).toMatch(NEVER_WAS)
      expect(await digestOf(open(zaakId))).toBe(never)
    }
    await signIn('Vergunningen', ALLES)
    expect(await digestOf(open(zaakId))).not.toMatch(NEVER_WAS)
  },
)

test('a conflict that shows changes of a zaak is recorded as a look at it', async () => {
  await ctx.db.zaak.update({ where: { id: zaakId }, data: { vertrouwelijk: true } })
  await signIn('Vergunningen', ['behandelaar'])
  const stale = form({ zaakId, handeling: 'verlengen', dagen: '1', versie: '1' })
  const { versie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  expect(versie).toBeGreaterThan(1)
  expect(await performAction(undefined, stale)).toMatchObject({ answer: { kind: 'conflict' } })
  const looks = await ctx.db.auditregel.findMany({ where: { actor: signedIn.current.id } })
  expect(looks).toMatchObject([{ handeling: 'zaak_bekijken', zaakId }])
})
